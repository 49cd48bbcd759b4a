package io.particlearena.ui.chart;

import io.particlearena.results.MetricSeries;

/**
 * A line of a chart.
 *
 * @param name what the legend calls it
 * @param series its points
 * @param colour as 0xRRGGBB
 */
public record Curve(String name, MetricSeries series, int colour) {}
