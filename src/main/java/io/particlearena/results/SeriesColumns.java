package io.particlearena.results;

/**
 * A series summed up for the columns of a chart. The arrays belong to the receiver.
 *
 * @param low the smallest finite value of each column; NaN where there is none
 * @param high the largest finite value of each column; NaN where there is none
 * @param last the last value of each column, finite or not; NaN where there is no point
 * @param first the index of the first point of each column, and one past the last point of the last column
 */
@SuppressWarnings("ArrayRecordComponent")
public record SeriesColumns(double[] low, double[] high, double[] last, int[] first) {

    /** The number of columns. */
    public int count() {
        return low.length;
    }

    /** The number of points in a column. */
    public int points(int column) {
        return first[column + 1] - first[column];
    }
}
