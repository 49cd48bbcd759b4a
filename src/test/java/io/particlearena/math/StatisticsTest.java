package io.particlearena.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class StatisticsTest {

    private static final double[] VALUES = {2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void meanAndVariance() {
        assertThat(Statistics.mean(VALUES)).isEqualTo(5);
        assertThat(Statistics.variance(VALUES)).isEqualTo(4);
    }

    @Test
    void medianOfOddAndEvenNumbers() {
        double[] values = {5, 1, 9};
        assertThat(Statistics.median(values)).isEqualTo(5);
        assertThat(values).containsExactly(5, 1, 9);
        assertThat(Statistics.median(new double[] {5, 1, 9, 6})).isEqualTo(5.5);
    }

    @Test
    void standardisedNumbersHaveMeanZeroAndVarianceOne() {
        double[] values = VALUES.clone();
        Statistics.standardise(values);
        assertThat(values).containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
    }

    @Test
    void numbersThatAreAllTheSameBecomeZeros() {
        double[] values = {3, 3};
        Statistics.standardise(values);
        assertThat(values).containsExactly(0, 0);
    }

    @Test
    void explainedVarianceOfPerfectConstantAndOppositePredictions() {
        double[] shifted = VALUES.clone();
        double[] opposite = VALUES.clone();
        for (int i = 0; i < VALUES.length; i++) {
            shifted[i] += 10;
            opposite[i] = -VALUES[i];
        }
        assertThat(Statistics.explainedVariance(shifted, VALUES)).isCloseTo(1, within(1e-12));
        assertThat(Statistics.explainedVariance(new double[8], VALUES)).isCloseTo(0, within(1e-12));
        assertThat(Statistics.explainedVariance(opposite, VALUES)).isCloseTo(-3, within(1e-12));
        assertThat(Statistics.explainedVariance(VALUES, new double[8])).isZero();
    }
}
