package io.particlearena.results;

import org.jspecify.annotations.Nullable;

/**
 * A series smoothed with one weight, computed once for each point however often a chart is drawn.
 *
 * <p>Belongs to the thread that draws. Its result is a series of its own, so it has columns and extremes like any other.
 */
public final class SmoothedSeries {

    private final MetricSeries source;
    private final double weight;
    private Smoothing smoothing;
    private MetricSeries smoothed;
    private @Nullable SeriesView previous;

    /**
     * @param source what to smooth
     * @param weight of the past, from 0 to 1, see {@link Smoothing}
     */
    public SmoothedSeries(MetricSeries source, double weight) {
        this.source = source;
        this.weight = weight;
        this.smoothing = new Smoothing(weight);
        this.smoothed = new MetricSeries(source.tag());
    }

    /** The weight of the past. */
    public double weight() {
        return weight;
    }

    /** The smoothed points, as many as the source has by now. */
    public SeriesView view() {
        SeriesView raw = source.view();
        if (previous == null || !raw.continues(previous)) {
            smoothing = new Smoothing(weight);
            smoothed = new MetricSeries(source.tag());
        }
        previous = raw;
        for (int i = smoothed.length(); i < raw.length(); i++) {
            smoothed.append(raw.step(i), raw.wallTime(i), smoothing.next(raw.value(i)));
        }
        return smoothed.view();
    }
}
