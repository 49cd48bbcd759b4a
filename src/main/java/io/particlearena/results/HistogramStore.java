package io.particlearena.results;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The histograms of a run by tag, of those tags that someone has asked for: one thread appends, any thread reads. */
public final class HistogramStore implements EventSink {

    private final Map<String, HistogramSeries> series = new ConcurrentHashMap<>();

    private final int most;

    /** A store that keeps at most {@link HistogramSeries#MOST_POINTS} points of each series. */
    public HistogramStore() {
        this(HistogramSeries.MOST_POINTS);
    }

    /** @param most the most points that are kept of each series */
    HistogramStore(int most) {
        this.most = most;
    }

    /** The series of a tag, which may have to be read yet. */
    public HistogramSeries series(String tag) {
        return series.computeIfAbsent(tag, key -> new HistogramSeries(key, most));
    }

    /** Adds a histogram that is not read from a file. */
    public void append(String tag, HistogramPoint point, List<String> names) {
        series(tag).append(point, HistogramLabels.describe(names));
    }

    /** Removes the points of all series from a step on, as a resumed run does with what lies beyond its checkpoint. */
    public void dropFrom(long step) {
        series.values().forEach(each -> each.dropFrom(step));
    }

    /** The tags that were asked for so far. */
    public Set<String> tags() {
        return new TreeSet<>(series.keySet());
    }

    /** The number of tags that were asked for so far. */
    public int tagCount() {
        return series.size();
    }

    @Override
    public void scalar(double wallTime, long step, String tag, float value) {
        // A store of histograms.
    }

    @Override
    public boolean wantsHistogram(String tag) {
        return series.containsKey(tag);
    }

    @Override
    public void histogram(String tag, HistogramPoint point, String description) {
        series(tag).append(point, description);
    }

    @Override
    public void refusedHistogram(String tag) {
        series(tag).refuse();
    }

    @Override
    public void sessionStart(double wallTime, long step) {
        dropFrom(step);
    }
}
