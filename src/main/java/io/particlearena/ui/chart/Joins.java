package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;
import java.util.List;

/**
 * Which neighbouring points of a curve are joined by a line. Nothing is known of the time in which a metric rests for long,
 * as a policy's losses do while a trajectory explores, and where a trajectory begins, another policy begins.
 *
 * @param longest the largest distance on the axis that is crossed
 * @param beginnings places that no line crosses
 */
record Joins(double longest, List<ChartMarks.Mark> beginnings) {

    /** In mean distances of points; many times what distances that vary by chance reach. */
    private static final double LONG_REST = 16;

    /** @param pixel the length of a pixel on the axis, below which no distance is seen */
    static Joins of(SeriesView points, SeriesAxis axis, List<ChartMarks.Mark> beginnings, double pixel) {
        int last = points.length() - 1;
        double mean = last < 1 ? 0 : (points.position(axis, last) - points.position(axis, 0)) / last;
        return new Joins(Math.max(2 * pixel, LONG_REST * mean), beginnings);
    }

    /** Whether a line goes from one place on the axis to the next one; a point at a beginning belongs to what was before. */
    boolean join(double from, double to) {
        for (ChartMarks.Mark beginning : beginnings) {
            if (from <= beginning.at() && beginning.at() < to) {
                return false;
            }
        }
        return to - from <= longest;
    }
}
