package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesColumns;
import io.particlearena.results.SeriesView;
import java.util.Arrays;

/**
 * Draws lines into the pixels of a chart's plot.
 *
 * <p>A line whose points are many is drawn as one upright span per pixel column, from the column's smallest to its largest
 * value: no extreme is lost, and it costs a small part of stroking the line. Few points are joined by segments whose pixels
 * are covered by their distance from the segment. Coordinates are in device pixels from the plot's upper left corner.
 */
final class CurveRaster {

    /** With more points than this for a column, a line is drawn as spans. */
    private static final double DENSE = 0.5;

    private final int[] pixels;
    private final int stride;
    private final Plot plot;
    private final SeriesColumns columns;
    private final float[] cover;
    private final int[] coverFrom;
    private final int[] coverTo;

    /** Where the plot lies in the image, in device pixels. */
    record Plot(int left, int top, int width, int height) {}

    /**
     * How a line is drawn.
     *
     * @param colour as 0xRRGGBB
     * @param opacity from 0 to 1
     * @param thickness in device pixels
     */
    record Pen(int colour, double opacity, double thickness) {}

    CurveRaster(int[] pixels, int stride, Plot plot) {
        this.pixels = pixels;
        this.stride = stride;
        this.plot = plot;
        this.columns = new SeriesColumns(plot.width());
        this.cover = new float[plot.width() * plot.height()];
        this.coverFrom = new int[plot.width()];
        this.coverTo = new int[plot.width()];
        Arrays.fill(coverFrom, Integer.MAX_VALUE);
    }

    /** Draws a line. */
    void draw(SeriesView points, SeriesAxis axis, Joins joins, Span across, Scale up, Pen pen) {
        points.fill(axis, across.from(), across.to(), columns);
        if (columns.points() > DENSE * columns.count()) {
            spans(joins, across, up, pen);
        } else {
            segments(points, axis, joins, across, up, pen);
        }
        paint(pen);
    }

    /** Where the left edge of a column lies on the axis. */
    private double position(int column, Span across) {
        return across.from() + column * across.length() / plot.width();
    }

    private double x(double position, Span across) {
        return (position - across.from()) / across.length() * plot.width();
    }

    /** The row of a value, far outside for one that is not on the axis at all. */
    private double y(double value, Scale up) {
        double y = plot.height() * (1 - up.share(value));
        return Math.max(-2.0 * plot.height(), Math.min(3.0 * plot.height(), y));
    }

    private static boolean hasPlace(double value, Scale up) {
        return Double.isFinite(value) && (!up.logarithmic() || value > 0);
    }

    private void segments(SeriesView points, SeriesAxis axis, Joins joins, Span across, Scale up, Pen pen) {
        double radius = pen.thickness() / 2;
        double lastPosition = Double.NaN;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int end = Math.min(points.length() - 1, columns.first()[columns.count()]);
        for (int i = Math.max(0, columns.first()[0] - 1); i <= end; i++) {
            double value = points.value(i);
            if (!hasPlace(value, up)) {
                lastX = Double.NaN;
                continue;
            }
            double position = points.position(axis, i);
            double x = x(position, across);
            double y = y(value, up);
            if (Double.isNaN(lastX) || !joins.join(lastPosition, position)) {
                boolean alone = i == end || !hasPlace(points.value(i + 1), up);
                cover(x, y, x, y, alone ? Math.max(radius, 1.6 * radius + 0.5) : radius);
            } else {
                cover(lastX, lastY, x, y, radius);
            }
            lastPosition = position;
            lastX = x;
            lastY = y;
        }
    }

    /** A column reaches to where the one before ended; a gap of empty columns is crossed by a segment. */
    private void spans(Joins joins, Span across, Scale up, Pen pen) {
        double radius = pen.thickness() / 2;
        double last = Double.NaN;
        int lastColumn = -1;
        int opacity = (int) Math.round(255 * pen.opacity());
        for (int column = 0; column < columns.count(); column++) {
            double low = columns.low()[column];
            double high = columns.high()[column];
            if (Double.isNaN(low) || (up.logarithmic() && high <= 0)) {
                continue;
            }
            double top = y(high, up);
            double bottom = y(low, up);
            boolean joined = !Double.isNaN(last) && joins.join(position(lastColumn, across), position(column, across));
            if (joined && column == lastColumn + 1) {
                top = Math.min(top, last);
                bottom = Math.max(bottom, last);
            } else if (joined) {
                cover(lastColumn + 0.5, last, column + 0.5, (top + bottom) / 2, radius);
            }
            span(column, top - radius, bottom + radius, opacity, pen.colour());
            double end = columns.last()[column];
            if (hasPlace(end, up)) {
                last = y(end, up);
                lastColumn = column;
            } else {
                last = Double.NaN;
            }
        }
    }

    private void span(int column, double top, double bottom, int opacity, int colour) {
        double from = Math.max(0, top);
        double to = Math.min(plot.height(), bottom);
        if (from >= to) {
            return;
        }
        int first = (int) from;
        int last = (int) Math.ceil(to) - 1;
        int at = (plot.top() + first) * stride + plot.left() + column;
        if (first == last) {
            blend(at, (int) (opacity * (to - from)), colour);
            return;
        }
        blend(at, (int) (opacity * (first + 1 - from)), colour);
        at += stride;
        if (opacity == 255) {
            for (int row = first + 1; row < last; row++, at += stride) {
                pixels[at] = 0xff000000 | colour;
            }
        } else {
            for (int row = first + 1; row < last; row++, at += stride) {
                blend(at, opacity, colour);
            }
        }
        blend(at, (int) (opacity * (to - last)), colour);
    }

    /** Notes how much of each pixel a segment covers; where segments meet, the larger cover counts. */
    private void cover(double x0, double y0, double x1, double y1, double radius) {
        double reach = radius + 0.5;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = dx * dx + dy * dy;
        int firstColumn = (int) Math.max(0, Math.floor(x0 - reach));
        int lastColumn = (int) Math.min(plot.width() - 1, Math.floor(x1 + reach));
        for (int column = firstColumn; column <= lastColumn; column++) {
            double centre = column + 0.5;
            double a = dx > 1e-9 ? y0 + dy * clamp((centre - reach - x0) / dx) : y0;
            double b = dx > 1e-9 ? y0 + dy * clamp((centre + reach - x0) / dx) : y1;
            int first = (int) Math.max(0, Math.floor(Math.min(a, b) - reach));
            int last = (int) Math.min(plot.height() - 1, Math.floor(Math.max(a, b) + reach));
            if (first > last) {
                continue;
            }
            coverFrom[column] = Math.min(coverFrom[column], first);
            coverTo[column] = Math.max(coverTo[column], last);
            int at = column * plot.height();
            for (int row = first; row <= last; row++) {
                double px = centre - x0;
                double py = row + 0.5 - y0;
                double along = squared > 0 ? clamp((px * dx + py * dy) / squared) : 0;
                double ox = px - along * dx;
                double oy = py - along * dy;
                float covered = (float) (reach - Math.sqrt(ox * ox + oy * oy));
                if (covered > cover[at + row]) {
                    cover[at + row] = Math.min(1, covered);
                }
            }
        }
    }

    private static double clamp(double share) {
        return share < 0 ? 0 : share > 1 ? 1 : share;
    }

    /** Paints what is covered and wipes the notes. */
    private void paint(Pen pen) {
        float opacity = (float) (255 * pen.opacity());
        for (int column = 0; column < plot.width(); column++) {
            if (coverFrom[column] == Integer.MAX_VALUE) {
                continue;
            }
            int from = column * plot.height() + coverFrom[column];
            int to = column * plot.height() + coverTo[column];
            int at = (plot.top() + coverFrom[column]) * stride + plot.left() + column;
            for (int i = from; i <= to; i++, at += stride) {
                if (cover[i] > 0) {
                    blend(at, (int) (opacity * cover[i] + 0.5f), pen.colour());
                    cover[i] = 0;
                }
            }
            coverFrom[column] = Integer.MAX_VALUE;
            coverTo[column] = 0;
        }
    }

    /** Lays a colour with an opacity of 0 to 255 over a premultiplied pixel; two channels at once. */
    private void blend(int at, int opacity, int colour) {
        int below = pixels[at];
        int rest = 255 - opacity;
        int redBlue = (colour & 0xff00ff) * opacity + (below & 0xff00ff) * rest;
        int alphaGreen = ((colour >>> 8 & 0xff) | 0xff0000) * opacity + (below >>> 8 & 0xff00ff) * rest;
        redBlue = (redBlue + 0x800080 + (redBlue >>> 8 & 0xff00ff)) >>> 8 & 0xff00ff;
        alphaGreen = (alphaGreen + 0x800080 + (alphaGreen >>> 8 & 0xff00ff)) & 0xff00ff00;
        pixels[at] = redBlue | alphaGreen;
    }
}
