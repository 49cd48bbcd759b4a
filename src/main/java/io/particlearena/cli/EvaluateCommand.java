package io.particlearena.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Evaluation;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.Interval;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.store.JsonLimits;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the policies of a run. */
@Command(
        name = "evaluate",
        description = {
            "Measures the newest policies of a run.",
            "Plays episodes without learning and prints the mean return of each agent with its 95 %% confidence interval,"
                    + " and the means of the values that the scenario's publication reports,"
                    + " and how well agents that model others predicted them."
                    + " All runs of a scenario meet the same initial states."
        },
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

    private static final long MOST_EPISODES = 10_000_000;

    private final Catalogue catalogue;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Mixin
    final PlayFlags playing = new PlayFlags(1000, MOST_EPISODES);

    @Option(names = "--load-good", paramLabel = "RUN", description = "Let the good policy of another run play.")
    private String good = "";

    @Option(names = "--load-bad", paramLabel = "RUN", description = "Let the bad policy of another run play.")
    private String bad = "";

    @Option(
            names = "--opponent",
            paramLabel = "NAME",
            description = "Which of the policies that take turns plays. Default: the first.")
    private String opponent = "";

    @Option(
            names = "--record",
            paramLabel = "N",
            description = "Record the first N episodes in the run's folder, for 'replay'.")
    private long record;

    @Option(names = "--json", description = "Print JSON, with reward terms and events, instead of a table.")
    private boolean json;

    @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.")
    private String run = "";

    @Spec
    private CommandSpec command;

    private Path folder = Path.of("");
    private int recorded;

    EvaluateCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() {
        int episodes = playing.episodes();
        InputErrors.checkRange(command, "--record", record, 0, MOST_EPISODES);
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        Map<String, Path> replaced = new LinkedHashMap<>();
        if (!good.isEmpty()) {
            replaced.put("good", experiments.find(good));
        }
        if (!bad.isEmpty()) {
            replaced.put("bad", experiments.find(bad));
        }
        folder = experiments.find(run);
        Evaluation evaluation = new Evaluation(catalogue, folder, playing.checkpoint(), replaced);
        if (!opponent.isEmpty()) {
            evaluation.against(opponent);
        }
        boolean match = !replaced.isEmpty() || !opponent.isEmpty();
        Evaluation.Result result = evaluation.play(
                episodes,
                playing.isDeterministic(),
                playing.seed(),
                recording -> keep(recording, evaluation.step(), match),
                (int) Math.min(record, episodes));
        if (json) {
            console.out().println(json(result));
            console.out().flush();
        } else {
            table(result);
        }
        return Cli.OK;
    }

    private void keep(EpisodeRecording recording, long step, boolean match) {
        recorded++;
        Path episodesFolder = new RunFolder(folder).episodes();
        Path file = match
                ? EpisodeFile.next(episodesFolder, step, EpisodeFile.MATCH)
                : episodesFolder.resolve(EpisodeFile.played(step, playing.isDeterministic(), playing.seed(), recorded));
        recording.write(file);
        console.err().println("Recorded " + file);
        console.err().flush();
    }

    private void table(Evaluation.Result result) {
        console.out()
                .println(result.scenario() + ", " + result.episodes()
                        + (result.episodes() == 1 ? " episode, " : " episodes, ")
                        + (result.deterministic() ? "deterministic" : "stochastic") + " actions"
                        + (result.opponent().isEmpty() ? "" : ", opponent " + result.opponent()));
        Table table = new Table("AGENT", "MEAN RETURN", "95 % INTERVAL");
        boolean several = result.episodes() > 1;
        result.returns().forEach((agent, interval) -> row(table, agent, interval, several));
        row(table, "sum", result.sum(), several);
        table.print(console.out());
        if (result.diagnostics().values().stream().anyMatch(values -> !values.isEmpty())) {
            console.out().println();
            Table means = new Table("AGENT", "DIAGNOSTIC", "MEAN PER STEP");
            result.diagnostics()
                    .forEach((agent, values) -> values.forEach(
                            (name, mean) -> means.row(agent, name, String.format(Locale.ROOT, "%.3f", mean))));
            means.print(console.out());
        }
        if (!result.measures().isEmpty()) {
            console.out().println();
            Table measures = new Table("AGENT", "MEASURE", "MEAN");
            result.measures()
                    .forEach((agent, values) -> values.forEach(
                            (name, mean) -> measures.row(agent, name, String.format(Locale.ROOT, "%.3f", mean))));
            measures.print(console.out());
        }
    }

    /** @param several whether there is more than one episode, without which there is no interval */
    private static void row(Table table, String agent, Interval interval, boolean several) {
        table.row(
                agent,
                String.format(Locale.ROOT, "%.3f", interval.mean()),
                several ? String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high()) : "-");
    }

    private static String json(Evaluation.Result result) {
        try {
            return JsonLimits.mapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain records can always be written as JSON", e);
        }
    }
}
