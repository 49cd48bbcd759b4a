package io.particlearena.results;

import java.util.Arrays;

/** How many values lie in each of neighbouring intervals; immutable as long as nobody writes to its arrays. */
public final class Histogram {

    /** Intervals into which numbers are sorted, as many as TensorBoard's own writer makes. */
    public static final int USUAL_INTERVALS = 30;

    /** The shares at which TensorBoard cuts distributions: the median, one, one and a half and three deviations, the ends. */
    private static final double[] BAND_SHARES = {0, 0.0668, 0.1587, 0.3085, 0.5, 0.6915, 0.8413, 0.9332, 1};

    private final double[] edges;
    private final double[] counts;

    /**
     * Takes over the arrays.
     *
     * @param edges where intervals begin and end, ascending, one more than there are intervals; an interval may have no width
     * @param counts by interval; weights that are no whole numbers will do
     * @throws IllegalArgumentException if it is none
     */
    public Histogram(double[] edges, double[] counts) {
        this.edges = edges;
        this.counts = counts;
        if (edges.length != counts.length + 1 || counts.length == 0) {
            throw new IllegalArgumentException(
                    counts.length + " intervals cannot have " + edges.length + " beginnings and ends");
        }
        for (int i = 0; i < counts.length; i++) {
            boolean sound = edges[i] <= edges[i + 1] && counts[i] >= 0 && Double.isFinite(counts[i]);
            if (!sound || !Double.isFinite(edges[i + 1] - edges[0])) {
                throw new IllegalArgumentException("From " + edges[i] + " to " + edges[i + 1] + " cannot lie "
                        + counts[i] + " of the values of a histogram");
            }
        }
    }

    /**
     * Sorts numbers into {@link #USUAL_INTERVALS} intervals of equal width from the smallest to the largest; where all are
     * equal, into one interval of width 1 around them. Numbers that are not finite are left out.
     *
     * @param from the first of the numbers
     * @param to one past the last of them
     */
    public static Histogram of(float[] values, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int finite = 0;
        for (int i = from; i < to; i++) {
            if (Float.isFinite(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
                finite++;
            }
        }
        if (!(low < high)) {
            double centre = finite == 0 ? 0 : low;
            return new Histogram(new double[] {centre - 0.5, centre + 0.5}, new double[] {finite});
        }
        double[] counts = new double[USUAL_INTERVALS];
        for (int i = from; i < to; i++) {
            if (Float.isFinite(values[i])) {
                counts[interval(values[i], low, high, USUAL_INTERVALS)]++;
            }
        }
        return new Histogram(equalEdges(low, high, USUAL_INTERVALS), counts);
    }

    /** The interval in which a value lies, of several of equal width; the first or the last for values beyond them. */
    public static int interval(double value, double low, double high, int intervals) {
        int place = (int) ((value - low) / (high - low) * intervals);
        return Math.max(0, Math.min(intervals - 1, place));
    }

    /** The beginnings and ends of intervals of equal width. */
    public static double[] equalEdges(double low, double high, int intervals) {
        double[] edges = new double[intervals + 1];
        for (int i = 0; i < intervals; i++) {
            edges[i] = low + (high - low) * i / intervals;
        }
        edges[intervals] = high;
        return edges;
    }

    /** One interval around each whole number from 0 on, for things that are counted by their number. */
    public static Histogram ofNumbered(double[] counts) {
        double[] edges = new double[counts.length + 1];
        Arrays.setAll(edges, i -> i - 0.5);
        return new Histogram(edges, counts.clone());
    }

    /** Where the intervals begin and end, ascending; not to be written to. */
    public double[] edges() {
        return edges;
    }

    /** How many values lie in each interval; not to be written to. */
    public double[] counts() {
        return counts;
    }

    /** The sum of all counts. */
    public double total() {
        return Arrays.stream(counts).sum();
    }

    /** The beginning of the first interval that holds anything, or of the first one. */
    public double min() {
        int i = 0;
        while (i < counts.length && counts[i] == 0) {
            i++;
        }
        return edges[i == counts.length ? 0 : i];
    }

    /** The end of the last interval that holds anything, or of the last one. */
    public double max() {
        int i = counts.length;
        while (i > 0 && counts[i - 1] == 0) {
            i--;
        }
        return edges[i == 0 ? counts.length : i];
    }

    /**
     * The value below which a share of all lies, as if values lay evenly in each interval; that of the smallest where
     * nothing was counted.
     *
     * @param share from 0 to 1
     */
    public double quantile(double share) {
        double wanted = share * total();
        double before = 0;
        for (int i = 0; i < counts.length; i++) {
            double after = before + counts[i];
            if (after > wanted) {
                return edges[i] + (edges[i + 1] - edges[i]) * (wanted - before) / (after - before);
            }
            before = after;
        }
        return before == 0 ? edges[0] : max();
    }

    /** The quantiles that a distribution is drawn with: smallest, 7, 16, 31, 50, 69, 84 and 93 %, largest. */
    public double[] bands() {
        return Arrays.stream(BAND_SHARES).map(this::quantile).toArray();
    }

    /**
     * The same values in other intervals, as if they lay evenly in each of the old ones.
     *
     * @param others where the new intervals begin and end, ascending; values beyond them are left out
     * @return counts by new interval
     */
    public double[] onto(double[] others) {
        double[] moved = new double[others.length - 1];
        int first = 0;
        for (int i = 0; i < counts.length; i++) {
            double width = edges[i + 1] - edges[i];
            while (first < moved.length - 1 && others[first + 1] <= edges[i]) {
                first++;
            }
            for (int j = first; j < moved.length && others[j] <= edges[i + 1]; j++) {
                double inside = Math.min(edges[i + 1], others[j + 1]) - Math.max(edges[i], others[j]);
                if (width == 0 && edges[i] <= others[j + 1]) {
                    moved[j] += counts[i];
                    break;
                }
                moved[j] += inside > 0 ? counts[i] * inside / width : 0;
            }
        }
        return moved;
    }
}
