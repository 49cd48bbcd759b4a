package io.particlearena.ui.chart;

import java.nio.IntBuffer;

/**
 * A finished drawing of histograms; nobody writes to its pixels any more.
 *
 * @param pixels colour with opacity, premultiplied, row by row
 * @param width in device pixels
 * @param height in device pixels
 * @param sketch what was drawn, in logical pixels
 * @param view how histograms are shown
 * @param note what is left out, as a sentence; empty if nothing is
 */
public record HistogramImage(IntBuffer pixels, int width, int height, Sketch sketch, HistogramView view, String note) {

    /** Whether there was nothing to draw. */
    public boolean isEmpty() {
        return sketch.isEmpty();
    }
}
