package io.particlearena.ui.chart;

import io.particlearena.results.MetricSeries;

/**
 * A line of a chart.
 *
 * @param run what tells its run from others, such as the path of the folder
 * @param name what the legend calls it
 * @param series its points
 * @param colour as 0xRRGGBB
 */
public record Curve(String run, String name, MetricSeries series, int colour) {}
