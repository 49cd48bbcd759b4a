package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;
import org.jspecify.annotations.Nullable;

/**
 * A curve's points at the time of drawing, as they are and smoothed; or a group of curves summed up.
 *
 * @param curve what was drawn; of a group the first curve
 * @param axis the places of its points
 * @param raw its points
 * @param smoothed as many points at the same places; the same object where nothing is smoothed
 * @param band between which the group's line lies; null if it is no group
 */
public record ChartLine(
        Curve curve,
        SeriesAxis axis,
        SeriesView raw,
        SeriesView smoothed,
        @Nullable Band band) {

    /**
     * The 95 % band of a group of runs, at the places of the line's points.
     *
     * @param low its lower end
     * @param high its upper end
     * @param present how many runs have a value there
     * @param runs the number of runs in the group
     */
    public record Band(SeriesView low, SeriesView high, SeriesView present, int runs) {}

    boolean isSmoothed() {
        return raw != smoothed;
    }

    /** What it is called: the run, or the group. */
    String name() {
        return band == null ? curve.name() : curve.group() + " (" + band.runs() + ")";
    }

    /** The part of the axis on which it has points. */
    Span extent() {
        return new Span(raw.position(axis, 0), raw.position(axis, raw.length() - 1));
    }
}
