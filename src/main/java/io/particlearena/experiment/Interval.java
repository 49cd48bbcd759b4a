package io.particlearena.experiment;

import java.util.Arrays;

/**
 * A mean with its 95 % confidence interval, from Student's t distribution.
 *
 * @param mean the mean
 * @param low the lower end; the mean itself if there is only one value
 * @param high the upper end; the mean itself if there is only one value
 */
public record Interval(double mean, double low, double high) {

    /** The 0.975 quantile of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    /** The 0.975 quantiles of Student's t distribution for 1 to 10 degrees of freedom. */
    private static final double[] STUDENT = {
        12.706204736,
        4.302652730,
        3.182446305,
        2.776445105,
        2.570581836,
        2.446911851,
        2.364624252,
        2.306004135,
        2.262157163,
        2.228138852
    };

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
        double half = error * studentQuantile(values.length - 1);
        return new Interval(mean, mean - half, mean + half);
    }

    /** The 0.975 quantile; beyond the table by the expansion of Fisher and Cornish (1960), whose error is below 1e-5. */
    static double studentQuantile(int degrees) {
        if (degrees <= STUDENT.length) {
            return STUDENT[degrees - 1];
        }
        double z = NORMAL;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double z9 = z7 * z * z;
        double n = degrees;
        return z
                + (z3 + z) / (4 * n)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n)
                + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * n * n * n * n);
    }
}
