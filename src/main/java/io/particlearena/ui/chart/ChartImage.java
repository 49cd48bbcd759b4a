package io.particlearena.ui.chart;

import io.particlearena.results.SeriesView;
import java.nio.IntBuffer;
import java.util.List;

/**
 * A finished drawing of a chart; nobody writes to its pixels any more.
 *
 * @param pixels colour with opacity, premultiplied, row by row
 * @param width in device pixels
 * @param height in device pixels
 * @param area where the curves are, in logical pixels
 * @param steps what the horizontal axis shows
 * @param values what the vertical axis shows
 * @param lines what was drawn
 */
public record ChartImage(
        IntBuffer pixels,
        int width,
        int height,
        Area area,
        ChartRequest.Span steps,
        ChartRequest.Span values,
        List<Line> lines) {

    public ChartImage {
        lines = List.copyOf(lines);
    }

    /** A rectangle in logical pixels. */
    public record Area(double x, double y, double width, double height) {}

    /** A curve's points at the time of drawing, as they are and smoothed. */
    public record Line(Curve curve, SeriesView raw, SeriesView smoothed) {}

    /** Whether there was nothing to draw. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    double stepAt(double x) {
        return steps.from() + (x - area.x()) / area.width() * steps.length();
    }

    double xOf(double step) {
        return area.x() + (step - steps.from()) / steps.length() * area.width();
    }

    double yOf(double value) {
        return area.y() + area.height() - (value - values.from()) / values.length() * area.height();
    }
}
