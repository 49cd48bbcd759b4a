package io.particlearena.ui.arena;

import io.particlearena.env.ActionHead;
import io.particlearena.ui.Theme;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The classes of one categorical head as bars: filled for what was predicted or done, hollow for the probability with which
 * the agent acted; a triangle stands under the class that was taken. Used on the JavaFX thread.
 */
public final class ActionBars extends Region {

    private static final double BARS_EM = 2.2;
    private static final double SLOT_EM = 2.1;
    private static final double BAR_EM = 0.55;
    private static final Map<String, String> ARROWS = Map.of(
            "none", "·",
            "right", "→",
            "left", "←",
            "up", "↑",
            "down", "↓",
            "up right", "↗",
            "down right", "↘",
            "down left", "↙",
            "up left", "↖");

    private final Canvas canvas = new Canvas();
    private final Pen pen = new ScreenPen(canvas.getGraphicsContext2D());
    private final ActionHead head;
    private final boolean judged;
    private Forecast.Head values;
    private ArenaColours colours = new ArenaColours(Theme.LIGHT);
    private double em = 13;

    /**
     * @param judged whether the filled bars are a prediction, whose colour says whether it came true
     */
    public ActionBars(ActionHead head, boolean judged) {
        this.head = head;
        this.judged = judged;
        this.values = new Forecast.Head(List.of(), List.of(), -1);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    /** Changes what the bars show. */
    public void show(Forecast.Head next) {
        if (!next.equals(values)) {
            values = next;
            setAccessibleText(head.name() + " " + className(head, Math.max(0, next.taken())));
            repaint();
        }
    }

    /** Changes colours and sizes. */
    public void setTheme(Theme theme, double textSize) {
        colours = new ArenaColours(theme);
        em = textSize;
        requestLayout();
        repaint();
    }

    /** A class in one or two letters: an arrow for a move, a letter for a symbol, a number for others. */
    static String letter(ActionHead head, int index) {
        if (!head.classes().isEmpty()) {
            String name = head.classes().get(index);
            return ARROWS.getOrDefault(name, name);
        }
        return head.name().equals("message") ? ScenePainter.letter(index) : Integer.toString(index);
    }

    /** A class by its name. */
    static String className(ActionHead head, int index) {
        return head.classes().isEmpty() ? letter(head, index) : head.classes().get(index);
    }

    @Override
    protected double computePrefWidth(double height) {
        return SLOT_EM * em * head.size();
    }

    @Override
    protected double computePrefHeight(double width) {
        return (BARS_EM + 1.8) * em;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    private void repaint() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double slot = Math.min(SLOT_EM * em, canvas.getWidth() / head.size());
        double base = Math.rint((BARS_EM + 0.2) * em);
        pen.setFont(em * 0.9, false);
        for (int i = 0; i < head.size(); i++) {
            double middle = Math.rint((i + 0.5) * slot);
            if (!values.predicted().isEmpty()) {
                pen.setFill(colour());
                pen.fillRect(
                        middle - BAR_EM * em - 0.5,
                        base - height(values.predicted().get(i)),
                        BAR_EM * em,
                        height(values.predicted().get(i)));
            }
            if (!values.actual().isEmpty()) {
                double height = Math.max(3, Math.rint(height(values.actual().get(i))));
                pen.setStroke(colours.bubble(), 1);
                pen.strokeRect(middle + 1.5, base - height + 0.5, BAR_EM * em - 1, height - 0.5);
            }
            pen.setFill(colours.bubble());
            pen.fillText(letter(head, i), middle, base + 0.65 * em, Pen.Align.CENTRE);
            if (i == values.taken()) {
                double top = base + 1.2 * em;
                double size = 0.4 * em;
                pen.fillPolygon(
                        new double[] {middle, middle + size * 0.8, middle - size * 0.8},
                        new double[] {top, top + size, top + size},
                        3);
            }
        }
        pen.setStroke(colours.edge(), 1);
        pen.strokeLine(0, base + 0.5, slot * head.size(), base + 0.5);
    }

    private Color colour() {
        if (!judged) {
            return colours.bubble().deriveColor(0, 1, 1, 0.45);
        }
        return values.isRight() ? colours.right() : colours.wrong();
    }

    private double height(double probability) {
        return Math.max(1, BARS_EM * em * Math.min(1, Math.max(0, probability)));
    }
}
