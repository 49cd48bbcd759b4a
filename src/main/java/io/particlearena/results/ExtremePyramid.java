package io.particlearena.results;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The smallest and largest finite value of every complete block of 16, 256, 4096, ... points. A block is written once, when
 * its last point is appended; readers may use it once they have seen a length that includes that point.
 */
final class ExtremePyramid {

    private static final int FAN_BITS = 4;
    private static final int FAN = 1 << FAN_BITS;
    private static final int LEVELS = 7;

    /** By level, of which level 0 holds the blocks of 16: pairs of smallest and largest value, one after the other. */
    private final AtomicReferenceArray<float[]> levels = new AtomicReferenceArray<>(LEVELS);

    ExtremePyramid() {
        for (int level = 0; level < LEVELS; level++) {
            levels.set(level, new float[0]);
        }
    }

    /** Takes note that a series is about to have this length; its points are in place. */
    void appended(SeriesValues values, int length) {
        for (int level = 0; level < LEVELS; level++) {
            int bits = FAN_BITS * (level + 1);
            if ((length & ((1 << bits) - 1)) != 0) {
                return;
            }
            int block = (length >> bits) - 1;
            Extremes extremes = new Extremes();
            for (int child = block << FAN_BITS; child < (block + 1) << FAN_BITS; child++) {
                if (level == 0) {
                    extremes.add(values.value(child));
                } else {
                    extremes.addPair(levels.get(level - 1), child);
                }
            }
            put(level, block, extremes);
        }
    }

    private void put(int level, int block, Extremes extremes) {
        float[] pairs = levels.get(level);
        if (2 * block == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(2 * FAN, 2 * pairs.length));
            levels.set(level, pairs);
        }
        pairs[2 * block] = (float) extremes.low;
        pairs[2 * block + 1] = (float) extremes.high;
    }

    /** Adds the extremes of points {@code begin} to {@code end - 1}; touches at most 30 values for each level. */
    void range(SeriesView points, int begin, int end, Extremes extremes) {
        int at = begin;
        while (at < end) {
            int bits = 0;
            while (bits < FAN_BITS * LEVELS) {
                int larger = 1 << (bits + FAN_BITS);
                if ((at & (larger - 1)) != 0 || end - at < larger) {
                    break;
                }
                bits += FAN_BITS;
            }
            if (bits == 0) {
                extremes.add(points.value(at));
            } else {
                extremes.addPair(levels.get(bits / FAN_BITS - 1), at >> bits);
            }
            at += 1 << bits;
        }
    }

    /** The smallest and largest of some finite values. */
    static final class Extremes {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void clear() {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
        }

        private void add(double value) {
            if (value < low && value != Double.NEGATIVE_INFINITY) {
                low = value;
            }
            if (value > high && value != Double.POSITIVE_INFINITY) {
                high = value;
            }
        }

        private void addPair(float[] pairs, int block) {
            low = Math.min(low, pairs[2 * block]);
            high = Math.max(high, pairs[2 * block + 1]);
        }

        /** The smallest value, NaN if there was none. */
        double low() {
            return low <= high ? low : Double.NaN;
        }

        /** The largest value, NaN if there was none. */
        double high() {
            return low <= high ? high : Double.NaN;
        }
    }
}
