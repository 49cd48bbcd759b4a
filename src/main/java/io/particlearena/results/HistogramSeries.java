package io.particlearena.results;

import java.util.ArrayList;
import java.util.List;

/**
 * The histograms of one tag over a run: one thread appends, any thread reads. Of very many, every second, fourth and so on is
 * kept, and always the newest.
 */
public final class HistogramSeries {

    /** The most points that are kept. */
    public static final int MOST_POINTS = 512;

    private final String tag;
    private final int most;
    private final List<HistogramPoint> kept = new ArrayList<>();
    private int every = 1;
    private long seen;
    private volatile View view = new View(List.of(), List.of(), 1, 0);
    private volatile long version;

    /**
     * What a series holds at one time.
     *
     * @param points by step, ascending
     * @param labels the names of what is counted by its number, from 0 on; empty for a histogram of numbers
     * @param every 1 if all points are here, 2 if every second one is, and so on
     * @param refused histograms that could not be understood, or are too large to be shown
     */
    public record View(List<HistogramPoint> points, List<String> labels, int every, long refused) {
        public View {
            points = List.copyOf(points);
            labels = List.copyOf(labels);
        }
    }

    /** An empty series of the histograms with this tag. */
    public HistogramSeries(String tag) {
        this(tag, MOST_POINTS);
    }

    /** @param most the most points that are kept */
    HistogramSeries(String tag, int most) {
        this.tag = tag;
        this.most = most;
    }

    /** The tag of its histograms. */
    public String tag() {
        return tag;
    }

    /** A number that is another one after every change. */
    public long version() {
        return version;
    }

    /** What there is so far; what comes later does not change it. */
    public View view() {
        return view;
    }

    /**
     * Adds a point; for the one writing thread. A step not beyond that of the last point means that an interrupted run went on
     * from a checkpoint, so the points from that step on are dropped.
     *
     * @param description what the file says of the tag, see {@link HistogramLabels}
     */
    public void append(HistogramPoint point, String description) {
        dropFrom(point.step());
        if (seen % every == 0) {
            kept.add(point);
        }
        if (kept.size() > most) {
            every *= 2;
            List<HistogramPoint> fewer = new ArrayList<>();
            for (int i = 0; i < kept.size(); i += 2) {
                fewer.add(kept.get(i));
            }
            kept.clear();
            kept.addAll(fewer);
        }
        seen++;
        List<HistogramPoint> points = new ArrayList<>(kept);
        if (points.get(points.size() - 1).step() != point.step()) {
            points.add(point);
        }
        List<String> labels = HistogramLabels.parse(description);
        publish(new View(points, labels.isEmpty() ? view.labels() : labels, every, view.refused()));
    }

    /** Removes all points from a step on; for the one writing thread. */
    public void dropFrom(long step) {
        View old = view;
        int count = old.points().size();
        if (count == 0 || old.points().get(count - 1).step() < step) {
            return;
        }
        List<HistogramPoint> points =
                old.points().stream().filter(each -> each.step() < step).toList();
        kept.retainAll(points);
        seen = (long) kept.size() * every;
        publish(new View(points, old.labels(), every, old.refused()));
    }

    /** Notes that one could not be read; for the one writing thread. */
    void refuse() {
        View old = view;
        publish(new View(old.points(), old.labels(), old.every(), old.refused() + 1));
    }

    private void publish(View next) {
        view = next;
        // There is one writer only, so reading and writing apart loses nothing.
        long changes = version + 1;
        version = changes;
    }
}
