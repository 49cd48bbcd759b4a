package io.particlearena.ui.chart;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Histograms one behind the other: the oldest at the top and pale, the newest in front; as many as there is room for. */
final class Ridges {

    private static final int MOST = 40;
    private static final double OVERLAP = 0.4;
    private static final double BAR_GAP = 0.12;

    private final HistogramPanel panel;
    private final Sketch sketch;
    private final Rectangle2D plot;
    private final StepHistograms histograms;
    private final List<Shape> shapes = new ArrayList<>();
    private final double height;

    Ridges(HistogramPanel panel) {
        this.panel = panel;
        this.sketch = panel.sketch();
        this.plot = panel.plot();
        int room = (int) Math.max(2, Math.min(MOST, plot.getHeight() / (0.55 * sketch.em())));
        this.histograms = new StepHistograms(panel, room);
        this.height = histograms.size() == 1 ? plot.getHeight() : plot.getHeight() * OVERLAP;
    }

    private double base(int ridge) {
        double room = plot.getHeight() - height;
        return plot.getY() + height + (histograms.size() == 1 ? 0 : room * ridge / (histograms.size() - 1));
    }

    void draw() {
        int every = (int) Math.max(1, Math.ceil(1.3 * sketch.em() / Math.max(1, base(1) - base(0))));
        for (int ridge = 0; ridge < histograms.size(); ridge++) {
            Shape shape = panel.isNamed() ? bars(ridge) : hills(ridge);
            shapes.add(shape);
            sketch.outlined(shape, histograms.colour(ridge), panel.page(), 0.8);
            if ((histograms.size() - 1 - ridge) % every == 0) {
                double x = plot.getMaxX() + 0.3 * sketch.em();
                sketch.write(histograms.step(ridge), x, base(ridge), 0, panel.ink());
            }
        }
        histograms.across();
        sketch.tell(plot, this::note);
        sketch.follow(step -> shapes.get(histograms.nearest(step)));
    }

    private Shape bars(int ridge) {
        Path2D bars = new Path2D.Double();
        for (int i = 0; i < histograms.intervals(); i++) {
            double left = histograms.left(i);
            double width = histograms.left(i + 1) - left;
            double gap = BAR_GAP * width;
            double top = Math.max(0.5, histograms.share(ridge, i) * height);
            bars.append(new Rectangle2D.Double(left + gap, base(ridge) - top, width - 2 * gap, top), false);
        }
        return bars;
    }

    private Shape hills(int ridge) {
        Path2D hills = new Path2D.Double();
        hills.moveTo(histograms.left(0), base(ridge));
        for (int i = 0; i < histograms.intervals(); i++) {
            hills.lineTo(histograms.centre(i), base(ridge) - histograms.share(ridge, i) * height);
        }
        hills.lineTo(histograms.left(histograms.intervals()), base(ridge));
        hills.closePath();
        return hills;
    }

    private Sketch.Note note(double x, double y) {
        int ridge = ridgeAt(x, y);
        return histograms.note(ridge, x, shapes.get(ridge));
    }

    /** The front one of those under the mouse, or the one whose line is nearest. */
    private int ridgeAt(double x, double y) {
        int nearest = 0;
        for (int ridge = histograms.size() - 1; ridge >= 0; ridge--) {
            if (shapes.get(ridge).contains(x, y)) {
                return ridge;
            }
            nearest = Math.abs(base(ridge) - y) < Math.abs(base(nearest) - y) ? ridge : nearest;
        }
        return nearest;
    }
}
