package io.particlearena.ui.arena;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import javafx.scene.paint.Color;

/** Draws into an image on any thread, with or without a display. The same drawing always gives the same pixels. */
final class ImagePen implements Pen, AutoCloseable {

    private final Graphics2D graphics;
    private java.awt.Color fill = java.awt.Color.BLACK;
    private java.awt.Color stroke = java.awt.Color.BLACK;

    ImagePen(BufferedImage image) {
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Moves the origin, and leaves everything outside of a rectangle from there as it is. */
    void enter(double x, double y, double width, double height) {
        graphics.translate(x, y);
        graphics.clip(new Rectangle2D.Double(0, 0, width, height));
    }

    /** Undoes {@link #enter}. */
    void leave(double x, double y) {
        graphics.setClip(null);
        graphics.translate(-x, -y);
    }

    @Override
    public void setFill(Color colour) {
        fill = awt(colour);
    }

    @Override
    public void setStroke(Color colour, double width) {
        stroke = awt(colour);
        graphics.setStroke(new BasicStroke((float) width));
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }

    @Override
    public void setFont(double size, boolean bold) {
        graphics.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size));
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arc) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int count) {
        fill(path(x, y, count, true));
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        stroke(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arc) {
        stroke(new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        stroke(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        stroke(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void strokePolyline(double[] x, double[] y, int count) {
        stroke(path(x, y, count, false));
    }

    @Override
    public void strokePolygon(double[] x, double[] y, int count) {
        stroke(path(x, y, count, true));
    }

    @Override
    public void fillText(String text, double x, double y, Align align) {
        FontMetrics metrics = graphics.getFontMetrics();
        double left = align == Align.CENTRE ? x - textWidth(text) / 2 : x;
        graphics.setColor(fill);
        graphics.drawString(text, (float) left, (float) (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    @Override
    public double textWidth(String text) {
        return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    }

    private void fill(java.awt.Shape shape) {
        graphics.setColor(fill);
        graphics.fill(shape);
    }

    private void stroke(java.awt.Shape shape) {
        graphics.setColor(stroke);
        graphics.draw(shape);
    }

    private static Path2D path(double[] x, double[] y, int count, boolean closed) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
