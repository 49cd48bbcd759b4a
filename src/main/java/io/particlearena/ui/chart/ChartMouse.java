package io.particlearena.ui.chart;

import org.jspecify.annotations.Nullable;

/** What the mouse on a chart asks of whoever shows it. */
public interface ChartMouse {

    /** Show this part of the axis; null for everything. */
    void zoom(@Nullable Span span);

    /** The mouse is at this place of the axis; NaN if it has left. */
    default void pointed(double position) {}
}
