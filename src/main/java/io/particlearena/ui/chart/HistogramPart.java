package io.particlearena.ui.chart;

import io.particlearena.results.HistogramSeries;

/**
 * The histograms of one run, or one agent, on a chart that may show several side by side.
 *
 * @param name what the user sees
 * @param colour as 0xRRGGBB
 * @param series the histograms, which may still become more
 */
public record HistogramPart(String name, int colour, HistogramSeries series) {}
