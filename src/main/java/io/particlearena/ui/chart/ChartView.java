package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;

/**
 * Which view of the points a chart gives.
 *
 * @param axis what the horizontal axis shows
 * @param logarithmic whether the vertical axis is
 * @param withoutOutliers whether the vertical axis leaves out the outermost twentieths of the values
 * @param smoothing the weight of the past, from 0 to 0.999
 */
public record ChartView(SeriesAxis axis, boolean logarithmic, boolean withoutOutliers, double smoothing) {

    /** The same with another kind of vertical axis. */
    public ChartView logarithmic(boolean on) {
        return new ChartView(axis, on, withoutOutliers, smoothing);
    }

    /** The same with or without outliers. */
    public ChartView withoutOutliers(boolean on) {
        return new ChartView(axis, logarithmic, on, smoothing);
    }
}
