package io.particlearena.ui.chart;

/**
 * A line of a chart.
 *
 * @param name what the legend calls it
 * @param tag the metric's tag
 * @param colour as 0xRRGGBB
 */
record Curve(String name, String tag, int colour) {}
