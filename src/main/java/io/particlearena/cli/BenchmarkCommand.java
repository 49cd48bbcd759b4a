package io.particlearena.cli;

import io.particlearena.algo.maddpg.PyTorchComparison;
import io.particlearena.algo.maddpg.UpdateBenchmark;
import io.particlearena.experiment.CheckpointBenchmark;
import io.particlearena.experiment.LemolBenchmark;
import io.particlearena.nn.EngineBenchmark;
import io.particlearena.nn.LstmComparison;
import io.particlearena.options.OptionException;
import io.particlearena.scenario.WorldBenchmark;
import io.particlearena.ui.shell.ChartsBenchmark;
import io.particlearena.ui.shell.FrameStatistics;
import io.particlearena.ui.shell.NoDisplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures fixed workloads and prints the figures as Markdown tables. */
@Command(
        name = "benchmark",
        description = {
            "Measures fixed workloads and prints the figures. The machine should have nothing else to do.",
            "With PyTorch installed, its figures for the same update are measured in turns with ours."
        },
        sortOptions = false)
final class BenchmarkCommand implements Callable<Integer> {

    /** Set by the start script to the folder that the program lies in. */
    private static final String HOME = "particlearena.home";

    private static final List<String> PARTS =
            List.of("worlds", "engine", "update", "profile", "memory", "checkpoints", "lemol", "charts");
    private static final List<String> ASKED_FOR = List.of("lemol", "charts");
    private static final List<String> LEMOL_PRESETS = List.of("lemol-code", "lemol-push");
    private static final double MILLION = 1e6;
    private static final int CAPACITY = 1_000_000;
    private static final int MOST = 1_000_000;
    private static final int CHART_RUNS = 1000;
    private static final long CHART_POINTS = 10_000_000;
    private static final int EPISODES_BETWEEN_CHECKPOINTS = 1000;

    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each measurement. Default: 10.")
    private int rounds = 10;

    @Option(names = "--updates", paramLabel = "N", description = "Updates in each round. Default: 100.")
    private int updates = 100;

    @Option(names = "--seconds", paramLabel = "X", description = "Seconds for each scenario. Default: 4.")
    private double seconds = 4;

    @Option(
            names = "--memory-updates",
            paramLabel = "N",
            description = "Updates over which the process's memory is watched. Default: 15000.")
    private int memoryUpdates = 15_000;

    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            split = ",",
            description = "Commands of Python 3 to try for PyTorch. Default: python3.")
    private List<String> pythons = List.of("python3", "/usr/bin/python3");

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = {
                "PyTorch's side. Default: benchmarks/maddpg_update.py of the program's folder.",
                "For the LSTM, lstm_update.py beside it."
            })
    private @Nullable Path script;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description =
                    "What to measure: worlds, engine, update, profile, memory, checkpoints, lemol, charts. Default: all but"
                            + " lemol, which takes a minute or more, and charts, which are shown on the screen.")
    private List<String> parts =
            PARTS.stream().filter(part -> !ASKED_FOR.contains(part)).toList();

    @Spec
    private CommandSpec command;

    BenchmarkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (String part : parts) {
            if (!PARTS.contains(part)) {
                throw new OptionException(
                        "", "There is no benchmark \"" + part + "\"; there are " + String.join(", ", PARTS) + ".");
            }
        }
        InputErrors.checkRange(command, "--rounds", rounds, 1, MOST);
        InputErrors.checkRange(command, "--updates", updates, 1, MOST);
        InputErrors.checkRange(command, "--memory-updates", memoryUpdates, 1, MOST);
        if (!(seconds > 0 && seconds <= MOST)) {
            throw new InputErrors.NotAllowed(command, "--seconds", seconds, "a number over 0, at most " + MOST);
        }
        if (script != null && !Files.isRegularFile(script)) {
            throw new InputErrors.NotAllowed(command, "--script", script, "a file that is there");
        }
        for (String part : parts) {
            switch (part) {
                case "worlds" -> worlds();
                case "engine" -> engine();
                case "update" -> update();
                case "profile" -> profile();
                case "memory" -> memory();
                case "checkpoints" -> checkpoints();
                case "lemol" -> lemol();
                default -> charts();
            }
            console.out().flush();
        }
        return Cli.OK;
    }

    private void worlds() {
        console.out().println("| scenario | agents | steps/s of processor time | steps/s by the clock | bytes/step |");
        console.out().println("|---|---|---|---|---|");
        for (WorldBenchmark.Figure figure : WorldBenchmark.run(seconds)) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "| %s | %d | %,.0f | %,.0f | %.0f |%n",
                            figure.scenario(),
                            figure.agents(),
                            figure.stepsPerSecond(),
                            figure.stepsPerWallSecond(),
                            figure.bytesPerStep());
        }
        console.out().println();
    }

    private void engine() {
        console.out().println("| engine | median | least |");
        console.out().println("|---|---|---|");
        timing(EngineBenchmark.maddpgUpdate(rounds, updates));
        timing(EngineBenchmark.acting(rounds, 100 * updates));
        timing(EngineBenchmark.lstmUpdate(rounds, updates));
        timing(EngineBenchmark.lstmActing(rounds, 100 * updates));
        console.out().println();
    }

    private void timing(EngineBenchmark.Timing timing) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "| %s | %.2f us | %.2f us |%n",
                        timing.name(),
                        timing.medianMicros(),
                        timing.leastMicros());
    }

    private void update() {
        Path python = script == null ? Path.of(System.getProperty(HOME, ""), "benchmarks", "maddpg_update.py") : script;
        Optional<PyTorchComparison.Result> compared = Files.isRegularFile(python)
                ? PyTorchComparison.run(pythons, python, rounds, updates)
                : Optional.empty();
        if (compared.isPresent()) {
            console.out().println(compared.get().table());
            LstmComparison.run(pythons, python.resolveSibling("lstm_update.py"), rounds, updates)
                    .ifPresent(result -> console.out().println(result.table()));
            return;
        }
        console.err().println("There is no PyTorch to compare with, or no " + python + "; measuring alone.");
        try (UpdateBenchmark own = new UpdateBenchmark()) {
            own.updateSeconds(updates);
            own.actSeconds(100 * updates);
            console.out().println("| workload | here |");
            console.out().println("|---|---|");
            console.out()
                    .printf(
                            Locale.ROOT,
                            "| MADDPG update of one agent, batch 1024 | %.2f ms |%n",
                            1000 * own.updateSeconds(rounds * updates).wall() / (rounds * updates));
            console.out()
                    .printf(
                            Locale.ROOT,
                            "| acting, one policy 16-64-64-5, one observation | %.2f us |%n%n",
                            MILLION * own.actSeconds(100 * rounds * updates) / (100 * rounds * updates));
        }
    }

    private void profile() {
        console.out().println("| part of an update | microseconds |");
        console.out().println("|---|---|");
        try (UpdateBenchmark own = new UpdateBenchmark()) {
            own.updateSeconds(updates);
            own.profile(rounds * updates)
                    .forEach((part, micros) -> console.out().printf(Locale.ROOT, "| %s | %.1f |%n", part, micros));
        }
        console.out().println();
    }

    private void checkpoints() throws IOException {
        CheckpointBenchmark.Figure figure = CheckpointBenchmark.run(CAPACITY, EPISODES_BETWEEN_CHECKPOINTS, rounds);
        console.out().println("| checkpoints with a full replay buffer | measured |");
        console.out().println("|---|---|");
        console.out()
                .printf(
                        Locale.ROOT,
                        "| steps in the buffer | %,d |%n| a checkpoint, median and largest | %.0f ms, %.0f ms |%n"
                                + "| training between two | %.2f s |%n| share of the time | %.1f %% |%n"
                                + "| restoring one | %.1f s |%n%n",
                        figure.capacity(),
                        figure.medianMillis(),
                        figure.largestMillis(),
                        figure.trainingSeconds(),
                        100 * figure.share(),
                        figure.restoreSeconds());
    }

    private void lemol() throws IOException {
        Map<String, LemolBenchmark.Figure> figures = new LinkedHashMap<>();
        for (String preset : LEMOL_PRESETS) {
            figures.put(preset, LemolBenchmark.run(preset));
        }
        console.out().println(LemolBenchmark.Figure.tables(figures));
    }

    private void charts() throws IOException {
        ChartsBenchmark.Figures figures;
        try {
            figures = ChartsBenchmark.run(CHART_RUNS, CHART_POINTS, seconds);
        } catch (NoDisplayException e) {
            throw new OptionException("", String.valueOf(e.getMessage()));
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "| charts of %,d points in %,d runs (%.0f MB) | measured |%n|---|---|%n",
                        CHART_POINTS,
                        CHART_RUNS,
                        figures.megabytes());
        console.out()
                .printf(
                        Locale.ROOT,
                        "| from nothing read to all charts drawn; processor time | %.2f s; %.2f s |%n| drawings/s of a chart that is moved | %.0f |%n",
                        figures.openSeconds(),
                        figures.openProcessorSeconds(),
                        figures.drawingsPerSecond());
        frames("while it is moved", figures.moving());
        frames("while a run writes 2,000 points/s", figures.live());
        frames("while nothing changes", figures.still());
        console.out().println();
    }

    private void frames(String when, FrameStatistics.Figures frames) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "| frames/s %s; FX thread a frame, mean, median and 95th percentile | %.0f; %.2f ms, %.2f ms, %.2f ms |%n",
                        when,
                        frames.framesPerSecond(),
                        frames.meanMillis(),
                        frames.medianMillis(),
                        frames.percentile95Millis());
    }

    private void memory() throws IOException {
        EngineBenchmark.Memory memory = EngineBenchmark.memory(memoryUpdates);
        console.out().println("| resident memory | after 100 updates | after " + memory.updates() + " more |");
        console.out().println("|---|---|---|");
        console.out()
                .printf(
                        Locale.ROOT,
                        "| this process | %.1f MB | %.1f MB |%n%n",
                        memory.startMegabytes(),
                        memory.endMegabytes());
    }
}
