package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SmoothingTest {

    @Test
    void averageIsCorrectedForItsStart() {
        // By hand, weight 0.6: 1; (0.4 * 0.6 + 0.8) / 0.64; (1.04 * 0.6 + 1.6) / 0.784
        double[] smoothed = Smoothing.apply(new double[] {1, 2, 4}, 0.6);
        assertThat(smoothed[0]).isEqualTo(1);
        assertThat(smoothed[1]).isCloseTo(1.04 / 0.64, within(1e-15));
        assertThat(smoothed[2]).isCloseTo(2.224 / 0.784, within(1e-15));
    }

    @Test
    void constantSeriesIsLeftAlone() {
        double[] values = {0.1, 0.1, 0.1, 0.1};
        assertThat(Smoothing.apply(values, 0.9)).containsExactly(values);
    }

    @Test
    void valueThatIsNotFiniteIsShownAndForgotten() {
        double[] with = Smoothing.apply(new double[] {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5}, 0.5);
        double[] without = Smoothing.apply(new double[] {1, 3, 5}, 0.5);
        assertThat(with[1]).isNaN();
        assertThat(with[3]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new double[] {with[0], with[2], with[4]}).containsExactly(without);
    }

    @Test
    void weightZeroChangesNothingAndWeightOneStaysAtZero() {
        assertThat(Smoothing.apply(new double[] {3, 1, 2}, 0)).containsExactly(3, 1, 2);
        assertThat(Smoothing.apply(new double[] {3, 1}, 1)[1]).isZero();
    }

    @Test
    void weightOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new Smoothing(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new Smoothing(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void seriesSmoothedAsItGrowsEqualsOneSmoothedAtOnce() {
        MetricSeries series = new MetricSeries("loss");
        SmoothedSeries smoothed = new SmoothedSeries(series, 0.9);
        for (int i = 0; i < 5000; i++) {
            series.append(i, i, Math.sin(i));
            if (i % 701 == 0) {
                assertThat(smoothed.views().smoothed().length()).isEqualTo(i + 1);
            }
        }
        assertThat(smoothed.views().smoothed().values())
                .containsExactly(inSinglePrecision(Smoothing.apply(series.view().values(), 0.9)));

        series.dropFrom(100);
        series.append(100, 1e6, 7);
        assertThat(smoothed.views().smoothed().values())
                .containsExactly(inSinglePrecision(Smoothing.apply(series.view().values(), 0.9)));
    }

    private static double[] inSinglePrecision(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }
}
