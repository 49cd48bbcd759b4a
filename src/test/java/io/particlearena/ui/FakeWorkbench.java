package io.particlearena.ui;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.Matchups;
import io.particlearena.experiment.PolicySpec;
import io.particlearena.experiment.Preset;
import io.particlearena.experiment.PublishedReturns;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.RunOptions;
import io.particlearena.options.Option;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.results.RunListing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A workbench whose runs learn nothing but look as if they did, so that the window can be tested in seconds. */
public final class FakeWorkbench implements Workbench {

    private volatile @Nullable FakeRun latest;
    private volatile @Nullable ExperimentSpec previewed;
    private final List<Preset> saved = new CopyOnWriteArrayList<>();
    private volatile List<RunListing> runs = List.of();
    private volatile Path runsFolder = Path.of("target", "no-runs");
    private volatile boolean failing;
    private volatile boolean modelling;

    /** Options as a scenario has them. */
    public record ScenarioOptions(
            @Option(help = "Number of predators.", value = "3", min = 1, max = 20, unit = "agents")
            int numAdversaries,

            @Option(help = "Length of an episode.", value = "25", min = 1, max = 1e6, unit = "steps")
            int maxEpisodeLen,

            @Option(
                    help = "Which published rules apply.",
                    value = "openai",
                    choices = {"openai", "mpe2"})
            String rules,

            @Option(help = "Whether predators are paid for coming near.", value = "false")
            boolean shapedReward) {}

    /** Options as an algorithm has them. */
    public record AlgorithmOptions(
            @Option(help = "Learning rate of policy and critic.", value = "0.01", min = 0, max = 1, live = true)
            double lr,

            @Option(help = "Discount of future rewards.", value = "0.95", min = 0, max = 1)
            double gamma,

            @Option(help = "Steps sampled for each update.", value = "1024", min = 1, max = 65536, unit = "steps")
            int batchSize,

            @Option(help = "Units in each hidden layer.", value = "64", min = 1, max = 4096, unit = "units")
            int numUnits) {}

    /** Makes the next run fail after a moment. */
    public void failNext() {
        failing = true;
    }

    /** Makes agents of the next runs predict each other, in a course of several trajectories. */
    public void modelOpponents() {
        modelling = true;
    }

    /** The specification whose scenario was shown last. */
    public @Nullable ExperimentSpec previewed() {
        return previewed;
    }

    /** The run that was started last. */
    public @Nullable FakeRun latest() {
        return latest;
    }

    @Override
    public List<CatalogueEntry> scenarios() {
        List<OptionDescriptor> options = OptionSchema.of(ScenarioOptions.class).options();
        return List.of(
                new CatalogueEntry("simple_tag", "Predator and prey", "Three predators chase a faster prey.", options),
                new CatalogueEntry("simple_spread", "Cover landmarks", "Agents spread over landmarks.", options));
    }

    @Override
    public List<CatalogueEntry> algorithms() {
        List<OptionDescriptor> options = OptionSchema.of(AlgorithmOptions.class).options();
        return List.of(
                new CatalogueEntry("maddpg", "MADDPG", "Critics that see all agents.", options),
                new CatalogueEntry("ddpg", "DDPG", "Critics that see their own agent.", options));
    }

    @Override
    public List<Preset> presets() {
        PolicySpec policy = new PolicySpec("maddpg", Map.of());
        RunOptions run = OptionSchema.of(RunOptions.class).defaults();
        ExperimentSpec tag = new ExperimentSpec(
                "simple_tag", Map.of(), Map.of("good", policy, "bad", policy), Map.of(), List.of(), run, 1, List.of());
        List<Preset> presets = new ArrayList<>();
        presets.add(new Preset("maddpg-openai", "MADDPG as published", "OpenAI's settings.", tag));
        presets.addAll(saved);
        return presets;
    }

    @Override
    public List<OptionDescriptor> runOptions() {
        return OptionSchema.of(RunOptions.class).options();
    }

    @Override
    public List<List<String>> charts(ExperimentSpec spec) {
        return List.of(List.of("episode_return"), List.of("critic_loss"), List.of("policy_loss"), List.of("q_mean"));
    }

    @Override
    public List<AgentSpec> agents(ExperimentSpec spec) {
        return FakeRun.AGENTS;
    }

    @Override
    public List<PublishedReturns.Band> published(ExperimentSpec spec) {
        return List.of();
    }

    @Override
    public void validate(ExperimentSpec spec) {
        Object predators = spec.scenarioOptions().get("num_adversaries");
        if (predators instanceof Long number && number == 13) {
            throw new OptionException("scenario_options.num_adversaries", "13 predators bring bad luck.");
        }
    }

    @Override
    public RunHandle start(ExperimentSpec spec, List<RunListener> listeners) {
        FakeRun run = new FakeRun(spec, listeners, failing, modelling);
        failing = false;
        latest = run;
        run.begin();
        return run;
    }

    @Override
    public RunHandle fork(ForkOrigin origin, ExperimentSpec spec, List<RunListener> listeners) {
        return start(spec, listeners);
    }

    @Override
    public RunHandle resume(Path run, List<RunListener> listeners) {
        return start(specOf(run), listeners);
    }

    @Override
    public EpisodePlayer preview(ExperimentSpec spec) {
        previewed = spec;
        return new FakeRun.CirclePlayer(false);
    }

    @Override
    public String commandOf(Path run) {
        return command(specOf(run));
    }

    @Override
    public String command(ExperimentSpec spec) {
        return "particle-arena train --scenario " + spec.scenario() + " --seed " + spec.seed();
    }

    @Override
    public Matchups matchups(ExperimentSpec settings, List<String> good, List<String> bad, int seeds) {
        throw new OptionException("algorithms", "Made-up runs leave nothing to compare.");
    }

    @Override
    public EpisodeArchive episodes() {
        return new EpisodeArchive(Catalogue.standard());
    }

    @Override
    public EpisodePlayer showcase() {
        return new FakeRun.CirclePlayer(false);
    }

    @Override
    public Optional<String> info(String name) {
        return name.equals("simple_tag")
                ? Optional.of(
                        "## WHAT IS IT?\n\nA hunt with `--num-adversaries`.\n\n## THINGS TO TRY\n\n- More *prey*.\n")
                : Optional.empty();
    }

    /** Sets what {@link #runs} gives. */
    public void setRuns(List<RunListing> listings) {
        runs = List.copyOf(listings);
    }

    /** Sets where runs lie; none do before. */
    public void setRunsFolder(Path folder) {
        runsFolder = folder;
    }

    @Override
    public Path runsFolder() {
        return runsFolder;
    }

    @Override
    public List<RunListing> runs() {
        return runs;
    }

    @Override
    public ExperimentSpec specOf(Path run) {
        return presets().get(0).spec();
    }

    @Override
    public Optional<ForkOrigin> originOf(Path run) {
        return Optional.empty();
    }

    @Override
    public ExperimentSpec read(Path file) {
        ExperimentSpec spec = presets().get(0).spec();
        return new ExperimentSpec(
                "simple_spread",
                spec.scenarioOptions(),
                spec.policies(),
                spec.assignment(),
                spec.opponents(),
                spec.run(),
                77,
                List.of());
    }

    @Override
    public List<String> ownPresets() {
        return saved.stream().map(Preset::name).toList();
    }

    @Override
    public String savePreset(String title, ExperimentSpec spec) {
        String name = title.toLowerCase(java.util.Locale.ROOT);
        if (name.isBlank()) {
            throw new OptionException("title", "The preset needs a title.");
        }
        saved.add(new Preset(name, title, "", spec));
        return name;
    }

    @Override
    public void deletePreset(String name) {
        saved.removeIf(preset -> preset.name().equals(name));
    }

    @Override
    public String json(ExperimentSpec spec) {
        return "{\"scenario\": \"" + spec.scenario() + "\"}";
    }
}
