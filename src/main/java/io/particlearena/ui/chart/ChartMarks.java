package io.particlearena.ui.chart;

import java.util.List;

/**
 * Places that a chart marks with straight lines.
 *
 * @param upright places on the horizontal axis where something begins anew, so that no curve goes on across them
 * @param level values on the vertical axis, which then reaches to them
 */
public record ChartMarks(List<Mark> upright, List<Mark> level) {

    /** No marks. */
    public static final ChartMarks NONE = new ChartMarks(List.of(), List.of());

    public ChartMarks {
        upright = List.copyOf(upright);
        level = List.copyOf(level);
    }

    /**
     * A line.
     *
     * @param at its place
     * @param label what stands beside it, or an empty text
     */
    public record Mark(double at, String label) {}
}
