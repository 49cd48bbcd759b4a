package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.math.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntervalTest {

    /** The 0.975 quantiles as published tables have them. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.7062",
        "2, 4.3027",
        "5, 2.5706",
        "10, 2.2281",
        "11, 2.2010",
        "15, 2.1314",
        "20, 2.0860",
        "30, 2.0423",
        "60, 2.0003",
        "120, 1.9799",
        "1000, 1.9623",
        "1000000, 1.9600"
    })
    void quantilesAreThoseOfStudentsDistribution(int degrees, double quantile) {
        assertThat(Statistics.studentQuantile(0.975, degrees)).isCloseTo(quantile, within(6e-5));
    }

    @Test
    void quantilesFallWithDegreesOfFreedom() {
        for (int degrees = 1; degrees < 200; degrees++) {
            assertThat(Statistics.studentQuantile(0.975, degrees + 1))
                    .isLessThan(Statistics.studentQuantile(0.975, degrees));
        }
    }

    /** Mean 5, standard deviation sqrt(20/3), standard error sqrt(5/3), three degrees of freedom. */
    @Test
    void intervalLiesAroundTheMean() {
        Interval interval = Interval.of(new double[] {2, 4, 6, 8});
        double half = 3.182446305 * Math.sqrt(5.0 / 3);
        assertThat(interval.mean()).isEqualTo(5);
        assertThat(interval.low()).isCloseTo(5 - half, within(1e-9));
        assertThat(interval.high()).isCloseTo(5 + half, within(1e-9));
    }

    @Test
    void oneValueOrEqualOnesHaveNoWidth() {
        assertThat(Interval.of(new double[] {-3})).isEqualTo(new Interval(-3, -3, -3));
        assertThat(Interval.of(new double[] {0.5, 0.5, 0.5})).isEqualTo(new Interval(0.5, 0.5, 0.5));
    }
}
