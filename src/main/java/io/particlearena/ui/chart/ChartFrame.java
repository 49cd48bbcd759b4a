package io.particlearena.ui.chart;

/**
 * Where on a chart a point lies, in logical pixels.
 *
 * @param area where the curves are
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 */
public record ChartFrame(Area area, Span across, Scale up) {

    /** A rectangle in logical pixels. */
    public record Area(double x, double y, double width, double height) {}

    /** The place on the horizontal axis at a pixel. */
    public double positionAt(double x) {
        return across.from() + (x - area.x()) / area.width() * across.length();
    }

    /** The pixel of a place on the horizontal axis. */
    public double x(double position) {
        return area.x() + (position - across.from()) / across.length() * area.width();
    }

    /** The value at a pixel. */
    public double valueAt(double y) {
        return up.value((area.y() + area.height() - y) / area.height());
    }

    /** The pixel of a value. */
    public double y(double value) {
        return area.y() + area.height() - up.share(value) * area.height();
    }
}
