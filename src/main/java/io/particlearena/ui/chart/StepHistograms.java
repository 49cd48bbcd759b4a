package io.particlearena.ui.chart;

import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramPoint;
import io.particlearena.ui.Theme;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Histograms of several steps over one axis, with one scale of counts and colours from pale for the oldest to the run's own for the
 * newest. Of many, as many as are wanted are taken, evenly over the steps. Intervals that differ from one to the next are made
 * equal.
 */
final class StepHistograms {

    private static final int INTERVALS = 60;
    private static final double PALEST = 0.3;
    private static final double PALEST_ON_DARK = 0.5;

    private final HistogramPanel panel;
    private final Sketch sketch;
    private final Rectangle2D plot;
    private final List<HistogramPoint> points = new ArrayList<>();
    private final List<double[]> counts = new ArrayList<>();
    private final double[] edges;
    private final double highest;

    /** @param most how many there may be, at least 1 */
    StepHistograms(HistogramPanel panel, int most) {
        this.panel = panel;
        this.sketch = panel.sketch();
        this.plot = panel.plot();
        int all = panel.points().size();
        int drawn = Math.min(most, all);
        for (int i = 0; i < drawn; i++) {
            points.add(panel.points().get(drawn == 1 ? 0 : i * (all - 1) / (drawn - 1)));
        }
        edges = commonEdges();
        double largest = 0;
        for (HistogramPoint point : points) {
            boolean same = Arrays.equals(point.histogram().edges(), edges);
            double[] each =
                    same ? point.histogram().counts() : point.histogram().onto(edges);
            counts.add(each);
            largest = Math.max(largest, Arrays.stream(each).max().orElse(0));
        }
        highest = largest > 0 ? largest : 1;
    }

    private double[] commonEdges() {
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

    int size() {
        return points.size();
    }

    /** How many intervals all of them have. */
    int intervals() {
        return edges.length - 1;
    }

    /** The step of one of them, the oldest first, as axes write it. */
    String step(int at) {
        return AxisFormat.text((double) points.get(at).step());
    }

    /** The one whose step is nearest. */
    int nearest(double step) {
        int nearest = 0;
        for (int at = 1; at < points.size(); at++) {
            boolean nearer = Math.abs(points.get(at).step() - step)
                    < Math.abs(points.get(nearest).step() - step);
            nearest = nearer ? at : nearest;
        }
        return nearest;
    }

    Color colour(int at) {
        double age = points.size() == 1 ? 1 : at / (points.size() - 1.0);
        double palest = panel.theme() == Theme.DARK ? PALEST_ON_DARK : PALEST;
        return panel.tint(panel.colour(), palest + (1 - palest) * age);
    }

    /** Where an interval begins; that of the number of intervals is the end of the axis. */
    double left(int interval) {
        return plot.getX() + (edges[interval] - edges[0]) / (edges[edges.length - 1] - edges[0]) * plot.getWidth();
    }

    double centre(int interval) {
        return (left(interval) + left(interval + 1)) / 2;
    }

    /** The interval at a place of the axis. */
    int intervalAt(double x) {
        double value = edges[0] + (x - plot.getX()) / plot.getWidth() * (edges[edges.length - 1] - edges[0]);
        return Histogram.interval(value, edges[0], edges[edges.length - 1], intervals());
    }

    /** What an interval of one of them holds, as a share of the most that any holds. */
    double share(int at, int interval) {
        return counts.get(at)[interval] / highest;
    }

    /** Names or numbers below the plot. */
    void across() {
        if (!panel.isNamed()) {
            panel.across(edges[0], edges[edges.length - 1], 0);
            return;
        }
        for (int i = 0; i < intervals(); i++) {
            double room = left(i + 1) - left(i) - 0.2 * sketch.em();
            String name = sketch.fitted().beginning(panel.name(i), room);
            sketch.write(name, centre(i), plot.getMaxY() + 1.25 * sketch.em(), 0.5, panel.ink());
        }
    }

    /** What there is to say of one of them: the shares of things with names, else what the interval at {@code x} holds. */
    Sketch.Note note(int at, double x, Shape highlight) {
        double[] values = counts.get(at);
        double total = Math.max(1e-300, Arrays.stream(values).sum());
        int colour = HistogramPanel.rgb(panel.colour());
        List<Sketch.Row> rows = new ArrayList<>();
        if (panel.isNamed()) {
            for (int i = 0; i < values.length; i++) {
                rows.add(new Sketch.Row(colour, panel.name(i), HistogramPanel.percent(values[i] / total)));
            }
        } else {
            int interval = intervalAt(x);
            String place = AxisFormat.text(edges[interval]) + " … " + AxisFormat.text(edges[interval + 1]);
            rows.add(new Sketch.Row(colour, place, AxisFormat.text(values[interval])));
        }
        return new Sketch.Note(HistogramPanel.steps(points.get(at)), rows, highlight);
    }
}
