package io.particlearena.results;

/**
 * The values of one metric over a run, in single precision as event files hold them: one thread appends, any thread
 * reads through a {@link SeriesView}.
 */
public final class MetricSeries {

    private final String tag;
    private volatile int drops;
    private volatile SeriesPoints points;

    /** An empty series of the metric with this tag. */
    public MetricSeries(String tag) {
        this(tag, new SeriesPlaces());
    }

    /** An empty series, whose points may turn out to lie at these places. */
    MetricSeries(String tag, SeriesPlaces places) {
        this.tag = tag;
        this.points = new SeriesPoints(places);
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
        return SeriesView.of(points);
    }

    /**
     * Adds a point; for the one writing thread. A step before that of the last point means that an interrupted run went on
     * from a checkpoint, so the points from that step on are dropped.
     *
     * @param step environment steps
     * @param wallTime seconds since 1970
     */
    public void append(long step, double wallTime, double value) {
        append(step, wallTime, value, points.places());
    }

    /** The same, perhaps at the places of the series that had a point last. */
    void append(long step, double wallTime, double value, SeriesPlaces latest) {
        int length = points.length();
        if (length > 0 && step < points.places().step(length - 1)) {
            dropFrom(step);
        }
        points.append(step, wallTime, (float) value, latest);
    }

    /** The places of the points so far, which other series may share; for the one writing thread. */
    SeriesPlaces places() {
        return points.places();
    }

    /** Removes all points from a step on; for the one writing thread. */
    public void dropFrom(long step) {
        SeriesView view = view();
        int kept = view.indexOf(step);
        if (kept < view.length()) {
            SeriesPlaces places = new SeriesPlaces();
            SeriesPoints fresh = new SeriesPoints(places);
            for (int i = 0; i < kept; i++) {
                fresh.append(view.step(i), view.wallTime(i), (float) view.value(i), places);
            }
            points = fresh;
            // There is one writer only, so reading and writing apart loses nothing.
            int dropped = drops + 1;
            drops = dropped;
        }
    }
}
