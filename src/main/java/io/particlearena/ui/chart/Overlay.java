package io.particlearena.ui.chart;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The outlines of histograms one over the other, the oldest pale; beside them stand some of their steps with their colours. */
final class Overlay {

    private static final int MOST = 40;
    private static final int MOST_STEPS = 6;

    /** The room above the highest place. */
    private static final double ABOVE = 0.04;

    private final HistogramPanel panel;
    private final Sketch sketch;
    private final Rectangle2D plot;
    private final StepHistograms histograms;
    private final List<Shape> shapes = new ArrayList<>();

    Overlay(HistogramPanel panel) {
        this.panel = panel;
        this.sketch = panel.sketch();
        this.plot = panel.plot();
        this.histograms = new StepHistograms(panel, MOST);
    }

    void draw() {
        double base = plot.getMaxY();
        sketch.line(new Line2D.Double(plot.getX(), base, plot.getMaxX(), base), ChartAxes.line(panel.theme()), 1);
        for (int at = 0; at < histograms.size(); at++) {
            Shape shape = panel.isNamed() ? steps(at) : curve(at);
            shapes.add(shape);
            boolean newest = at == histograms.size() - 1;
            sketch.line(shape, histograms.colour(at), newest ? 1.8 : 1);
        }
        histograms.across();
        legend();
        sketch.tell(plot, this::note);
        sketch.follow(step -> shapes.get(histograms.nearest(step)));
    }

    /** The newest step at the top. */
    private void legend() {
        double em = sketch.em();
        int room = (int) Math.max(1, plot.getHeight() / (1.5 * em));
        int lines = Math.min(Math.min(MOST_STEPS, room), histograms.size());
        for (int line = 0; line < lines; line++) {
            int last = histograms.size() - 1;
            int at = lines == 1 ? last : last - line * last / (lines - 1);
            double x = plot.getMaxX() + 0.3 * em;
            double y = plot.getY() + (0.7 + 1.5 * line) * em;
            sketch.fill(new Rectangle2D.Double(x, y - 1.5, 0.6 * em, 3), histograms.colour(at));
            sketch.write(histograms.step(at), x + 0.9 * em, y + 0.35 * em, 0, panel.ink());
        }
    }

    private double y(int at, int interval) {
        return plot.getMaxY() - histograms.share(at, interval) * (1 - ABOVE) * plot.getHeight();
    }

    /** Things that have names have nothing between them. */
    private Shape steps(int at) {
        Path2D steps = new Path2D.Double();
        steps.moveTo(histograms.left(0), plot.getMaxY());
        for (int i = 0; i < histograms.intervals(); i++) {
            steps.lineTo(histograms.left(i), y(at, i));
            steps.lineTo(histograms.left(i + 1), y(at, i));
        }
        steps.lineTo(histograms.left(histograms.intervals()), plot.getMaxY());
        return steps;
    }

    private Shape curve(int at) {
        Path2D curve = new Path2D.Double();
        curve.moveTo(histograms.left(0), plot.getMaxY());
        for (int i = 0; i < histograms.intervals(); i++) {
            curve.lineTo(histograms.centre(i), y(at, i));
        }
        curve.lineTo(histograms.left(histograms.intervals()), plot.getMaxY());
        return curve;
    }

    /** That of the outline which passes nearest above or below the mouse; of several, of the newest. */
    private Sketch.Note note(double x, double y) {
        int interval = histograms.intervalAt(x);
        int nearest = histograms.size() - 1;
        for (int at = nearest; at >= 0; at--) {
            nearest = Math.abs(y(at, interval) - y) < Math.abs(y(nearest, interval) - y) ? at : nearest;
        }
        return histograms.note(nearest, x, shapes.get(nearest));
    }
}
