package io.particlearena.ui.chart;

/**
 * How much of a chart lies beyond the ends of its vertical axis.
 *
 * @param points finite points of all curves
 * @param curves curves that have such points in sight and no others
 */
public record OffScale(long points, int curves) {

    /** Nothing. */
    static final OffScale NONE = new OffScale(0, 0);
}
