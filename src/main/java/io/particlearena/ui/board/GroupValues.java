package io.particlearena.ui.board;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;
import io.particlearena.ui.chart.Curve;
import io.particlearena.ui.chart.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What runs of each group have come to: the mean of a run's points in the last tenth of what a chart shows. Runs without points
 * there are left out.
 *
 * @param values by group, one for each run
 * @param from the beginning of the last tenth
 * @param to the end of what the chart shows
 */
@SuppressWarnings("ArrayRecordComponent")
record GroupValues(Map<String, double[]> values, double from, double to) {

    private static final double SHARE = 0.1;

    static GroupValues of(List<Curve> curves, SeriesAxis axis, Span shown) {
        double from = shown.to() - SHARE * shown.length();
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Curve curve : curves) {
            double value = mean(curve.series().view(), axis, from, shown.to());
            double[] one = Double.isNaN(value) ? new double[0] : new double[] {value};
            values.merge(
                    curve.group(),
                    one,
                    (a, b) -> DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b))
                            .toArray());
        }
        return new GroupValues(values, from, shown.to());
    }

    private static double mean(SeriesView points, SeriesAxis axis, double from, double to) {
        double sum = 0;
        int count = 0;
        int end = points.indexOf(axis, Math.nextUp(to));
        for (int i = points.indexOf(axis, from); i < end; i++) {
            double value = points.value(i);
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
