package io.particlearena.ui.chart;

import io.particlearena.results.HistogramPoint;
import io.particlearena.ui.Texts;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Over the steps, the bands between the smallest and the largest number, 7 and 93, 16 and 84, 31 and 69 %, and the median: of
 * normally distributed numbers one and a half, one and half a deviation on either side.
 */
final class QuantileBands {

    private static final String[] NAMES = {"min", "7 %", "16 %", "31 %", "50 %", "69 %", "84 %", "93 %", "max"};
    private static final int MEDIAN = 4;
    private static final double[] SHARES = {0.16, 0.28, 0.42, 0.6};

    private final HistogramPanel panel;
    private final Rectangle2D plot;
    private final List<HistogramPoint> points;
    private final List<double[]> bands = new ArrayList<>();
    private final double from;
    private final double to;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    QuantileBands(HistogramPanel panel) {
        this.panel = panel;
        this.plot = panel.plot();
        this.points = panel.points();
        for (HistogramPoint point : points) {
            double[] each = point.histogram().bands();
            bands.add(each);
            low = Math.min(low, each[0]);
            high = Math.max(high, each[each.length - 1]);
        }
        double margin = high > low ? 0.04 * (high - low) : 0.5;
        low -= margin;
        high += margin;
        long first = points.get(0).step();
        long last = points.get(points.size() - 1).step();
        from = first < last ? first : first - 1.0;
        to = first < last ? last : last + 1.0;
    }

    private double x(int point) {
        return plot.getX() + (points.get(point).step() - from) / (to - from) * plot.getWidth();
    }

    private double y(double value) {
        return plot.getMaxY() - (value - low) / (high - low) * plot.getHeight();
    }

    void draw() {
        panel.up(low, high, 1, "");
        panel.across(from, to, 1);
        for (int band = 0; band < MEDIAN; band++) {
            panel.sketch().fill(between(band, NAMES.length - 1 - band), panel.tint(panel.colour(), SHARES[band]));
        }
        Path2D median = new Path2D.Double();
        along(median, MEDIAN, true);
        panel.sketch().line(median, panel.colour(), 1.8);
        panel.sketch().tell(plot, (x, y) -> note(x));
        panel.sketch().follow(step -> panel.upright((step - from) / (to - from)));
    }

    private Path2D between(int lower, int upper) {
        Path2D area = new Path2D.Double();
        along(area, upper, true);
        along(area, lower, false);
        area.closePath();
        return area;
    }

    /** A single point is drawn over the whole width. */
    private void along(Path2D path, int quantile, boolean forward) {
        int count = points.size();
        int corners = Math.max(2, count);
        for (int i = 0; i < corners; i++) {
            int corner = forward ? i : corners - 1 - i;
            double x = count == 1 ? plot.getX() + corner * plot.getWidth() : x(corner);
            double y = y(bands.get(Math.min(corner, count - 1))[quantile]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
    }

    private Sketch.Note note(double x) {
        int nearest = 0;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.abs(x(i) - x) < Math.abs(x(nearest) - x) ? i : nearest;
        }
        List<Sketch.Row> rows = new ArrayList<>();
        for (int i = NAMES.length - 1; i >= 0; i--) {
            boolean isEnd = i == 0 || i == NAMES.length - 1;
            String name = isEnd ? Texts.of("histogram." + NAMES[i]) : NAMES[i];
            double strength = i == MEDIAN ? 1 : SHARES[Math.min(i, NAMES.length - 1 - i)];
            int colour = HistogramPanel.rgb(panel.tint(panel.colour(), strength));
            rows.add(new Sketch.Row(colour, name, AxisFormat.text(bands.get(nearest)[i])));
        }
        Line2D line = new Line2D.Double(x(nearest), plot.getY(), x(nearest), plot.getMaxY());
        return new Sketch.Note(HistogramPanel.steps(points.get(nearest)), rows, line);
    }
}
