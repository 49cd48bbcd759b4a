package io.particlearena.ui.arena;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas of the window. */
final class ScreenPen implements Pen {

    private final GraphicsContext context;
    private final Text measure = new Text();
    private Font font = Font.getDefault();
    private boolean bold;

    ScreenPen(GraphicsContext context) {
        this.context = context;
        context.setTextBaseline(VPos.CENTER);
    }

    @Override
    public void setFill(Color colour) {
        context.setFill(colour);
    }

    @Override
    public void setStroke(Color colour, double width) {
        context.setStroke(colour);
        context.setLineWidth(width);
    }

    @Override
    public void setFont(double size, boolean heavy) {
        if (font.getSize() != size || bold != heavy) {
            font = Font.font(Font.getDefault().getFamily(), heavy ? FontWeight.BOLD : FontWeight.NORMAL, size);
            bold = heavy;
        }
        context.setFont(font);
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        context.fillRect(x, y, width, height);
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arc) {
        context.fillRoundRect(x, y, width, height, arc, arc);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        context.fillOval(x, y, width, height);
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int count) {
        context.fillPolygon(x, y, count);
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        context.strokeRect(x, y, width, height);
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arc) {
        context.strokeRoundRect(x, y, width, height, arc, arc);
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        context.strokeOval(x, y, width, height);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        context.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void strokePolyline(double[] x, double[] y, int count) {
        context.strokePolyline(x, y, count);
    }

    @Override
    public void strokePolygon(double[] x, double[] y, int count) {
        context.strokePolygon(x, y, count);
    }

    @Override
    public void fillText(String text, double x, double y, Align align) {
        context.setTextAlign(align == Align.CENTRE ? TextAlignment.CENTER : TextAlignment.LEFT);
        context.fillText(text, x, y);
    }

    @Override
    public double textWidth(String text) {
        measure.setFont(font);
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}
