package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class HistogramSumTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void countsOfEqualIntervalsAreAdded() {
        Histogram sum = HistogramSum.ofHistograms(
                List.of(Histogram.ofNumbered(new double[] {1, 2, 3}), Histogram.ofNumbered(new double[] {10, 0, 5})));
        assertThat(sum.edges()).containsExactly(-0.5, 0.5, 1.5, 2.5);
        assertThat(sum.counts()).containsExactly(11, 2, 8);
    }

    @Test
    void otherIntervalsAreCutWhereAnyOfThemEnds() {
        Histogram sum = HistogramSum.ofHistograms(List.of(
                new Histogram(new double[] {0, 2, 4}, new double[] {8, 4}),
                new Histogram(new double[] {1, 3, 7}, new double[] {2, 12}),
                new Histogram(new double[] {2, 2}, new double[] {5})));
        assertThat(sum.edges()).containsExactly(0, 1, 2, 3, 4, 7);
        assertThat(sum.total()).isCloseTo(31, CLOSE);
        assertThat(sum.counts()[0]).isCloseTo(4, CLOSE);
        assertThat(sum.counts()[1] + sum.counts()[2]).isCloseTo(4 + 1 + 2 + 1 + 5, CLOSE);
        assertThat(sum.counts()[3]).isCloseTo(5, CLOSE);
        assertThat(sum.counts()[4]).isCloseTo(9, CLOSE);
    }

    @Test
    void nothingIsLostInHistogramsOfOneNumberOrOfVeryManyIntervals() {
        Histogram lone = new Histogram(new double[] {3, 3}, new double[] {4});
        Histogram lonely = new Histogram(new double[] {3, 3, 3}, new double[] {1, 1});
        assertThat(HistogramSum.ofHistograms(List.of(lone, lonely)).total()).isEqualTo(6);

        List<Histogram> many = new ArrayList<>();
        for (int run = 0; run < 50; run++) {
            double[] counts = new double[30];
            counts[run % 30] = 7;
            many.add(new Histogram(Histogram.equalEdges(-1 - 0.01 * run, 1 + 0.02 * run, 30), counts));
        }
        Histogram sum = HistogramSum.ofHistograms(many);
        assertThat(sum.total()).isCloseTo(350, CLOSE);
        assertThat(sum.counts().length).isLessThan(600);
        assertThat(sum.edges()[0]).isEqualTo(-1.49);
    }

    @Test
    void runsAreAddedAtTheStepsThatAllOfThemHave() {
        HistogramSeries.View sum = HistogramSum.of(
                        List.of(view("0 none, 1 right", 10, 20, 30), view("0 none, 1 right", 20, 30, 40)))
                .orElseThrow();
        assertThat(sum.points()).extracting(HistogramPoint::step).containsExactly(20L, 30L);
        assertThat(sum.points().get(0).histogram().counts()).containsExactly(2, 40);
        assertThat(sum.labels()).containsExactly("none", "right");
    }

    @Test
    void runsWithoutACommonStepOrWithOtherNamesAreNotAdded() {
        assertThat(HistogramSum.of(List.of(view("", 10), view("", 11)))).isEmpty();
        assertThat(HistogramSum.of(List.of(view("0 none, 1 right", 10), view("0 none, 1 left", 10))))
                .isEmpty();
    }

    private static HistogramSeries.View view(String description, long... steps) {
        HistogramSeries series = new HistogramSeries("moves");
        for (long step : steps) {
            series.append(new HistogramPoint(step, step, Histogram.ofNumbered(new double[] {1, step})), description);
        }
        return series.view();
    }
}
