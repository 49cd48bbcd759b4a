package io.particlearena.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class BootstrapBandTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    @Test
    void theInterquartileMeanIsThatOfTheMiddleHalf() {
        assertThat(centre(Aggregate.INTERQUARTILE_MEAN, 8, 1, 7, 2, 6, 3, 5, 400))
                .isCloseTo((3 + 5 + 6 + 7) / 4.0, CLOSE);
        double inPart = (0.75 * 2 + 3 + 0.75 * 4) / 2.5;
        assertThat(centre(Aggregate.INTERQUARTILE_MEAN, 1, 2, 3, 4, 500)).isCloseTo(inPart, CLOSE);
        assertThat(centre(Aggregate.MEAN, 1, 2, 6)).isCloseTo(3, CLOSE);
    }

    @Test
    void runsWithoutAValueAreLeftOut() {
        assertThat(centre(Aggregate.MEAN, 1, Double.NaN, 3)).isCloseTo(2, CLOSE);
        assertThat(centre(Aggregate.MEAN, Double.NaN)).isNaN();
    }

    @Test
    void aSingleRunHasNoWidth() {
        BootstrapBand band = BootstrapBand.of(new double[] {4}, Aggregate.MEAN, samples(1));
        assertThat(band).isEqualTo(new BootstrapBand(4, 4, 4));
    }

    @Test
    void theBandOfManyRunsHasTheWidthOfTheNormalApproximation() {
        double[] values = new double[400];
        RandomStream random = new RandomStreams(5).stream("test");
        Arrays.setAll(values, i -> random.nextGaussian());
        BootstrapBand band = BootstrapBand.of(values, Aggregate.MEAN, samples(values.length));
        double error = Math.sqrt(Statistics.variance(values) / values.length);
        assertThat(band.high() - band.low()).isCloseTo(2 * 1.96 * error, Offset.offset(0.3 * error));
        assertThat(band.centre()).isBetween(band.low(), band.high());
    }

    @Test
    void theSameSeedDrawsTheSameBand() {
        double[] values = {3, 1, 4, 1, 5, 9};
        assertThat(BootstrapBand.of(values, Aggregate.INTERQUARTILE_MEAN, samples(6)))
                .isEqualTo(BootstrapBand.of(values, Aggregate.INTERQUARTILE_MEAN, samples(6)));
    }

    private static double centre(Aggregate aggregate, double... values) {
        return BootstrapBand.of(values, aggregate, samples(values.length)).centre();
    }

    private static BootstrapBand.Samples samples(int runs) {
        return BootstrapBand.Samples.draw(runs, new RandomStreams(1).stream("test"));
    }
}
