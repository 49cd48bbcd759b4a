package io.particlearena.ui.chart;

import io.particlearena.results.MetricSeries;

/**
 * A line of a chart.
 *
 * @param run what tells its run from others, such as the path of the folder
 * @param name what the legend calls it
 * @param group what its group is called, where curves are drawn by groups
 * @param series its points
 * @param colour as 0xRRGGBB; curves of a group have the same
 * @param dash its gaps; curves of a group have the same
 */
public record Curve(String run, String name, String group, MetricSeries series, int colour, Dash dash) {

    /** A solid curve in no group. */
    public Curve(String run, String name, MetricSeries series, int colour) {
        this(run, name, "", series, colour, Dash.SOLID);
    }
}
