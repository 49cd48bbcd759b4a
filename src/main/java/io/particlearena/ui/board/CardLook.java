package io.particlearena.ui.board;

import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartLook;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How what a card shows is to be drawn. */
final class CardLook {

    private static final double SMALL_TEXT = 0.82;
    private static final int LEAST_SIZE = 40;

    private CardLook() {}

    /** The look that fills a surface; null while it is off the screen or too small for a drawing. */
    static @Nullable ChartLook of(Region surface, Theme theme, double textSize) {
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        if (width < LEAST_SIZE || height < LEAST_SIZE || surface.getScene() == null) {
            return null;
        }
        Window window = surface.getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        return new ChartLook(width, height, scale, theme, textSize * SMALL_TEXT);
    }
}
