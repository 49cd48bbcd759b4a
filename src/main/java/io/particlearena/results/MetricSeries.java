package io.particlearena.results;

/**
 * The values of one metric over a run: one thread appends, any thread reads through a {@link SeriesView}.
 */
public final class MetricSeries {

    private final String tag;
    private volatile int drops;
    private volatile SeriesPoints points;

    /** An empty series of the metric with this tag. */
    public MetricSeries(String tag) {
        this.tag = tag;
        this.points = new SeriesPoints();
    }

    /** Other values at the places of these points, see {@link #appendNext}. */
    MetricSeries(String tag, SeriesView places) {
        this.tag = tag;
        this.points = places.another();
    }

    /** The metric's tag. */
    public String tag() {
        return tag;
    }

    /** The number of points so far. */
    public int length() {
        return points.length();
    }

    /** A number that is another one after every change. */
    public long version() {
        return ((long) drops << Integer.SIZE) + points.length();
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
        if (length > 0 && step < points.lastStep()) {
            dropFrom(step);
        }
        points.append(step, wallTime, value);
    }

    /** Adds the value at the next of the places that the series was made with; for the one writing thread. */
    void appendNext(double value) {
        points.append(value);
    }

    /** Removes all points from a step on; for the one writing thread. */
    public void dropFrom(long step) {
        SeriesPoints old = points;
        SeriesView view = new SeriesView(old, old.length());
        int kept = view.indexOf(step);
        if (kept < view.length()) {
            SeriesPoints fresh = new SeriesPoints();
            for (int i = 0; i < kept; i++) {
                fresh.append(view.step(i), view.wallTime(i), view.value(i));
            }
            points = fresh;
            // There is one writer only, so reading and writing apart loses nothing.
            int dropped = drops + 1;
            drops = dropped;
        }
    }
}
