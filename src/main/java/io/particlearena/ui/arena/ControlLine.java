package io.particlearena.ui.arena;

import io.particlearena.ui.Icon;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Two groups of controls: at either end of a line, or one below the other where the line is too short for both, even with
 * the second one as narrow as it can be.
 */
final class ControlLine extends Pane {

    private final Node first;
    private final Node second;

    ControlLine(Node first, Node second) {
        super(first, second);
        this.first = first;
        this.second = second;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return across() + Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return across() + first.prefWidth(-1) + second.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double one = first.prefHeight(-1);
        double other = second.prefHeight(-1);
        boolean together = width < 0 || fitsOneLine(width);
        return snappedTopInset() + snappedBottomInset() + (together ? Math.max(one, other) : one + other);
    }

    private boolean fitsOneLine(double width) {
        return width >= across() + first.prefWidth(-1) + second.minWidth(-1);
    }

    private double across() {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        boolean together = fitsOneLine(getWidth());
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double room = getWidth() - across();
        double bottom = getHeight() - snappedBottomInset();
        double firstWidth = Math.min(room, first.prefWidth(-1));
        double secondWidth = Math.min(together ? room - firstWidth : room, second.prefWidth(-1));
        if (together) {
            first.resizeRelocate(left, top, firstWidth, bottom - top);
            second.resizeRelocate(left + room - secondWidth, top, secondWidth, bottom - top);
        } else {
            double height = first.prefHeight(-1);
            first.resizeRelocate(left, top, firstWidth, height);
            second.resizeRelocate(left, top + height, secondWidth, bottom - top - height);
        }
    }

    static Button button(String id, Icon icon, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.setOnAction(event -> action.run());
        return button;
    }

    static ButtonBase described(ButtonBase button, String text) {
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        return button;
    }

    static Node spacer() {
        Region space = new Region();
        space.getStyleClass().add("small-space");
        return space;
    }
}
