package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;

/**
 * A curve's points at the time of drawing, as they are and smoothed.
 *
 * @param curve what was drawn
 * @param axis the places of its points
 * @param raw its points
 * @param smoothed as many points at the same places; the same object where nothing is smoothed
 */
public record ChartLine(Curve curve, SeriesAxis axis, SeriesView raw, SeriesView smoothed) {

    boolean isSmoothed() {
        return raw != smoothed;
    }

    /** The part of the axis on which it has points. */
    Span extent() {
        return new Span(raw.position(axis, 0), raw.position(axis, raw.length() - 1));
    }
}
