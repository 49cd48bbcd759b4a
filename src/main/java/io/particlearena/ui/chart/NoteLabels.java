package io.particlearena.ui.chart;

import io.particlearena.results.ChartNote;
import io.particlearena.ui.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The notes of a chart: upright lines, and on plates beside them, which lie over the curves, what they say. Plates that would
 * cover each other lie one below the other.
 */
final class NoteLabels {

    /** The gaps of the lines. */
    private static final float GAP = 3;

    private static final double PADDING = 3;
    private static final double HEIGHT_EM = 1.5;
    private static final double BASELINE_EM = 1.1;

    /** A longer text would hide too much of the curves. */
    private static final double MOST_WIDTH = 0.7;

    private final List<Label> labels = new ArrayList<>();
    private final ChartFrame.Area area;
    private final FittedText texts;

    /**
     * A note in sight, in logical pixels.
     *
     * @param x of its line
     * @param plate behind its text
     * @param text as much of it as is shown
     */
    record Label(double x, Rectangle2D plate, String text) {

        double textX() {
            return plate.getX() + PADDING;
        }

        double textY(double em) {
            return plate.getY() + BASELINE_EM * em;
        }
    }

    /** Places the notes whose steps are in sight. */
    NoteLabels(List<ChartNote> notes, ChartFrame frame, FittedText texts) {
        this.area = frame.area();
        this.texts = texts;
        notes.stream()
                .filter(note -> note.step() >= frame.across().from()
                        && note.step() <= frame.across().to())
                .sorted(Comparator.comparingLong(ChartNote::step))
                .forEach(note -> place(note, frame.x((double) note.step())));
    }

    private void place(ChartNote note, double x) {
        String text = texts.beginning(note.text(), MOST_WIDTH * area.width());
        double width = texts.width(text) + 2 * PADDING;
        double height = HEIGHT_EM * texts.font().getSize2D();
        boolean fitsRight = x + PADDING + width <= area.x() + area.width();
        double left = Math.max(area.x(), fitsRight ? x + PADDING : x - PADDING - width);
        Rectangle2D plate = new Rectangle2D.Double(left, area.y(), width, height);
        for (double y = area.y(); isCovered(plate) && y + 2 * height <= area.y() + area.height(); y += height) {
            plate = new Rectangle2D.Double(left, y + height, width, height);
        }
        labels.add(new Label(x, plate, text));
    }

    private boolean isCovered(Rectangle2D plate) {
        return labels.stream().anyMatch(label -> label.plate().intersects(plate));
    }

    /** In the order of their steps. */
    List<Label> labels() {
        return List.copyOf(labels);
    }

    double bottom() {
        return area.y() + area.height();
    }

    /** Paints them over a chart that is finished but for them. */
    void paint(Graphics2D g, Theme theme) {
        Color ink = ChartAxes.text(theme);
        g.setFont(texts.font());
        g.setPaint(ink);
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {GAP, GAP}, 0));
        labels.forEach(label -> g.draw(new Line2D.Double(label.x(), area.y(), label.x(), bottom())));
        g.setStroke(new BasicStroke(1));
        for (Label label : labels) {
            g.setPaint(ChartExport.page(theme));
            g.fill(label.plate());
            g.setPaint(ChartAxes.line(theme));
            g.draw(label.plate());
            g.setPaint(ink);
            g.drawString(label.text(), (float) label.textX(), (float)
                    label.textY(texts.font().getSize2D()));
        }
    }
}
