package io.particlearena.ui.chart;

import io.particlearena.results.HistogramPoint;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Over the steps, the shares of things that have names, one upon the other. What a histogram counts has happened since the one
 * before, so each share is drawn over that time.
 */
final class Shares {

    /** To be told apart with any colour vision (Okabe and Ito, 2008); the first is for what does nothing. */
    private static final int[] COLOURS = {0x9a9a9a, 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7
    };

    private static final Color DARK_INK = new Color(0x1f2328);

    private final HistogramPanel panel;
    private final Rectangle2D plot;
    private final List<HistogramPoint> points;
    private final int names;
    private final double to;

    Shares(HistogramPanel panel) {
        this.panel = panel;
        this.plot = panel.plot();
        this.points = panel.points();
        int most = 0;
        for (HistogramPoint point : points) {
            most = Math.max(most, point.histogram().counts().length);
        }
        names = most;
        to = Math.max(1, points.get(points.size() - 1).step());
    }

    private double x(double step) {
        return plot.getX() + step / to * plot.getWidth();
    }

    private double begin(int point) {
        return point == 0 ? 0 : end(point - 1);
    }

    private double end(int point) {
        return (double) points.get(point).step();
    }

    private double share(int point, int name) {
        double[] counts = points.get(point).histogram().counts();
        double total = points.get(point).histogram().total();
        return name < counts.length && total > 0 ? counts[name] / total : 0;
    }

    private double below(int point, int name) {
        double sum = 0;
        for (int i = 0; i < name; i++) {
            sum += share(point, i);
        }
        return sum;
    }

    private double y(double share) {
        return plot.getMaxY() - share * plot.getHeight();
    }

    private static Color colour(int name) {
        Color colour = new Color(COLOURS[name % COLOURS.length]);
        return name / COLOURS.length % 2 == 0 ? colour : colour.darker();
    }

    void draw() {
        panel.up(0, 1, 100, " %");
        panel.across(0, to, 1);
        for (int name = 0; name < names; name++) {
            panel.sketch().outlined(area(name), colour(name), panel.page(), 0.6);
        }
        for (int name = 0; name < names; name++) {
            label(name);
        }
        panel.sketch().tell(plot, (x, y) -> note(x));
        panel.sketch().follow(step -> panel.upright(step / to));
    }

    private Path2D area(int name) {
        Path2D area = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double y = y(below(i, name + 1));
            if (i == 0) {
                area.moveTo(x(begin(i)), y);
            } else {
                area.lineTo(x(begin(i)), y);
            }
            area.lineTo(x(end(i)), y);
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            double y = y(below(i, name));
            area.lineTo(x(end(i)), y);
            area.lineTo(x(begin(i)), y);
        }
        area.closePath();
        return area;
    }

    /** At the end, where there is room within the area. */
    private void label(int name) {
        Sketch sketch = panel.sketch();
        int last = points.size() - 1;
        if (share(last, name) * plot.getHeight() > 1.05 * sketch.em()) {
            double y = y(below(last, name) + share(last, name) / 2) + 0.35 * sketch.em();
            Color ink = isDark(colour(name)) ? Color.WHITE : DARK_INK;
            sketch.write(panel.name(name), plot.getMaxX() - 0.4 * sketch.em(), y, 1, ink);
        }
    }

    private static boolean isDark(Color colour) {
        return 0.3 * colour.getRed() + 0.59 * colour.getGreen() + 0.11 * colour.getBlue() < 120;
    }

    private Sketch.Note note(double x) {
        int at = 0;
        while (at < points.size() - 1 && x(end(at)) < x) {
            at++;
        }
        List<Sketch.Row> rows = new ArrayList<>();
        for (int name = names - 1; name >= 0; name--) {
            rows.add(new Sketch.Row(
                    HistogramPanel.rgb(colour(name)), panel.name(name), HistogramPanel.percent(share(at, name))));
        }
        double middle = (x(begin(at)) + x(end(at))) / 2;
        Line2D line = new Line2D.Double(middle, plot.getY(), middle, plot.getMaxY());
        return new Sketch.Note(HistogramPanel.steps(points.get(at)), rows, line);
    }
}
