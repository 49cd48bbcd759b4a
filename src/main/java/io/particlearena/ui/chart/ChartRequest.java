package io.particlearena.ui.chart;

import io.particlearena.ui.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart should look like.
 *
 * @param curves its lines
 * @param unit the label of the vertical axis, or an empty text
 * @param width in logical pixels
 * @param height in logical pixels
 * @param scale device pixels per logical pixel
 * @param theme the colours
 * @param textSize in logical pixels
 * @param smoothing the weight of the past, from 0 to 0.999
 * @param zoom the steps to show, null for all
 */
public record ChartRequest(
        List<Curve> curves,
        String unit,
        int width,
        int height,
        double scale,
        Theme theme,
        double textSize,
        double smoothing,
        @Nullable Span zoom) {

    public ChartRequest {
        curves = List.copyOf(curves);
    }

    /** A number that grows with every change of the points to draw. */
    long version() {
        long version = 0;
        for (Curve curve : curves) {
            version += curve.series().version();
        }
        return version;
    }

    /** A part of an axis. */
    public record Span(double from, double to) {
        /** The difference of its ends. */
        public double length() {
            return to - from;
        }
    }
}
