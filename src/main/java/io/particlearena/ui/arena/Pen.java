package io.particlearena.ui.arena;

import javafx.scene.paint.Color;

/**
 * What painters draw with: on the screen through JavaFX, into images through Java2D, which needs neither a window nor its
 * thread. Positions are in pixels from the upper left corner, y downwards.
 */
interface Pen {

    /** Where a text lies in relation to its x; its middle always lies at its y. */
    enum Align {
        LEFT,
        CENTRE
    }

    /** The colour of filled shapes and of texts. */
    void setFill(Color colour);

    /** The colour and width of lines. */
    void setStroke(Color colour, double width);

    /** The size of texts in pixels. */
    void setFont(double size, boolean bold);

    void fillRect(double x, double y, double width, double height);

    void fillRoundRect(double x, double y, double width, double height, double arc);

    void fillOval(double x, double y, double width, double height);

    void fillPolygon(double[] x, double[] y, int count);

    void strokeRect(double x, double y, double width, double height);

    void strokeRoundRect(double x, double y, double width, double height, double arc);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    void strokePolyline(double[] x, double[] y, int count);

    void strokePolygon(double[] x, double[] y, int count);

    void fillText(String text, double x, double y, Align align);

    /** The width of a text in the present font. */
    double textWidth(String text);
}
