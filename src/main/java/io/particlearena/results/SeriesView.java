package io.particlearena.results;

import java.util.Arrays;

/** The points that a {@link MetricSeries} had at one moment; any thread may read them at any time. */
public final class SeriesView {

    /** With fewer points than this for a column, looking at each is cheaper than asking the pyramid. */
    private static final int POINTS_WORTH_A_SEARCH = 24;

    private final SeriesPoints points;
    private final int length;

    SeriesView(SeriesPoints points, int length) {
        this.points = points;
        this.length = length;
    }

    /** No values yet, at the places of these points. */
    SeriesPoints another() {
        return new SeriesPoints(points);
    }

    /** The number of points. */
    public int length() {
        return length;
    }

    /** Whether this view begins with all points of an earlier one, so that none were dropped in between. */
    public boolean continues(SeriesView earlier) {
        return points == earlier.points && length >= earlier.length;
    }

    /** The step of a point. */
    public long step(int index) {
        return points.step(index);
    }

    /** The wall time of a point in seconds since 1970; never smaller than that of the point before. */
    public double wallTime(int index) {
        return points.wallTime(index);
    }

    /** The value of a point. */
    public double value(int index) {
        return points.value(index);
    }

    /** The place of a point on an axis. */
    public double position(SeriesAxis axis, int index) {
        return axis.position(points, index);
    }

    /** All values, as a copy. */
    public double[] values() {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = points.value(i);
        }
        return values;
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
            if (axis.position(points, middle) < position) {
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
        boolean earlier =
                after > 0 && position - axis.position(points, after - 1) < axis.position(points, after) - position;
        return earlier ? after - 1 : after;
    }

    /** The smallest and largest finite value of the points from one index to before another; NaN where there is none. */
    public double[] extremes(int begin, int end) {
        ExtremePyramid.Extremes extremes = new ExtremePyramid.Extremes();
        points.pyramid().range(points, begin, end, extremes);
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
        int begin = indexOf(axis, from);
        int end = indexOf(axis, Math.nextUp(to));
        if (end - begin <= (long) count * POINTS_WORTH_A_SEARCH) {
            Arrays.fill(columns.low(), Double.NaN);
            Arrays.fill(columns.high(), Double.NaN);
            Arrays.fill(columns.last(), Double.NaN);
            lookAtEach(axis, from, to, new Range(begin, end), columns);
        } else {
            search(axis, from, to, new Range(begin, end), columns);
        }
    }

    private record Range(int begin, int end) {}

    private void lookAtEach(SeriesAxis axis, double from, double to, Range range, SeriesColumns columns) {
        int count = columns.count();
        double perUnit = to > from ? count / (to - from) : 0;
        int[] first = columns.first();
        double[] low = columns.low();
        double[] high = columns.high();
        int column = 0;
        first[0] = range.begin();
        for (int i = range.begin(); i < range.end(); i++) {
            int at = Math.min(count - 1, (int) ((axis.position(points, i) - from) * perUnit));
            while (column < at) {
                first[++column] = i;
            }
            double value = points.value(i);
            if (Double.isFinite(value)) {
                // Comparisons with NaN fail, so the first value is both.
                low[column] = low[column] <= value ? low[column] : value;
                high[column] = high[column] >= value ? high[column] : value;
            }
            columns.last()[column] = value;
        }
        while (column < count) {
            first[++column] = range.end();
        }
    }

    private void search(SeriesAxis axis, double from, double to, Range range, SeriesColumns columns) {
        int count = columns.count();
        int[] first = columns.first();
        first[0] = range.begin();
        for (int column = 1; column < count; column++) {
            first[column] = indexOf(axis, from + (to - from) * column / count);
        }
        first[count] = range.end();
        ExtremePyramid.Extremes extremes = new ExtremePyramid.Extremes();
        for (int column = 0; column < count; column++) {
            extremes.clear();
            points.pyramid().range(points, first[column], first[column + 1], extremes);
            columns.low()[column] = extremes.low();
            columns.high()[column] = extremes.high();
            boolean empty = first[column + 1] == first[column];
            columns.last()[column] = empty ? Double.NaN : points.value(first[column + 1] - 1);
        }
    }
}
