package io.particlearena.results;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The series of a run by tag: one thread appends, any thread reads. */
public final class SeriesStore implements EventSink {

    private final Map<String, MetricSeries> series = new ConcurrentHashMap<>();
    private final NavigableSet<String> histogramTags = new ConcurrentSkipListSet<>();
    private final AtomicLong version = new AtomicLong();

    /** That of the last point, for the one writing thread. */
    private @Nullable MetricSeries latest;

    /** Adds a point to the series of this tag, which begins with its first point. */
    public void append(String tag, long step, double wallTime, double value) {
        scalar(wallTime, step, tag, (float) value);
    }

    /** Removes the points of all series from a step on, as a resumed run does with what lies beyond its checkpoint. */
    public void dropFrom(long step) {
        series.values().forEach(each -> each.dropFrom(step));
        bump();
    }

    /** The tags so far, sorted. */
    public List<String> tags() {
        return series.keySet().stream().sorted().toList();
    }

    /** The number of tags so far. */
    public int tagCount() {
        return series.size();
    }

    /** The series of a tag, if it has begun. */
    public Optional<MetricSeries> find(String tag) {
        return Optional.ofNullable(series.get(tag));
    }

    /** A number that grows with every change, so that a view knows whether to look again. */
    public long version() {
        return version.get();
    }

    /** The tags of histograms in the run's files, sorted; a {@link HistogramLibrary} reads them where they are to be seen. */
    public List<String> histogramTags() {
        return List.copyOf(histogramTags);
    }

    /** The number of tags of histograms so far. */
    public int histogramTagCount() {
        return histogramTags.size();
    }

    /** Whether the run's files hold histograms of this tag. */
    public boolean hasHistograms(String tag) {
        return histogramTags.contains(tag);
    }

    /** Only notes the tag. */
    @Override
    public boolean wantsHistogram(String tag) {
        if (histogramTags.add(tag)) {
            bump();
        }
        return false;
    }

    @Override
    public void scalar(double wallTime, long step, String tag, float value) {
        MetricSeries each = series.get(tag);
        if (each == null) {
            each = begin(tag);
        }
        each.append(step, wallTime, value, (latest == null ? each : latest).places());
        latest = each;
        bump();
    }

    private MetricSeries begin(String tag) {
        // Metrics that begin in the same event will mostly go on together.
        MetricSeries each = new MetricSeries(tag, latest == null ? new SeriesPlaces() : latest.places());
        series.put(tag, each);
        return each;
    }

    @Override
    public void sessionStart(double wallTime, long step) {
        dropFrom(step);
    }

    /** There is one writer only, so reading and writing apart loses nothing. */
    private void bump() {
        version.setRelease(version.getPlain() + 1);
    }
}
