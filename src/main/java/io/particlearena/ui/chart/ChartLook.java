package io.particlearena.ui.chart;

import io.particlearena.ui.Theme;
import java.awt.Font;

/**
 * The size and the colours of a chart.
 *
 * @param width in logical pixels
 * @param height in logical pixels
 * @param scale device pixels per logical pixel
 * @param theme the colours
 * @param textSize in logical pixels
 */
public record ChartLook(int width, int height, double scale, Theme theme, double textSize) {

    Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) textSize);
    }
}
