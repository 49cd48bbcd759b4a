package io.particlearena.math;

import org.apache.commons.math3.stat.inference.TTest;

/**
 * Two groups of runs set against each other, by Welch's t test, which Colas et al. (2019) recommend for few runs of unequal
 * variance.
 *
 * @param difference the first group's mean less the second's
 * @param probability of a difference at least as large if the groups' means were the same (two-sided p value); 1 where nothing
 *     varies and the means are the same, 0 where nothing varies and they differ
 * @param effectSize Hedges' g: the difference in standard deviations, corrected for few runs; NaN where nothing varies
 * @param improvement the probability that a run of the first group has a larger value than one of the second, ties counted half
 *     (Agarwal et al., 2021)
 */
public record GroupComparison(double difference, double probability, double effectSize, double improvement) {

    /**
     * Compares groups of at least two runs each.
     *
     * @param first a value of each run
     * @param second a value of each run
     */
    public static GroupComparison of(double[] first, double[] second) {
        if (first.length < 2 || second.length < 2) {
            throw new IllegalArgumentException(
                    "Groups of " + first.length + " and " + second.length + " runs cannot be compared");
        }
        double difference = Statistics.mean(first) - Statistics.mean(second);
        double squares = Statistics.variance(first) * first.length + Statistics.variance(second) * second.length;
        int degrees = first.length + second.length - 2;
        double probability = squares > 0 ? new TTest().tTest(first, second) : difference == 0 ? 1 : 0;
        double correction = 1 - 3.0 / (4 * degrees - 1);
        double effectSize = squares > 0 ? correction * difference / Math.sqrt(squares / degrees) : Double.NaN;
        return new GroupComparison(difference, probability, effectSize, improvement(first, second));
    }

    private static double improvement(double[] first, double[] second) {
        double wins = 0;
        for (double a : first) {
            for (double b : second) {
                wins += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return wins / ((double) first.length * second.length);
    }
}
