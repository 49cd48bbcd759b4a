package io.particlearena.math;

import java.util.Arrays;

/**
 * An aggregate of several runs at one place, with the interval that holds 95 % of its values over runs drawn with
 * replacement: the percentile bootstrap.
 *
 * @param centre the aggregate of the runs
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 */
public record BootstrapBand(double centre, double low, double high) {

    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;

    /**
     * Which runs make up each of the samples: the same ones at every place, so that a band is as smooth as its curves.
     *
     * @param times by sample, how often each run occurs
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Samples(int[][] times) {

        /** A thousand samples that depend on the number of runs alone, so that a band is the same wherever it is shown. */
        public static Samples ofRuns(int runs) {
            return draw(runs, new RandomStreams(runs).stream("charts/bootstrap"));
        }

        /** Draws a thousand samples of as many runs as there are. */
        public static Samples draw(int runs, RandomStream random) {
            int[][] times = new int[RESAMPLES][runs];
            for (int[] sample : times) {
                for (int i = 0; i < runs; i++) {
                    sample[random.nextInt(runs)]++;
                }
            }
            return new Samples(times);
        }
    }

    /**
     * The band at one place.
     *
     * @param values one for each run; those that are NaN are left out
     */
    public static BootstrapBand of(double[] values, Aggregate aggregate, Samples samples) {
        Integer[] order = new Integer[values.length];
        int present = 0;
        for (int run = 0; run < values.length; run++) {
            if (!Double.isNaN(values[run])) {
                order[present++] = run;
            }
        }
        if (present == 0) {
            return new BootstrapBand(Double.NaN, Double.NaN, Double.NaN);
        }
        Arrays.sort(order, 0, present, (a, b) -> Double.compare(values[a], values[b]));
        double[] sorted = new double[present];
        int[] times = new int[present];
        for (int i = 0; i < present; i++) {
            sorted[i] = values[order[i]];
            times[i] = 1;
        }
        double centre = aggregate.of(sorted, times, present);
        double[] results = new double[samples.times().length];
        int found = 0;
        for (int[] sample : samples.times()) {
            int count = 0;
            for (int i = 0; i < present; i++) {
                times[i] = sample[order[i]];
                count += times[i];
            }
            if (count > 0) {
                results[found++] = aggregate.of(sorted, times, count);
            }
        }
        Arrays.sort(results, 0, found);
        double low = found == 0 ? centre : results[(int) Math.floor(TAIL * (found - 1))];
        double high = found == 0 ? centre : results[(int) Math.ceil((1 - TAIL) * (found - 1))];
        return new BootstrapBand(centre, low, high);
    }
}
