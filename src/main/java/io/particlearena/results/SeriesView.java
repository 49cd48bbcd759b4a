package io.particlearena.results;

/** The points that a {@link MetricSeries} had at one moment; any thread may read them at any time. */
public final class SeriesView {

    /** With fewer points than this for a column, looking at each is cheaper than asking the pyramid. */
    private static final int POINTS_WORTH_A_SEARCH = 24;

    private final SeriesValues source;
    private final int length;
    private final long[][] steps;
    private final double[][] wallTimes;
    private final float[][] values;

    private SeriesView(SeriesValues source, int length, long[][] steps, double[][] wallTimes) {
        this.source = source;
        this.length = length;
        this.steps = steps;
        this.wallTimes = wallTimes;
        this.values = source.chunks();
    }

    /** A view of the points that are there now. */
    static SeriesView of(SeriesPoints points) {
        // The length is read first: what lies below it stays, whatever is appended meanwhile.
        int length = points.length();
        SeriesPlaces places = points.places();
        return new SeriesView(points.values(), length, places.steps(), places.wallTimes());
    }

    /** Other values, of the same number, at the same places. */
    SeriesView with(SeriesValues others) {
        return new SeriesView(others, length, steps, wallTimes);
    }

    /** The number of points. */
    public int length() {
        return length;
    }

    /** Whether this view begins with all points of an earlier one, so that none were dropped in between. */
    public boolean continues(SeriesView earlier) {
        return source == earlier.source && length >= earlier.length;
    }

    /** The step of a point. */
    public long step(int index) {
        return steps[index >> SeriesPlaces.CHUNK_BITS][index & (SeriesPlaces.CHUNK - 1)];
    }

    /** The wall time of a point in seconds since 1970; never smaller than that of the point before. */
    public double wallTime(int index) {
        return wallTimes[index >> SeriesPlaces.CHUNK_BITS][index & (SeriesPlaces.CHUNK - 1)];
    }

    /** The value of a point. */
    public double value(int index) {
        return values[index >> SeriesPlaces.CHUNK_BITS][index & (SeriesPlaces.CHUNK - 1)];
    }

    /** The place of a point on an axis. */
    public double position(SeriesAxis axis, int index) {
        return switch (axis) {
            case STEP -> (double) step(index);
            case RELATIVE_TIME -> wallTime(index) - wallTimes[0][0];
            case WALL_TIME -> wallTime(index);
        };
    }

    /** All values, as a copy. */
    public double[] values() {
        double[] copy = new double[length];
        for (int i = 0; i < length; i++) {
            copy[i] = value(i);
        }
        return copy;
    }

    /** The index of the first point at a step or after it; the length if there is none. */
    public int indexOf(long step) {
        return indexOf(SeriesAxis.STEP, (double) step);
    }

    /** The index of the first point at a place of an axis or after it; the length if there is none. */
    public int indexOf(SeriesAxis axis, double position) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position(axis, middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the point nearest to a place of an axis; the series must have points. */
    public int nearest(SeriesAxis axis, double position) {
        int after = Math.min(length - 1, indexOf(axis, position));
        boolean earlier = after > 0 && position - position(axis, after - 1) < position(axis, after) - position;
        return earlier ? after - 1 : after;
    }

    /** The smallest and largest finite value of the points from one index to before another; NaN where there is none. */
    public double[] extremes(int begin, int end) {
        ExtremePyramid.Extremes extremes = new ExtremePyramid.Extremes();
        source.pyramid().range(values, begin, end, extremes);
        return new double[] {extremes.low(), extremes.high()};
    }

    /**
     * Sums the points up for the columns of a chart. The cost grows with the number of columns and hardly with that of
     * points, and no extreme is lost.
     *
     * @param from the left edge of the first column
     * @param to the right edge of the last column; the last column includes it
     * @param count the number of columns, positive
     */
    public SeriesColumns columns(SeriesAxis axis, double from, double to, int count) {
        SeriesColumns columns = new SeriesColumns(Math.max(0, count));
        fill(axis, from, to, columns);
        return columns;
    }

    /** As {@link #columns}, into arrays that are there already. */
    public void fill(SeriesAxis axis, double from, double to, SeriesColumns columns) {
        int count = columns.count();
        if (!(from <= to) || count < 1) {
            throw new IllegalArgumentException(count + " columns from " + from + " to " + to);
        }
        int[] first = columns.first();
        int begin = indexOf(axis, from);
        int end = indexOf(axis, Math.nextUp(to));
        boolean dense = end - begin > (long) count * POINTS_WORTH_A_SEARCH;
        first[0] = begin;
        int at = begin;
        for (int column = 1; column < count; column++) {
            double edge = from + (to - from) * column / count;
            if (dense) {
                at = indexOf(axis, edge);
            } else {
                while (at < end && position(axis, at) < edge) {
                    at++;
                }
            }
            first[column] = at;
        }
        first[count] = end;
        fillAgain(columns);
    }

    /** Sums these points up for columns that were filled with points at the same places. */
    public void fillAgain(SeriesColumns columns) {
        int[] first = columns.first();
        ExtremePyramid.Extremes extremes = new ExtremePyramid.Extremes();
        for (int column = 0; column < columns.count(); column++) {
            int begin = first[column];
            int end = first[column + 1];
            extremes.clear();
            source.pyramid().range(values, begin, end, extremes);
            columns.low()[column] = extremes.low();
            columns.high()[column] = extremes.high();
            columns.last()[column] = end == begin ? Double.NaN : value(end - 1);
        }
    }
}
