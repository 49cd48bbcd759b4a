package io.particlearena.nn;

import io.particlearena.math.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Times an LSTM's update and its acting here and in PyTorch, {@code benchmarks/lstm_update.py}, in turns. */
public final class LstmComparison {

    private static final int WARM_UP_UPDATES = 300;
    private static final int WARM_UP_STEPS = 50_000;
    private static final int STEPS = 5_000;

    /**
     * What one round took.
     *
     * @param update milliseconds of an update here
     * @param torchUpdate milliseconds of an update in PyTorch
     * @param processor milliseconds of an update here, on the processor
     * @param torchProcessor milliseconds of an update in PyTorch, on the processor
     * @param act microseconds of a step of acting here
     * @param torchAct microseconds of a step of acting in PyTorch
     */
    public record Round(
            double update, double torchUpdate, double processor, double torchProcessor, double act, double torchAct) {}

    /**
     * All rounds.
     *
     * @param torch PyTorch's version
     */
    public record Result(String torch, List<Round> rounds) {

        public Result {
            rounds = List.copyOf(rounds);
        }

        private double median(ToDoubleFunction<Round> value) {
            return Statistics.median(rounds.stream().mapToDouble(value).toArray());
        }

        /** A table in Markdown; ratios are medians of the rounds' own ratios. */
        public String table() {
            return String.format(
                    Locale.ROOT,
                    """
                    | workload (%d rounds in turns) | here | %s, 1 thread | ratio |
                    |---|---|---|---|
                    | LSTM update, 8 sequences of 64 steps, 40 inputs, 64 units | %.2f ms | %.2f ms | %.2fx |
                    | the same, time on the processor | %.2f ms | %.2f ms | %.2fx |
                    | acting, one step of an LSTM 40-64 | %.2f us | %.1f us | %.1fx |
                    """,
                    rounds.size(),
                    torch,
                    median(Round::update),
                    median(Round::torchUpdate),
                    median(round -> round.torchUpdate / round.update),
                    median(Round::processor),
                    median(Round::torchProcessor),
                    median(round -> round.torchProcessor / round.processor),
                    median(Round::act),
                    median(Round::torchAct),
                    median(round -> round.torchAct / round.act));
        }
    }

    private LstmComparison() {}

    /**
     * Runs the comparison.
     *
     * @param pythons commands of Python 3 to try; the first that has PyTorch is taken
     * @param script the Python side
     * @param rounds how often each side has its turn
     * @param updates the number of updates in a turn
     * @return nothing where no Python has PyTorch
     */
    public static Optional<Result> run(List<String> pythons, Path script, int rounds, int updates) {
        return PyTorchProcess.start(pythons, script).map(started -> {
            try (PyTorchProcess torch = started) {
                return new Result(torch.version(), rounds(torch, rounds, updates));
            }
        });
    }

    private static List<Round> rounds(PyTorchProcess torch, int count, int updates) {
        Plan plan = EngineBenchmark.lstmUpdate(1);
        Runnable step = EngineBenchmark.lstmStep();
        repeat(plan::run, WARM_UP_UPDATES);
        repeat(step, WARM_UP_STEPS);
        torch.seconds("update", WARM_UP_UPDATES / 10);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Seconds torchUpdate = torch.seconds("update", updates);
            Seconds update = Seconds.of(() -> repeat(plan::run, updates));
            double torchAct = torch.seconds("act", STEPS).wall();
            double act = Seconds.of(() -> repeat(step, 10 * STEPS)).wall() / 10;
            rounds.add(new Round(
                    1e3 * update.wall() / updates,
                    1e3 * torchUpdate.wall() / updates,
                    1e3 * update.processor() / updates,
                    1e3 * torchUpdate.processor() / updates,
                    1e6 * act / STEPS,
                    1e6 * torchAct / STEPS));
        }
        return rounds;
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }
}
