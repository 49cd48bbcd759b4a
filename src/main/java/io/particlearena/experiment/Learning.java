package io.particlearena.experiment;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.Student;
import io.particlearena.experiment.RunOptions.AgentUpdates;
import io.particlearena.results.Histogram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets seats learn, in the order of seats: each after the one before, or all at once from one snapshot. What comes out
 * does not depend on the number of threads, and neither does the order of metrics.
 */
final class Learning implements AutoCloseable {

    private static final int MAX_THREADS = 4;

    private List<Policy> policyOfSeat;
    private final List<String> agents;
    private final List<SeatMetrics> metrics = new ArrayList<>();
    private final boolean[] due;
    private final ExecutorService threads;
    private final boolean simultaneous;
    private long updates;

    /** The values of one seat's update, kept until they are reported in the order of seats. */
    private static final class SeatMetrics implements MetricSink {
        private final List<String> names = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private final Map<String, double[]> profiles = new LinkedHashMap<>();

        @Override
        public void put(String name, double value) {
            names.add(name);
            values.add(value);
        }

        @Override
        public void profile(String name, double[] byStep) {
            profiles.put(name, byStep);
        }
    }

    Learning(List<Policy> policyOfSeat, List<String> agents, AgentUpdates order) {
        this.policyOfSeat = List.copyOf(policyOfSeat);
        this.agents = List.copyOf(agents);
        agents.forEach(agent -> metrics.add(new SeatMetrics()));
        due = new boolean[agents.size()];
        simultaneous = order == AgentUpdates.SIMULTANEOUS && agents.size() > 1;
        int size = Math.min(
                MAX_THREADS, Math.min(agents.size(), Runtime.getRuntime().availableProcessors()));
        threads = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "learning");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** States who plays the seats from now on. */
    void seat(List<Policy> policies) {
        policyOfSeat = List.copyOf(policies);
    }

    /**
     * Lets every seat learn that is due.
     *
     * @param trajectoryStep environment steps of the trajectory
     * @param step the step of the reported values
     * @param actors by seat; those of seats that learned are replaced by their newest snapshots
     * @throws AlgorithmFailure if a value is not finite
     */
    void update(long trajectoryStep, long step, Actor[] actors, MetricLog log) {
        boolean any = false;
        for (int seat = 0; seat < due.length; seat++) {
            due[seat] = policyOfSeat.get(seat).due(seat, trajectoryStep);
            any |= due[seat];
        }
        if (any) {
            updateDue(step, actors, log);
        }
    }

    private void updateDue(long step, Actor[] actors, MetricLog log) {
        if (simultaneous && Algorithms.usesCard()) {
            updateInOrder();
        } else if (simultaneous) {
            updateTogether();
        }
        for (int seat = 0; seat < due.length; seat++) {
            if (due[seat]) {
                if (!simultaneous) {
                    policyOfSeat.get(seat).update(seat, metrics.get(seat));
                }
                report(seat, step, log);
                policyOfSeat.get(seat).commit(seat);
                actors[seat] = policyOfSeat.get(seat).actor(seat);
                updates++;
            }
        }
    }

    /** With the same results as together, as nobody commits before all have learned. */
    private void updateInOrder() {
        for (int seat = 0; seat < due.length; seat++) {
            if (due[seat]) {
                policyOfSeat.get(seat).update(seat, metrics.get(seat));
            }
        }
    }

    private void updateTogether() {
        List<Future<?>> running = new ArrayList<>();
        for (int seat = 0; seat < due.length; seat++) {
            if (due[seat]) {
                int learner = seat;
                running.add(threads.submit(() -> policyOfSeat.get(learner).update(learner, metrics.get(learner))));
            }
        }
        for (Future<?> update : running) {
            await(update);
        }
    }

    private static void await(Future<?> update) {
        boolean interrupted = false;
        while (true) {
            try {
                update.get();
                break;
            } catch (InterruptedException e) {
                // An update cannot be left half done: another thread may still be writing weights.
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error failure) {
                    throw failure;
                }
                throw new IllegalStateException("An update threw a checked exception", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(int seat, long step, MetricLog log) {
        SeatMetrics reported = metrics.get(seat);
        for (int i = 0; i < reported.names.size(); i++) {
            report(seat, reported.names.get(i), step, reported.values.get(i), log);
        }
        reported.profiles.forEach((name, byStep) ->
                log.histogram(agents.get(seat) + "/" + name, step, Histogram.ofNumbered(byStep), List.of()));
        reported.profiles.clear();
        reported.names.clear();
        reported.values.clear();
    }

    private void report(int seat, String name, long step, double value, MetricLog log) {
        if (!Double.isFinite(value)) {
            throw new AlgorithmFailure("The " + name + " of agent " + agents.get(seat) + " is " + value + " at step "
                    + step + ", so learning cannot go on; a smaller learning rate or larger batch may help.");
        }
        log.put(agents.get(seat) + "/" + name, step, value);
    }

    /**
     * Lets a policy do one unit of its study.
     *
     * @param step the step of the reported values
     * @throws AlgorithmFailure if a value is not finite
     */
    void study(Student student, long unit, long step, MetricLog log) {
        student.study(unit, (seat, name, value) -> report(seat, name, step, value, log));
    }

    /** Whether the seat has learned after the latest step. */
    boolean hasUpdated(int seat) {
        return due[seat];
    }

    /** The number of updates made, summed over agents. */
    long updates() {
        return updates;
    }

    /** Continues counting from here. */
    void restoreUpdates(long count) {
        updates = count;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
