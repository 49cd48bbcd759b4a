package io.particlearena.ui.chart;

import io.particlearena.math.Aggregate;
import io.particlearena.math.BootstrapBand;
import io.particlearena.results.MetricSeries;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums the smoothed curves of each group up at evenly spaced places of the axis, between whose points curves are
 * straight. Which runs the bands are drawn from depends on the number of runs alone, so a chart looks the same whenever
 * it is drawn.
 */
final class GroupedLines {

    private static final int PLACES = 160;

    private final Map<Integer, BootstrapBand.Samples> samples = new HashMap<>();

    List<ChartLine> of(List<ChartLine> lines, Span across, SeriesAxis axis, Aggregate aggregate) {
        Map<String, List<ChartLine>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(line.curve().group(), key -> new ArrayList<>())
                .add(line));
        double[] places = places(across, axis);
        return groups.values().stream()
                .map(group -> line(group, places, axis, aggregate))
                .toList();
    }

    private static double[] places(Span across, SeriesAxis axis) {
        int count = axis == SeriesAxis.STEP ? (int) Math.min(PLACES, Math.floor(across.length()) + 1) : PLACES;
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            double place = across.from() + across.length() * i / Math.max(1, count - 1);
            places[i] = axis == SeriesAxis.STEP ? Math.rint(place) : place;
        }
        return places;
    }

    private ChartLine line(List<ChartLine> group, double[] places, SeriesAxis axis, Aggregate aggregate) {
        BootstrapBand.Samples drawn = samples.computeIfAbsent(group.size(), BootstrapBand.Samples::ofRuns);
        Curve curve = group.get(0).curve();
        MetricSeries centre = new MetricSeries(curve.series().tag());
        MetricSeries low = new MetricSeries(curve.series().tag());
        MetricSeries high = new MetricSeries(curve.series().tag());
        MetricSeries present = new MetricSeries(curve.series().tag());
        double[] values = new double[group.size()];
        for (int i = 0; i < places.length; i++) {
            for (int run = 0; run < values.length; run++) {
                values[run] = value(group.get(run), places[i]);
            }
            BootstrapBand band = BootstrapBand.of(values, aggregate, drawn);
            long step = axis == SeriesAxis.STEP ? (long) places[i] : i;
            centre.append(step, places[i], band.centre());
            low.append(step, places[i], band.low());
            high.append(step, places[i], band.high());
            present.append(step, places[i], numbers(values));
        }
        SeriesView points = centre.view();
        // Places of other axes are kept where moments are.
        SeriesAxis kept = axis == SeriesAxis.STEP ? SeriesAxis.STEP : SeriesAxis.WALL_TIME;
        ChartLine.Band band = new ChartLine.Band(low.view(), high.view(), present.view(), group.size());
        return new ChartLine(curve, kept, points, points, band);
    }

    private static double numbers(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** The smoothed value at a place; NaN before the first point and after the last. */
    private static double value(ChartLine line, double place) {
        SeriesView points = line.smoothed();
        int after = points.indexOf(line.axis(), place);
        if (after == points.length()) {
            return Double.NaN;
        }
        double to = points.position(line.axis(), after);
        if (to == place) {
            return points.value(after);
        }
        if (after == 0) {
            return Double.NaN;
        }
        double from = points.position(line.axis(), after - 1);
        double share = (place - from) / (to - from);
        return points.value(after - 1) * (1 - share) + points.value(after) * share;
    }
}
