package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesColumns;
import io.particlearena.results.SeriesView;
import java.util.Arrays;

/**
 * Draws lines into the pixels of a chart's plot, the uppermost line first, and lays them over the image at the end.
 *
 * <p>A line whose points are many is drawn as one upright span per pixel column, from the column's smallest to its largest
 * value: no extreme is lost, and it costs a small part of stroking the line. Few points are joined by segments whose pixels
 * are covered by their distance from the segment. As lines lie under those before them, what is covered already is skipped,
 * and a thousand lines cost little more than a few. Coordinates are in device pixels from the plot's upper left corner.
 */
final class CurveRaster {

    /** With more points than this for a column, a line is drawn as spans. */
    private static final double DENSE = 0.5;

    /** Under a pixel of this opacity nothing is seen. */
    private static final int SOLID = 250;

    private final Plot plot;

    /** Colours with opacity, premultiplied, column by column. */
    private final int[] layer;

    /** The rows from {@code solidFrom} to before {@code solidTo} of a column are solid. */
    private final int[] solidFrom;

    private final int[] solidTo;
    private final float[] cover;

    /** How values become rows. */
    private boolean logarithmic;

    private double least;
    private double rowsPerUnit;
    private double rowOfFrom;
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
     * @param dash the gaps, which are faint
     * @param scale device pixels in a logical one
     */
    record Pen(int colour, double opacity, double thickness, Dash dash, double scale) {

        double opacity(int column) {
            return dash != Dash.SOLID && dash.isGap(column / scale) ? Dash.GAP_OPACITY * opacity : opacity;
        }
    }

    CurveRaster(Plot plot) {
        this.plot = plot;
        this.layer = new int[plot.width() * plot.height()];
        this.solidFrom = new int[plot.width()];
        this.solidTo = new int[plot.width()];
        this.cover = new float[plot.width() * plot.height()];
        this.coverFrom = new int[plot.width()];
        this.coverTo = new int[plot.width()];
        Arrays.fill(coverFrom, Integer.MAX_VALUE);
    }

    /**
     * Draws a line under those drawn before.
     *
     * @param columns the points summed up for the columns of the plot
     */
    void draw(SeriesView points, SeriesAxis axis, SeriesColumns columns, Joins joins, Span across, Scale up, Pen pen) {
        begin(up);
        if (columns.points() > DENSE * columns.count()) {
            spans(columns, joins, across, pen);
        } else {
            segments(points, axis, columns, joins, across, pen);
        }
        paint(pen);
    }

    private void begin(Scale up) {
        logarithmic = up.logarithmic();
        least = logarithmic ? Double.MIN_VALUE : Double.NEGATIVE_INFINITY;
        rowsPerUnit = plot.height() / (logarithmic ? Math.log(up.to() / up.from()) : up.to() - up.from());
        rowOfFrom = plot.height() + rowsPerUnit * (logarithmic ? Math.log(up.from()) : up.from());
    }

    /** Where the left edge of a column lies on the axis. */
    private double position(int column, Span across) {
        return across.from() + column * across.length() / plot.width();
    }

    private double x(double position, Span across) {
        return (position - across.from()) / across.length() * plot.width();
    }

    /** The row of a value; for the values of a line that was begun. */
    private double y(double value) {
        double y = logarithmic ? rowOfFrom - Math.log(value) * rowsPerUnit : rowOfFrom - value * rowsPerUnit;
        return y < -plot.height() ? -plot.height() : y > 2.0 * plot.height() ? 2.0 * plot.height() : y;
    }

    private boolean hasPlace(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    private void segments(
            SeriesView points, SeriesAxis axis, SeriesColumns columns, Joins joins, Span across, Pen pen) {
        double radius = pen.thickness() / 2;
        double lastPosition = Double.NaN;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int end = Math.min(points.length() - 1, columns.first()[columns.count()]);
        for (int i = Math.max(0, columns.first()[0] - 1); i <= end; i++) {
            double value = points.value(i);
            if (!hasPlace(value)) {
                lastX = Double.NaN;
                continue;
            }
            double position = points.position(axis, i);
            double x = x(position, across);
            double y = y(value);
            if (Double.isNaN(lastX) || !joins.join(lastPosition, position)) {
                boolean alone = i == end || !hasPlace(points.value(i + 1));
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
    private void spans(SeriesColumns columns, Joins joins, Span across, Pen pen) {
        double radius = pen.thickness() / 2;
        double last = Double.NaN;
        int lastColumn = -1;
        for (int column = 0; column < columns.count(); column++) {
            double low = columns.low()[column];
            double high = columns.high()[column];
            if (Double.isNaN(low) || high < least) {
                continue;
            }
            double top = y(high);
            double bottom = y(Math.max(low, least));
            boolean joined = !Double.isNaN(last) && joins.join(position(lastColumn, across), position(column, across));
            if (joined && column == lastColumn + 1) {
                top = Math.min(top, last);
                bottom = Math.max(bottom, last);
            } else if (joined) {
                cover(lastColumn + 0.5, last, column + 0.5, (top + bottom) / 2, radius);
            }
            int opacity = (int) Math.round(255 * pen.opacity(column));
            span(column, top - radius, bottom + radius, opacity, pen.colour());
            double end = columns.last()[column];
            if (hasPlace(end)) {
                last = y(end);
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
        if (first >= solidFrom[column] && last < solidTo[column]) {
            return;
        }
        int at = column * plot.height();
        if (first == last) {
            under(at + first, (int) (opacity * (to - from)), colour);
            return;
        }
        under(at + first, (int) (opacity * (first + 1 - from)), colour);
        int row = first + 1;
        for (int end = Math.min(last, solidFrom[column]); row < end; row++) {
            under(at + row, opacity, colour);
        }
        if (row >= solidFrom[column]) {
            row = Math.max(row, solidTo[column]);
        }
        for (; row < last; row++) {
            under(at + row, opacity, colour);
        }
        under(at + last, (int) (opacity * (to - last)), colour);
        extendSolid(column, (first + last) >>> 1);
    }

    /** Looks whether the rows next to those that are known to be solid have become so. */
    private void extendSolid(int column, int painted) {
        int at = column * plot.height();
        int from = solidFrom[column];
        int to = solidTo[column];
        if (from == to) {
            from = painted;
            to = painted;
        }
        while (to < plot.height() && layer[at + to] >>> 24 >= SOLID) {
            to++;
        }
        while (from > 0 && layer[at + from - 1] >>> 24 >= SOLID) {
            from--;
        }
        solidFrom[column] = from;
        solidTo[column] = to;
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
        for (int column = 0; column < plot.width(); column++) {
            if (coverFrom[column] == Integer.MAX_VALUE) {
                continue;
            }
            float opacity = (float) (255 * pen.opacity(column));
            int from = column * plot.height() + coverFrom[column];
            int to = column * plot.height() + coverTo[column];
            for (int i = from; i <= to; i++) {
                if (cover[i] > 0) {
                    under(i, (int) (opacity * cover[i] + 0.5f), pen.colour());
                    cover[i] = 0;
                }
            }
            coverFrom[column] = Integer.MAX_VALUE;
            coverTo[column] = 0;
        }
    }

    /** Lays a colour with an opacity of 0 to 255 under a premultiplied pixel; two channels at once. */
    private void under(int at, int opacity, int colour) {
        int above = layer[at];
        int alpha = above >>> 24;
        if (alpha == 255) {
            return;
        }
        int share = alpha == 0 ? opacity : (opacity * (255 - alpha) + 127) / 255;
        layer[at] = above + scaled(0xff000000 | colour, share);
    }

    /** A premultiplied colour of 255 times this opacity. */
    private static int scaled(int colour, int opacity) {
        int redBlue = (colour & 0xff00ff) * opacity;
        int alphaGreen = (colour >>> 8 & 0xff00ff) * opacity;
        redBlue = (redBlue + 0x800080 + (redBlue >>> 8 & 0xff00ff)) >>> 8 & 0xff00ff;
        alphaGreen = (alphaGreen + 0x800080 + (alphaGreen >>> 8 & 0xff00ff)) & 0xff00ff00;
        return redBlue | alphaGreen;
    }

    /**
     * Lays all lines over an image.
     *
     * @param pixels of the image, premultiplied, row by row
     * @param stride the width of the image
     */
    void finish(int[] pixels, int stride) {
        for (int row = 0; row < plot.height(); row++) {
            int to = (plot.top() + row) * stride + plot.left();
            for (int column = 0; column < plot.width(); column++, to++) {
                int line = layer[column * plot.height() + row];
                if (line != 0) {
                    pixels[to] = line + scaled(pixels[to], 255 - (line >>> 24));
                }
            }
        }
    }
}
