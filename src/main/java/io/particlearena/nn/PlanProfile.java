package io.particlearena.nn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the time of a plan's runs goes, and of what is done beside them. One thread at a time may use it. */
public final class PlanProfile {

    private static final double MICROS_PER_NANO = 1e-3;

    private final Plan plan;
    private final long[] operations;
    private final Map<String, Long> others = new HashMap<>();

    /** Seals the plan. */
    public PlanProfile(Plan plan) {
        this.plan = plan;
        operations = new long[plan.stepLabels().size()];
    }

    /** Runs the plan and counts the time of each operation. */
    public void run() {
        plan.runTimed(operations);
    }

    /** Counts the time of something else, in nanoseconds. */
    public void add(String part, long nanos) {
        others.merge(part, nanos, Long::sum);
    }

    /** The nanoseconds of all operations so far. */
    public long operationNanos() {
        long sum = 0;
        for (long nanos : operations) {
            sum += nanos;
        }
        return sum;
    }

    /**
     * Microseconds by part, the costliest first; operations that are called alike count as one.
     *
     * @param runs by how many to divide what was counted
     */
    public Map<String, Double> micros(int runs) {
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < operations.length; i++) {
            sums.merge(plan.stepLabels().get(i), MICROS_PER_NANO * operations[i] / runs, Double::sum);
        }
        others.forEach((part, nanos) -> sums.merge(part, MICROS_PER_NANO * nanos / runs, Double::sum));
        Map<String, Double> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
