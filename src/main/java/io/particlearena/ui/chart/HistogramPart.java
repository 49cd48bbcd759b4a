package io.particlearena.ui.chart;

import io.particlearena.results.HistogramSeries;

/**
 * The histograms of one run, or one agent, on a chart that may show several side by side.
 *
 * @param name what the user sees
 * @param group what tells its group from others, whose runs are taken together; empty for a run by itself
 * @param groupName what the user sees of the group
 * @param colour as 0xRRGGBB; runs of a group have the same
 * @param series the histograms, which may still become more
 */
public record HistogramPart(String name, String group, String groupName, int colour, HistogramSeries series) {

    /** One in no group. */
    public HistogramPart(String name, int colour, HistogramSeries series) {
        this(name, "", "", colour, series);
    }
}
