package io.particlearena.ui.chart;

import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramPoint;
import io.particlearena.ui.Theme;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Histograms one behind the other: the oldest at the top and pale, the newest in front. All have the same scales. Of many, as
 * many as there is room for are drawn, evenly over the steps. Intervals that differ from one to the next are made equal.
 */
final class Ridges {

    private static final int MOST = 40;
    private static final int INTERVALS = 60;
    private static final double OVERLAP = 0.4;
    private static final double PALEST = 0.3;
    private static final double PALEST_ON_DARK = 0.5;
    private static final double BAR_GAP = 0.12;

    private final HistogramPanel panel;
    private final Sketch sketch;
    private final Rectangle2D plot;
    private final List<HistogramPoint> points = new ArrayList<>();
    private final List<double[]> counts = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final double[] edges;
    private final double highest;
    private final double height;

    Ridges(HistogramPanel panel) {
        this.panel = panel;
        this.sketch = panel.sketch();
        this.plot = panel.plot();
        int room = (int) Math.max(2, Math.min(MOST, plot.getHeight() / (0.55 * sketch.em())));
        int all = panel.points().size();
        int drawn = Math.min(room, all);
        for (int i = 0; i < drawn; i++) {
            points.add(panel.points().get(drawn == 1 ? 0 : i * (all - 1) / (drawn - 1)));
        }
        edges = edges();
        double most = 0;
        for (HistogramPoint point : points) {
            boolean same = Arrays.equals(point.histogram().edges(), edges);
            double[] each =
                    same ? point.histogram().counts() : point.histogram().onto(edges);
            counts.add(each);
            most = Math.max(most, Arrays.stream(each).max().orElse(0));
        }
        highest = most > 0 ? most : 1;
        height = drawn == 1 ? plot.getHeight() : plot.getHeight() * OVERLAP;
    }

    private double[] edges() {
        double[] first = points.get(points.size() - 1).histogram().edges();
        boolean same = points.stream()
                .allMatch(point -> Arrays.equals(point.histogram().edges(), first));
        if (same && (panel.isNamed() || isEven(first))) {
            return first;
        }
        double low = points.stream()
                .mapToDouble(point -> point.histogram().min())
                .min()
                .orElse(0);
        double high = points.stream()
                .mapToDouble(point -> point.histogram().max())
                .max()
                .orElse(1);
        return low < high
                ? Histogram.equalEdges(low, high, INTERVALS)
                : Histogram.equalEdges(low - 0.5, high + 0.5, INTERVALS);
    }

    private static boolean isEven(double[] edges) {
        double width = edges[1] - edges[0];
        for (int i = 1; i < edges.length; i++) {
            if (Math.abs(edges[i] - edges[i - 1] - width) > 1e-6 * Math.abs(width) || width <= 0) {
                return false;
            }
        }
        return edges.length <= 2 * INTERVALS;
    }

    private double x(double value) {
        return plot.getX() + (value - edges[0]) / (edges[edges.length - 1] - edges[0]) * plot.getWidth();
    }

    private double base(int ridge) {
        double room = plot.getHeight() - height;
        return plot.getY() + height + (points.size() == 1 ? 0 : room * ridge / (points.size() - 1));
    }

    void draw() {
        int every = (int) Math.max(1, Math.ceil(1.3 * sketch.em() / Math.max(1, base(1) - base(0))));
        for (int ridge = 0; ridge < points.size(); ridge++) {
            Shape shape = panel.isNamed() ? bars(ridge) : hills(ridge);
            shapes.add(shape);
            sketch.outlined(shape, colour(ridge), panel.page(), 0.8);
            if ((points.size() - 1 - ridge) % every == 0) {
                String label = AxisFormat.text((double) points.get(ridge).step());
                sketch.write(label, plot.getMaxX() + 0.3 * sketch.em(), base(ridge), 0, panel.ink());
            }
        }
        if (panel.isNamed()) {
            names();
        } else {
            panel.across(edges[0], edges[edges.length - 1], 0);
        }
        sketch.tell(plot, this::note);
    }

    private Color colour(int ridge) {
        double age = points.size() == 1 ? 1 : ridge / (points.size() - 1.0);
        double palest = panel.theme() == Theme.DARK ? PALEST_ON_DARK : PALEST;
        return panel.tint(panel.colour(), palest + (1 - palest) * age);
    }

    private Shape bars(int ridge) {
        Path2D bars = new Path2D.Double();
        double[] values = counts.get(ridge);
        for (int i = 0; i < values.length; i++) {
            double left = x(edges[i]);
            double gap = BAR_GAP * (x(edges[i + 1]) - left);
            double top = Math.max(0.5, values[i] / highest * height);
            bars.append(
                    new Rectangle2D.Double(left + gap, base(ridge) - top, x(edges[i + 1]) - left - 2 * gap, top),
                    false);
        }
        return bars;
    }

    private Shape hills(int ridge) {
        Path2D hills = new Path2D.Double();
        double[] values = counts.get(ridge);
        hills.moveTo(x(edges[0]), base(ridge));
        for (int i = 0; i < values.length; i++) {
            hills.lineTo(x((edges[i] + edges[i + 1]) / 2), base(ridge) - values[i] / highest * height);
        }
        hills.lineTo(x(edges[edges.length - 1]), base(ridge));
        hills.closePath();
        return hills;
    }

    private void names() {
        for (int i = 0; i < edges.length - 1; i++) {
            double room = x(edges[i + 1]) - x(edges[i]) - 0.2 * sketch.em();
            String name = panel.name(i);
            while (name.length() > 1 && sketch.textWidth(name) > room) {
                name = name.substring(0, name.length() - 1);
            }
            double centre = (x(edges[i]) + x(edges[i + 1])) / 2;
            sketch.write(name, centre, plot.getMaxY() + 1.25 * sketch.em(), 0.5, panel.ink());
        }
    }

    private Sketch.Note note(double x, double y) {
        int ridge = ridgeAt(x, y);
        double[] values = counts.get(ridge);
        double total = Math.max(1e-300, Arrays.stream(values).sum());
        int colour = HistogramPanel.rgb(panel.colour());
        List<Sketch.Row> rows = new ArrayList<>();
        if (panel.isNamed()) {
            for (int i = 0; i < values.length; i++) {
                rows.add(new Sketch.Row(colour, panel.name(i), HistogramPanel.percent(values[i] / total)));
            }
        } else {
            double value = edges[0] + (x - plot.getX()) / plot.getWidth() * (edges[edges.length - 1] - edges[0]);
            int at = Histogram.interval(value, edges[0], edges[edges.length - 1], values.length);
            String interval = AxisFormat.text(edges[at]) + " … " + AxisFormat.text(edges[at + 1]);
            rows.add(new Sketch.Row(colour, interval, AxisFormat.text(values[at])));
        }
        return new Sketch.Note(HistogramPanel.steps(points.get(ridge)), rows, shapes.get(ridge));
    }

    /** The front one of those under the mouse, or the one whose line is nearest. */
    private int ridgeAt(double x, double y) {
        int nearest = 0;
        for (int ridge = points.size() - 1; ridge >= 0; ridge--) {
            if (shapes.get(ridge).contains(x, y)) {
                return ridge;
            }
            nearest = Math.abs(base(ridge) - y) < Math.abs(base(nearest) - y) ? ridge : nearest;
        }
        return nearest;
    }
}
