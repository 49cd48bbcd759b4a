package io.particlearena.math;

/** How the values of several runs are summed up as one. */
public enum Aggregate {
    /** The mean of all. */
    MEAN,
    /**
     * The mean of the middle half, which single lucky or failed runs do not move (Agarwal et al., 2021). Where a quarter of the
     * number is no whole number, the outermost values of the half count in part.
     */
    INTERQUARTILE_MEAN;

    /**
     * The aggregate of a sample in which values may occur several times.
     *
     * @param sorted the values that may occur, ascending
     * @param times how often each of them occurs, in the same order
     * @param count the sum of the times, positive
     */
    double of(double[] sorted, int[] times, int count) {
        double cut = this == MEAN ? 0 : count / 4.0;
        double from = cut;
        double to = count - cut;
        double sum = 0;
        double before = 0;
        for (int i = 0; i < sorted.length; i++) {
            double after = before + times[i];
            double inside = Math.min(after, to) - Math.max(before, from);
            if (inside > 0) {
                sum += inside * sorted[i];
            }
            before = after;
        }
        return sum / (to - from);
    }
}
