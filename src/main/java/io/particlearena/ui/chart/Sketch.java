package io.particlearena.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as shapes and texts, from the back to the front, and what there is to say of its places. It can be painted and
 * written as SVG. In logical pixels; nobody changes it once it is finished.
 */
public final class Sketch {

    private final Font font;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Stepper> steppers = new ArrayList<>();

    /** Something drawn. */
    sealed interface Mark permits Figure, Writing {}

    /**
     * A shape.
     *
     * @param fill its colour; null for none
     * @param stroke the colour of its line; null for none
     * @param width of its line
     */
    record Figure(
            Shape shape, @Nullable Color fill, @Nullable Color stroke, float width) implements Mark {}

    /**
     * A text.
     *
     * @param anchor the share of the text that stands before {@code x}: 0, 0.5 or 1
     * @param y of its line
     */
    record Writing(String text, double x, double y, double anchor, Color colour) implements Mark {}

    /**
     * A line of what there is to say.
     *
     * @param colour as 0xRRGGBB
     */
    public record Row(int colour, String name, String number) {}

    /**
     * What there is to say of a place.
     *
     * @param title above the rows
     * @param highlight what is set off on the drawing
     */
    public record Note(String title, List<Row> rows, Shape highlight) {
        public Note {
            rows = List.copyOf(rows);
        }
    }

    /** Says what there is at a point. */
    @FunctionalInterface
    interface Teller {

        /** What is to be said of the point; null if there is nothing. */
        @Nullable
        Note at(double x, double y);
    }

    /** Says where a step lies. */
    @FunctionalInterface
    interface Stepper {

        /** What is set off on the drawing for a step; null if it is out of sight. */
        @Nullable
        Shape at(double step);
    }

    private record Place(Rectangle2D area, Teller teller) {}

    Sketch(Font font) {
        this.font = font;
    }

    /** The height of its texts. */
    double em() {
        return font.getSize2D();
    }

    double textWidth(String text) {
        return fitted().width(text);
    }

    /** The texts in as much room as there is. */
    FittedText fitted() {
        return new FittedText(font);
    }

    void fill(Shape shape, Color colour) {
        marks.add(new Figure(shape, colour, null, 0));
    }

    void line(Shape shape, Color colour, double width) {
        marks.add(new Figure(shape, null, colour, (float) width));
    }

    void outlined(Shape shape, Color fill, Color stroke, double width) {
        marks.add(new Figure(shape, fill, stroke, (float) width));
    }

    void write(String text, double x, double y, double anchor, Color colour) {
        marks.add(new Writing(text, x, y, anchor, colour));
    }

    /** Lets something be said of the points of an area. */
    void tell(Rectangle2D area, Teller teller) {
        places.add(new Place(area, teller));
    }

    /** Lets a step be set off. */
    void follow(Stepper stepper) {
        steppers.add(stepper);
    }

    /** All that is drawn, from the back to the front. */
    List<Mark> marks() {
        return List.copyOf(marks);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** What there is to say of a point. */
    public Optional<Note> noteAt(double x, double y) {
        for (Place place : places) {
            if (place.area().contains(x, y)) {
                return Optional.ofNullable(place.teller().at(x, y));
            }
        }
        return Optional.empty();
    }

    /** What is to be set off for a step. */
    List<Shape> shapesAt(double step) {
        return steppers.stream()
                .map(stepper -> stepper.at(step))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Paints everything. */
    void paint(Graphics2D g) {
        g.setFont(font);
        for (Mark mark : marks) {
            if (mark instanceof Figure figure) {
                paint(figure, g);
            } else if (mark instanceof Writing text) {
                g.setPaint(text.colour());
                double x = text.x() - text.anchor() * textWidth(text.text());
                g.drawString(text.text(), (float) x, (float) text.y());
            }
        }
    }

    private static void paint(Figure figure, Graphics2D g) {
        if (figure.fill() != null) {
            g.setPaint(figure.fill());
            g.fill(figure.shape());
        }
        if (figure.stroke() != null) {
            g.setPaint(figure.stroke());
            g.setStroke(new BasicStroke(figure.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g.draw(figure.shape());
        }
    }
}
