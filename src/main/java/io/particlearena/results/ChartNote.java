package io.particlearena.results;

/**
 * What the user wrote beside a place of a chart.
 *
 * @param tag the metric's tag, whose charts show it
 * @param step environment steps
 * @param text one line
 */
public record ChartNote(String tag, long step, String text) {}
