package io.particlearena.ui.chart;

import io.particlearena.math.Aggregate;
import io.particlearena.results.SeriesAxis;
import org.jspecify.annotations.Nullable;

/**
 * Which view of the points a chart gives.
 *
 * @param axis what the horizontal axis shows
 * @param logarithmic whether the vertical axis is
 * @param withoutOutliers whether the vertical axis leaves out the outermost twentieths of the values
 * @param smoothing the weight of the past, from 0 to 0.999
 * @param aggregate how the smoothed curves of a group are summed up as one line with a band; null to draw every curve
 */
public record ChartView(
        SeriesAxis axis,
        boolean logarithmic,
        boolean withoutOutliers,
        double smoothing,
        @Nullable Aggregate aggregate) {

    /** A view of every curve. */
    public ChartView(SeriesAxis axis, boolean logarithmic, boolean withoutOutliers, double smoothing) {
        this(axis, logarithmic, withoutOutliers, smoothing, null);
    }

    /** The same with another kind of vertical axis. */
    public ChartView logarithmic(boolean on) {
        return new ChartView(axis, on, withoutOutliers, smoothing, aggregate);
    }

    /** The same with or without outliers. */
    public ChartView withoutOutliers(boolean on) {
        return new ChartView(axis, logarithmic, on, smoothing, aggregate);
    }
}
