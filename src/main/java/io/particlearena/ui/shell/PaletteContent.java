package io.particlearena.ui.shell;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.Preset;
import io.particlearena.results.RunListing;
import io.particlearena.ui.Background;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.command.Command;
import io.particlearena.ui.command.PaletteEntry;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.setup.SetupModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the palette finds: commands, presets, what there is to read, options and runs. */
final class PaletteContent implements AutoCloseable {

    private final MainWindow window;
    private final Workbench workbench;
    private final Background background = new Background("palette");

    PaletteContent(MainWindow window, Workbench workbench) {
        this.window = window;
        this.workbench = workbench;
    }

    /** All that is known without reading files; commands that cannot be asked for now are left out. */
    List<PaletteEntry> known(List<Command> commands) {
        List<PaletteEntry> entries = new ArrayList<>();
        commands.stream()
                .filter(command -> command.enabled().get() && !command.id().equals("palette"))
                .map(PaletteEntry::of)
                .forEach(entries::add);
        for (Preset preset : workbench.presets()) {
            entries.add(new PaletteEntry(
                    preset.title(), Texts.of("palette.preset"), Icon.SETTINGS, () -> window.edit(preset.spec())));
        }
        workbench.scenarios().forEach(entry -> entries.add(reading(entry, "palette.scenario")));
        workbench.algorithms().forEach(entry -> entries.add(reading(entry, "palette.algorithm")));
        for (String option : options()) {
            entries.add(new PaletteEntry(option, Texts.of("palette.option"), Icon.SEARCH, () -> showOption(option)));
        }
        return entries;
    }

    /** Reads the list of runs and hands it over on the JavaFX thread; without runs that can be read there are none to find. */
    void readRuns(Consumer<List<PaletteEntry>> onRead) {
        background.run(
                workbench::runs,
                runs -> onRead.accept(runs.stream().map(this::run).toList()),
                e -> {});
    }

    private PaletteEntry run(RunListing run) {
        return new PaletteEntry(
                run.name(),
                Texts.of("palette.run"),
                Icon.LIST,
                () -> window.open(run.folder().path()));
    }

    private PaletteEntry reading(CatalogueEntry entry, String kind) {
        return new PaletteEntry(entry.title(), Texts.of(kind), Icon.INFO, () -> window.read(entry.name()));
    }

    private void showOption(String label) {
        window.show(TrainPage.ID);
        window.trainPage().setup().search(label);
    }

    /** The titles by which the form for training shows options now. */
    private Set<String> options() {
        Set<String> labels = new TreeSet<>();
        SetupModel setup = window.trainPage().setupModel();
        Stream.of(
                        setup.runForm(),
                        setup.scenarioFormProperty().get(),
                        setup.good().formProperty().get(),
                        setup.bad().formProperty().get())
                .flatMap(form -> form.fields().stream())
                .map(Field::title)
                .forEach(labels::add);
        return labels;
    }

    @Override
    public void close() {
        background.close();
    }
}
