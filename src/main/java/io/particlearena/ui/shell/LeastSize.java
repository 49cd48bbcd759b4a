package io.particlearena.ui.shell;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** How small the main window may become: all pages fit, also with larger texts, as far as the screen allows. */
final class LeastSize {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    /** The three panes of the page Train, the widest page, beside the pages' names. */
    private static final double WIDTH_EM = 65.6;

    private static final double HEIGHT_EM = 36;

    private LeastSize() {}

    /** Keeps the window at least this large, now and whenever the size of its texts changes. */
    static void keep(Stage stage, ObservableDoubleValue textSize) {
        textSize.addListener((o, before, now) -> limit(stage, now.doubleValue()));
        limit(stage, textSize.get());
    }

    private static void limit(Stage stage, double textSize) {
        Rectangle2D screen = screenOf(stage).getVisualBounds();
        stage.setMinWidth(Math.min(width(textSize), screen.getWidth()));
        stage.setMinHeight(Math.min(height(textSize), screen.getHeight()));
    }

    private static Screen screenOf(Stage stage) {
        return Screen.getScreensForRectangle(stage.getX(), stage.getY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary());
    }

    static double width(double textSize) {
        return Math.max(WIDTH, Math.ceil(WIDTH_EM * textSize));
    }

    static double height(double textSize) {
        return Math.max(HEIGHT, Math.ceil(HEIGHT_EM * textSize));
    }
}
