package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class HistogramTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static final Histogram UNEVEN = new Histogram(new double[] {0, 1, 2, 4, 8}, new double[] {10, 0, 30, 60});

    @Test
    void quantilesLieEvenlyInTheirIntervals() {
        // Of 100 values, 10 lie evenly from 0 to 1, 30 from 2 to 4 and 60 from 4 to 8.
        assertThat(UNEVEN.quantile(0)).isZero();
        assertThat(UNEVEN.quantile(0.05)).isCloseTo(0.5, EXACT);
        assertThat(UNEVEN.quantile(0.1)).isCloseTo(2, EXACT);
        assertThat(UNEVEN.quantile(0.25)).isCloseTo(3, EXACT);
        assertThat(UNEVEN.quantile(0.4)).isCloseTo(4, EXACT);
        assertThat(UNEVEN.quantile(0.7)).isCloseTo(6, EXACT);
        assertThat(UNEVEN.quantile(1)).isEqualTo(8);
    }

    /** The numbers are those of TensorBoard 2.21's own function for the same buckets. */
    @Test
    void bandsAreThoseOfTensorBoard() {
        double[] expected = {
            0, 0.668, 2.3913333333333333, 3.39, 4.666666666666667, 5.943333333333333, 6.942, 7.554666666666667, 8
        };
        assertThat(UNEVEN.bands()).containsExactly(expected, EXACT);
    }

    @Test
    void emptyIntervalsAtTheEndsDoNotStretchTheBands() {
        Histogram histogram = new Histogram(new double[] {-9, 1, 2, 9}, new double[] {0, 4, 0});
        assertThat(histogram.bands()[0]).isEqualTo(1);
        assertThat(histogram.quantile(0.5)).isEqualTo(1.5);
        assertThat(histogram.bands()[8]).isEqualTo(2);
        assertThat(histogram.min()).isEqualTo(1);
        assertThat(histogram.max()).isEqualTo(2);
    }

    @Test
    void numbersAreSortedIntoThirtyIntervals() {
        float[] values = {99, 0, 1, 2, 15, 30, Float.NaN, Float.POSITIVE_INFINITY, -99};
        Histogram histogram = Histogram.of(values, 1, 8);
        assertThat(histogram.edges()).hasSize(31).startsWith(0, 1, 2).endsWith(29, 30);
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[1]).isEqualTo(1);
        assertThat(histogram.counts()[2]).isEqualTo(1);
        assertThat(histogram.counts()[15]).isEqualTo(1);
        assertThat(histogram.counts()[29]).isEqualTo(1);
        assertThat(histogram.total()).isEqualTo(5);
    }

    @Test
    void equalNumbersHaveOneIntervalAroundThem() {
        Histogram histogram = Histogram.of(new float[] {3, 3, 3}, 0, 3);
        assertThat(histogram.edges()).containsExactly(2.5, 3.5);
        assertThat(histogram.counts()).containsExactly(3);
        assertThat(Histogram.of(new float[] {Float.NaN}, 0, 1).total()).isZero();
    }

    @Test
    void otherIntervalsShareTheCountsByWidth() {
        assertThat(UNEVEN.onto(new double[] {0, 3, 5, 8})).containsExactly(new double[] {25, 30, 45}, EXACT);
        assertThat(UNEVEN.onto(new double[] {-4, -1, 0.5})).containsExactly(new double[] {0, 5}, EXACT);
        double[] fine = UNEVEN.onto(Histogram.equalEdges(0, 8, 97));
        assertThat(Arrays.stream(fine).sum()).isCloseTo(100, within(1e-9));
    }

    @Test
    void intervalWithoutWidthIsCountedOnce() {
        Histogram point = new Histogram(new double[] {2, 2}, new double[] {7});
        assertThat(point.onto(new double[] {0, 1, 2, 3})).containsExactly(0, 0, 7);
        assertThat(point.quantile(0.5)).isEqualTo(2);
    }

    @Test
    void senselessIntervalsAreRefused() {
        for (double[] edges : List.of(
                new double[] {0, -1}, new double[] {Double.NaN, 1}, new double[] {0, Double.POSITIVE_INFINITY})) {
            assertThatThrownBy(() -> new Histogram(edges, new double[] {1}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Histogram(new double[] {0, 1}, new double[] {-1}))
                .hasMessage("From 0.0 to 1.0 cannot lie -1.0 of the values of a histogram");
    }

    @Test
    void namesComeBackFromTheirDescription() {
        assertThat(HistogramLabels.describe(List.of("stay", "right"))).isEqualTo("0 stay, 1 right");
        assertThat(HistogramLabels.parse("0 stay, 1 right")).containsExactly("stay", "right");
        assertThat(HistogramLabels.parse("Weights of the policy.")).isEmpty();
        assertThat(HistogramLabels.parse("")).isEmpty();
    }

    @Test
    void ofVeryManyPointsEverySecondIsKeptAndTheNewest() {
        HistogramSeries series = new HistogramSeries("a");
        for (int step = 0; step < 2000; step++) {
            series.append(new HistogramPoint(step, step, Histogram.ofNumbered(new double[] {step, 1})), "");
        }
        HistogramSeries.View view = series.view();
        assertThat(view.every()).isEqualTo(4);
        assertThat(view.points()).hasSize(501);
        assertThat(view.points().get(3).step()).isEqualTo(12);
        assertThat(view.points().get(500).step()).isEqualTo(1999);
        series.dropFrom(1000);
        assertThat(series.view().points()).hasSize(250);
        assertThat(view.points()).hasSize(501);
    }
}
