package io.particlearena.ui.shell;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.InfoPages;
import io.particlearena.experiment.LiveCharts;
import io.particlearena.experiment.Matchups;
import io.particlearena.experiment.Preset;
import io.particlearena.experiment.PublishedReturns;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.Snapshots;
import io.particlearena.experiment.SpecCommand;
import io.particlearena.experiment.SpecJson;
import io.particlearena.experiment.UserPresets;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunListing;
import io.particlearena.store.UserFolders;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program's own catalogue and runs. */
final class StandardWorkbench implements Workbench {

    private final Catalogue catalogue;
    private final UserPresets ownPresets;
    private final Path runsFolder;
    private final Experiments experiments;

    /**
     * @param catalogue what there is to choose from
     * @param ownPresets those that the user has saved
     * @param runsFolder where runs are kept
     */
    StandardWorkbench(Catalogue catalogue, UserPresets ownPresets, Path runsFolder) {
        this.catalogue = catalogue.with(ownPresets);
        this.ownPresets = ownPresets;
        this.runsFolder = runsFolder;
        this.experiments = new Experiments(this.catalogue, runsFolder);
    }

    /** All that ships with the program, with runs in this folder; an empty text stands for the usual one. */
    static StandardWorkbench inFolder(String folder) {
        return new StandardWorkbench(
                Catalogue.standard(),
                new UserPresets(UserFolders.configuration().resolve("presets")),
                folder.isEmpty() ? Experiments.defaultRunsFolder() : Path.of(folder));
    }

    @Override
    public List<CatalogueEntry> scenarios() {
        return translated("scenario.", catalogue.scenarios());
    }

    @Override
    public List<CatalogueEntry> algorithms() {
        return translated("algorithm.", catalogue.algorithms());
    }

    @Override
    public List<Preset> presets() {
        return catalogue.presets().stream()
                .map(preset -> new Preset(
                        preset.name(),
                        Texts.ofCatalogue(preset.title(), "preset." + preset.name() + ".title"),
                        Texts.ofCatalogue(preset.description(), "preset." + preset.name() + ".description"),
                        preset.spec()))
                .toList();
    }

    private static List<CatalogueEntry> translated(String kind, List<CatalogueEntry> entries) {
        return entries.stream()
                .map(entry -> new CatalogueEntry(
                        entry.name(),
                        Texts.ofCatalogue(entry.title(), kind + entry.name() + ".title"),
                        Texts.ofCatalogue(entry.description(), kind + entry.name() + ".description"),
                        entry.options()))
                .toList();
    }

    @Override
    public List<OptionDescriptor> runOptions() {
        return catalogue.runOptions();
    }

    @Override
    public List<List<String>> charts(ExperimentSpec spec) {
        return LiveCharts.of(catalogue, spec);
    }

    @Override
    public List<AgentSpec> agents(ExperimentSpec spec) {
        return catalogue.agents(spec);
    }

    @Override
    public List<PublishedReturns.Band> published(ExperimentSpec spec) {
        return PublishedReturns.of(catalogue, spec);
    }

    @Override
    public void validate(ExperimentSpec spec) {
        catalogue.validate(spec);
    }

    @Override
    public RunHandle start(ExperimentSpec spec, List<RunListener> listeners) {
        return experiments.start(spec, listeners);
    }

    @Override
    public RunHandle fork(ForkOrigin origin, ExperimentSpec spec, List<RunListener> listeners) {
        return experiments.startFork(origin, spec, listeners);
    }

    @Override
    public RunHandle resume(Path run, List<RunListener> listeners) {
        return experiments.startAgain(run, listeners);
    }

    @Override
    public EpisodePlayer preview(ExperimentSpec spec) {
        return catalogue.preview(spec);
    }

    @Override
    public String commandOf(Path run) {
        return experiments.command(run);
    }

    @Override
    public String command(ExperimentSpec spec) {
        return SpecCommand.line(catalogue, spec);
    }

    @Override
    public Matchups matchups(ExperimentSpec settings, List<String> good, List<String> bad, int seeds) {
        return new Matchups(catalogue, runsFolder, settings, good, bad, seeds);
    }

    @Override
    public EpisodeArchive episodes() {
        return new EpisodeArchive(catalogue);
    }

    @Override
    public EpisodePlayer showcase() {
        return Snapshots.showcase(catalogue);
    }

    @Override
    public Optional<String> info(String name) {
        return InfoPages.find(name);
    }

    @Override
    public Path runsFolder() {
        return runsFolder;
    }

    @Override
    public List<RunListing> runs() throws IOException {
        return RunFolder.list(runsFolder);
    }

    @Override
    public ExperimentSpec specOf(Path run) {
        return experiments.repetition(run);
    }

    @Override
    public Optional<ForkOrigin> originOf(Path run) {
        return Experiments.originOf(run);
    }

    @Override
    public ExperimentSpec read(Path file) {
        return catalogue.read(file);
    }

    @Override
    public List<String> ownPresets() {
        return catalogue.userPresetNames();
    }

    @Override
    public String savePreset(String title, ExperimentSpec spec) {
        return ownPresets.save(catalogue, title, spec);
    }

    @Override
    public void deletePreset(String name) {
        ownPresets.delete(name);
    }

    @Override
    public String json(ExperimentSpec spec) {
        return SpecJson.write(catalogue, spec);
    }
}
