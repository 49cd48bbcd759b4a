package io.particlearena.math;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/** Statistics of arrays of numbers, summed from the first to the last. */
public final class Statistics {

    private Statistics() {}

    /** The mean. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The middle one of the numbers in their order, or the mean of the two in the middle. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The number below which a value of Student's t distribution lies with the given probability. */
    public static double studentQuantile(double probability, int degreesOfFreedom) {
        // Without a generator of random numbers, which only drawing from the distribution needs.
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
    }

    /** The mean squared distance from the mean. */
    public static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    /** Gives the numbers mean 0 and variance 1, in place; numbers that are all the same become zeros. */
    public static void standardise(double[] values) {
        double mean = mean(values);
        double variance = variance(values);
        double factor = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) * factor;
        }
    }

    /**
     * The share of the variance of {@code actual} that a prediction explains: 1 for a perfect one, 0 for one that is as good
     * as a constant, less for a worse one; 0 where nothing varies.
     */
    public static double explainedVariance(double[] predicted, double[] actual) {
        double variance = variance(actual);
        if (variance == 0) {
            return 0;
        }
        double meanError = mean(actual) - mean(predicted);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double rest = actual[i] - predicted[i] - meanError;
            sum += rest * rest;
        }
        return 1 - sum / actual.length / variance;
    }
}
