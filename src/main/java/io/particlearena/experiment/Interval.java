package io.particlearena.experiment;

import io.particlearena.math.Statistics;
import java.util.Arrays;

/**
 * A mean with its 95 % confidence interval, from Student's t distribution.
 *
 * @param mean the mean
 * @param low the lower end; the mean itself if there is only one value
 * @param high the upper end; the mean itself if there is only one value
 */
public record Interval(double mean, double low, double high) {

    private static final double UPPER = 0.975;

    /** The interval for the mean of independent values, at least one. */
    public static Interval of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        if (values.length == 1) {
            return new Interval(mean, mean, mean);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double half = error * Statistics.studentQuantile(UPPER, values.length - 1);
        return new Interval(mean, mean - half, mean + half);
    }
}
