package io.particlearena.results;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The histograms of a run by tag, of those tags that someone has asked for: one thread appends, any thread reads. */
public final class HistogramStore implements EventSink {

    private final Map<String, HistogramSeries> series = new ConcurrentHashMap<>();

    /** The series of a tag, which may have to be read yet. */
    public HistogramSeries series(String tag) {
        return series.computeIfAbsent(tag, HistogramSeries::new);
    }

    /** The tags that were asked for so far. */
    Set<String> tags() {
        return new TreeSet<>(series.keySet());
    }

    int tagCount() {
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
        series.values().forEach(each -> each.dropFrom(step));
    }
}
