package io.particlearena.scenario;

import com.sun.management.ThreadMXBean;
import io.particlearena.env.Environment;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.Statistics;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures how fast the scenarios step on one thread, with default options: random actions drawn beforehand, observations,
 * rewards, their terms and events computed, a reset every 25 steps.
 */
public final class WorldBenchmark {

    private static final int ROUNDS = 7;
    private static final int ACTIONS = 101;
    private static final int STEPS_PER_CHUNK = 2500;
    private static final double NANOSECONDS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private WorldBenchmark() {}

    /**
     * What was measured.
     *
     * @param scenario its name
     * @param agents how many agents it has
     * @param stepsPerSecond environment steps a second of this thread's processor time, the median over rounds; what a
     *     quiet machine does, also where others use the machine
     * @param stepsPerWallSecond environment steps a second by the clock on the wall, the median over rounds
     * @param bytesPerStep memory allocated per step
     */
    public record Figure(
            String scenario, int agents, double stepsPerSecond, double stepsPerWallSecond, double bytesPerStep) {}

    /**
     * Measures every scenario of the catalogue.
     *
     * @param seconds how long each may take by the clock on the wall, warming up included
     */
    public static List<Figure> run(double seconds) {
        return Scenarios.entries().stream()
                .map(entry -> run(entry.name(), seconds))
                .toList();
    }

    /** Measures one scenario. */
    public static Figure run(String scenario, double seconds) {
        Environment environment = Scenarios.find(scenario)
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario \"" + scenario + "\"."))
                .create(Map.of(), RandomStream.ofSeed(1));
        Workload workload = new Workload(environment);
        workload.run(seconds * NANOSECONDS / 4);
        double[] rates = new double[ROUNDS];
        double[] wallRates = new double[ROUNDS];
        long steps = workload.steps;
        long bytes = allocatedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long before = workload.steps;
            wallRates[round] = workload.run(seconds * NANOSECONDS * 3 / 4 / ROUNDS);
            rates[round] = (workload.steps - before) * NANOSECONDS / (THREADS.getCurrentThreadCpuTime() - cpu);
        }
        double bytesPerStep = (double) (allocatedBytes() - bytes) / (workload.steps - steps);
        return new Figure(
                scenario,
                environment.agents().size(),
                Statistics.median(rates),
                Statistics.median(wallRates),
                Math.rint(bytesPerStep));
    }

    private static long allocatedBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Steps an environment with actions that were drawn beforehand. */
    private static final class Workload {
        private final Environment environment;
        private final StepBuffer buffer;
        private final List<double[][]> actions = new ArrayList<>();
        private long steps;

        Workload(Environment environment) {
            this.environment = environment;
            buffer = new StepBuffer(environment);
            RandomStream random = RandomStream.ofSeed(2);
            for (int i = 0; i < ACTIONS; i++) {
                actions.add(environment.agents().stream()
                        .map(agent -> random.doubles(agent.actionSize()).toArray())
                        .toArray(double[][]::new));
            }
            environment.reset(buffer);
        }

        /** Steps for about a time, and returns steps a second. */
        double run(double nanoseconds) {
            long start = System.nanoTime();
            long first = steps;
            long elapsed = 0;
            while (elapsed < nanoseconds) {
                chunk();
                elapsed = System.nanoTime() - start;
            }
            return (steps - first) * NANOSECONDS / elapsed;
        }

        private void chunk() {
            for (int i = 0; i < STEPS_PER_CHUNK; i++) {
                environment.step(actions.get((int) (steps % ACTIONS)), buffer);
                steps++;
                if (buffer.episodeOver()) {
                    environment.reset(buffer);
                }
            }
        }
    }
}
