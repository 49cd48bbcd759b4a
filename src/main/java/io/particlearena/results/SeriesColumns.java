package io.particlearena.results;

/**
 * A series summed up for the columns of a chart. The arrays belong to the receiver, who may have them filled again.
 *
 * @param low the smallest finite value of each column; NaN where there is none
 * @param high the largest finite value of each column; NaN where there is none
 * @param last the last value of each column, finite or not; NaN where there is no point
 * @param first the index of the first point of each column, and one past the last point of the last column
 */
@SuppressWarnings("ArrayRecordComponent")
public record SeriesColumns(double[] low, double[] high, double[] last, int[] first) {

    /** Room for so many columns. */
    public SeriesColumns(int count) {
        this(new double[count], new double[count], new double[count], new int[count + 1]);
    }

    /** The number of columns. */
    public int count() {
        return low.length;
    }

    /** The number of points in a column. */
    public int points(int column) {
        return first[column + 1] - first[column];
    }

    /** The number of points in all columns. */
    public int points() {
        return first[low.length] - first[0];
    }
}
