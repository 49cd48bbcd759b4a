package io.particlearena.ui.chart;

import org.jspecify.annotations.Nullable;

/** What the mouse on a chart asks of whoever shows it. */
public interface ChartMouse {

    /** Show this part of the axis; null for everything. */
    void zoom(@Nullable Span span);

    /**
     * Show a menu for a place.
     *
     * @param position of the axis
     * @param nearest the value nearest to the mouse; null if there is none
     * @param screenX on the screen
     * @param screenY on the screen
     */
    default void menu(double position, @Nullable Reading nearest, double screenX, double screenY) {}

    /** The mouse is at this place of the axis; NaN if it has left. */
    default void pointed(double position) {}
}
