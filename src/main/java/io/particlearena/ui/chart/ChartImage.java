package io.particlearena.ui.chart;

import java.nio.IntBuffer;
import java.util.List;

/**
 * A finished drawing of a chart; nobody writes to its pixels any more.
 *
 * @param pixels colour with opacity, premultiplied, row by row
 * @param width in device pixels
 * @param height in device pixels
 * @param frame where points lie on it
 * @param view which view of the points it gives
 * @param lines what was drawn
 * @param offScale what lies beyond the ends of the vertical axis, where outliers are left out
 */
public record ChartImage(
        IntBuffer pixels,
        int width,
        int height,
        ChartFrame frame,
        ChartView view,
        List<ChartLine> lines,
        OffScale offScale) {

    public ChartImage {
        lines = List.copyOf(lines);
    }

    /** Whether there was nothing to draw. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
