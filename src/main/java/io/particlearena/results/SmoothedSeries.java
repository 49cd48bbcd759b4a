package io.particlearena.results;

import org.jspecify.annotations.Nullable;

/**
 * A series smoothed with one weight, computed once for each point however often a chart is drawn.
 *
 * <p>Belongs to the thread that draws. Its result has columns and extremes like any other series.
 */
public final class SmoothedSeries {

    private final MetricSeries source;
    private final double weight;
    private Smoothing smoothing;
    private SeriesValues smoothed = new SeriesValues();
    private @Nullable SeriesView raw;

    /**
     * @param source what to smooth
     * @param weight of the past, from 0 to 1, see {@link Smoothing}
     */
    public SmoothedSeries(MetricSeries source, double weight) {
        this.source = source;
        this.weight = weight;
        this.smoothing = new Smoothing(weight);
    }

    /** The weight of the past. */
    public double weight() {
        return weight;
    }

    /** The points as they are and smoothed, as many as the source has by now. */
    public Views views() {
        SeriesView now = source.view();
        if (raw == null || !now.continues(raw)) {
            smoothing = new Smoothing(weight);
            smoothed = new SeriesValues();
        }
        raw = now;
        for (int i = smoothed.length(); i < now.length(); i++) {
            smoothed.append((float) smoothing.next(now.value(i)));
        }
        return new Views(now, now.with(smoothed));
    }

    /** Points of the same number at the same places. */
    public record Views(SeriesView raw, SeriesView smoothed) {}
}
