package io.particlearena.results;

/** The points that a {@link MetricSeries} had at one moment; any thread may read them at any time. */
public final class SeriesView {

    private final SeriesPoints points;
    private final int length;

    SeriesView(SeriesPoints points, int length) {
        this.points = points;
        this.length = length;
    }

    /** What a chart's horizontal axis shows. */
    public enum Axis {
        /** Environment steps. */
        STEP,
        /** Seconds since 1970. */
        WALL_TIME
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
    public double position(Axis axis, int index) {
        return axis == Axis.STEP ? (double) points.step(index) : points.wallTime(index);
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
        return indexOf(Axis.STEP, (double) step);
    }

    /** The index of the first point at a place of an axis or after it; the length if there is none. */
    public int indexOf(Axis axis, double position) {
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

    /**
     * Sums the points up for the columns of a chart. The cost grows with the number of columns and hardly with that of
     * points, and no extreme is lost.
     *
     * @param from the left edge of the first column
     * @param to the right edge of the last column; the last column includes it
     * @param count the number of columns, positive
     */
    public SeriesColumns columns(Axis axis, double from, double to, int count) {
        if (!(from <= to) || count < 1) {
            throw new IllegalArgumentException(count + " columns from " + from + " to " + to);
        }
        int[] first = new int[count + 1];
        for (int column = 0; column < count; column++) {
            first[column] = indexOf(axis, from + (to - from) * column / count);
        }
        first[count] = indexOf(axis, Math.nextUp(to));
        double[] low = new double[count];
        double[] high = new double[count];
        double[] last = new double[count];
        for (int column = 0; column < count; column++) {
            ExtremePyramid.Extremes extremes = points.pyramid().range(points, first[column], first[column + 1]);
            low[column] = extremes.low();
            high[column] = extremes.high();
            boolean empty = first[column + 1] == first[column];
            last[column] = empty ? Double.NaN : points.value(first[column + 1] - 1);
        }
        return new SeriesColumns(low, high, last, first);
    }
}
