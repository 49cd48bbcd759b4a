package io.particlearena.algo.maddpg;

import io.particlearena.math.Statistics;
import io.particlearena.nn.PyTorchProcess;
import io.particlearena.nn.Seconds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Times MADDPG's update here and in PyTorch in turns, so that both meet the same machine in the same state. The other side
 * is {@code benchmarks/maddpg_update.py} in a process of its own.
 */
public final class PyTorchComparison {

    private static final int WARM_UP_UPDATES = 150;
    private static final int WARM_UP_ACTIONS = 50_000;
    private static final int ACTIONS = 5_000;

    /**
     * What one round took.
     *
     * @param update milliseconds of an update here
     * @param torchUpdate milliseconds of an update in PyTorch
     * @param processor milliseconds of an update here, on the processor
     * @param torchProcessor milliseconds of an update in PyTorch, on the processor
     * @param pair milliseconds of two agents' updates on two threads here
     * @param act microseconds of an action here
     * @param torchAct microseconds of an action in PyTorch
     */
    public record Round(
            double update,
            double torchUpdate,
            double processor,
            double torchProcessor,
            double pair,
            double act,
            double torchAct) {}

    /**
     * All rounds.
     *
     * @param torch PyTorch's version
     */
    public record Result(String torch, List<Round> rounds) {

        public Result {
            rounds = List.copyOf(rounds);
        }

        /** The median over the rounds. */
        public double median(ToDoubleFunction<Round> value) {
            return Statistics.median(rounds.stream().mapToDouble(value).toArray());
        }

        /** A table in Markdown; ratios are medians of the rounds' own ratios. */
        public String table() {
            return String.format(
                    Locale.ROOT,
                    """
                    | workload (%d rounds in turns) | here | %s, 1 thread | ratio |
                    |---|---|---|---|
                    | MADDPG update of one agent, batch 1024 | %.2f ms | %.2f ms | %.2fx |
                    | the same, time on the processor | %.2f ms | %.2f ms | %.2fx |
                    | two agents on two threads, per update | %.2f ms | - | %.2fx of one thread |
                    | acting, one policy 16-64-64-5, one observation | %.2f us | %.1f us | %.1fx |
                    """,
                    rounds.size(),
                    torch,
                    median(Round::update),
                    median(Round::torchUpdate),
                    median(round -> round.torchUpdate / round.update),
                    median(Round::processor),
                    median(Round::torchProcessor),
                    median(round -> round.torchProcessor / round.processor),
                    median(round -> round.pair / 2),
                    median(round -> 2 * round.update / round.pair),
                    median(Round::act),
                    median(Round::torchAct),
                    median(round -> round.torchAct / round.act));
        }
    }

    private PyTorchComparison() {}

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
        List<Round> rounds = new ArrayList<>();
        try (UpdateBenchmark own = new UpdateBenchmark()) {
            own.updateSeconds(WARM_UP_UPDATES);
            own.simultaneousSeconds(WARM_UP_UPDATES);
            own.actSeconds(WARM_UP_ACTIONS);
            torch.seconds("update", WARM_UP_UPDATES / 5);
            for (int i = 0; i < count; i++) {
                Seconds torchUpdate = torch.seconds("update", updates);
                Seconds update = own.updateSeconds(updates);
                double pair = own.simultaneousSeconds(updates);
                double torchAct = torch.seconds("act", ACTIONS).wall();
                double act = own.actSeconds(10 * ACTIONS) / 10;
                rounds.add(new Round(
                        1e3 * update.wall() / updates,
                        1e3 * torchUpdate.wall() / updates,
                        1e3 * update.processor() / updates,
                        1e3 * torchUpdate.processor() / updates,
                        1e3 * pair / updates,
                        1e6 * act / ACTIONS,
                        1e6 * torchAct / ACTIONS));
            }
        }
        return rounds;
    }
}
