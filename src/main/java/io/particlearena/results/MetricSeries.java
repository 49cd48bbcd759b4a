package io.particlearena.results;

/**
 * The values of one metric over a run: one thread appends, any thread reads through a {@link SeriesView}.
 */
public final class MetricSeries {

    private final String tag;
    private volatile long version;
    private volatile SeriesPoints points = new SeriesPoints();

    /** An empty series of the metric with this tag. */
    public MetricSeries(String tag) {
        this.tag = tag;
    }

    /** The metric's tag. */
    public String tag() {
        return tag;
    }

    /** The number of points so far. */
    public int length() {
        return points.length();
    }

    /** A number that grows with every change. */
    public long version() {
        return version;
    }

    /** The points so far; what is appended or dropped later does not change the view. */
    public SeriesView view() {
        SeriesPoints now = points;
        return new SeriesView(now, now.length());
    }

    /**
     * Adds a point; for the one writing thread. A step before that of the last point means that an interrupted run went on
     * from a checkpoint, so the points from that step on are dropped.
     *
     * @param step environment steps
     * @param wallTime seconds since 1970
     */
    public void append(long step, double wallTime, double value) {
        int length = points.length();
        if (length > 0 && step < points.step(length - 1)) {
            dropFrom(step);
        }
        points.append(step, wallTime, value);
        bump();
    }

    /** Removes all points from a step on; for the one writing thread. */
    public void dropFrom(long step) {
        SeriesPoints old = points;
        int kept = new SeriesView(old, old.length()).indexOf(step);
        if (kept < old.length()) {
            SeriesPoints fresh = new SeriesPoints();
            for (int i = 0; i < kept; i++) {
                fresh.append(old.step(i), old.wallTime(i), old.value(i));
            }
            points = fresh;
            bump();
        }
    }

    /** There is one writer only, so reading and writing apart loses nothing. */
    private void bump() {
        long next = version + 1;
        version = next;
    }
}
