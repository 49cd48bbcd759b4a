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
            if (level == 0) {
                extremes.addAll(values.chunks(), length - FAN, length);
            } else {
                for (int child = block << FAN_BITS; child < (block + 1) << FAN_BITS; child++) {
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
        pairs[2 * block] = extremes.low;
        pairs[2 * block + 1] = extremes.high;
    }

    /** Adds the extremes of points {@code begin} to {@code end - 1}; touches at most 30 values for each level. */
    void range(float[][] chunks, int begin, int end, Extremes extremes) {
        int at = begin;
        while (at < end) {
            int level = 0;
            while (level < LEVELS && isWhole(at, end, level)) {
                level++;
            }
            if (level == 0) {
                int to = Math.min(end, (at | (FAN - 1)) + 1);
                extremes.addAll(chunks, at, to);
                at = to;
            } else {
                int bits = FAN_BITS * level;
                extremes.addPair(levels.get(level - 1), at >> bits);
                at += 1 << bits;
            }
        }
    }

    /** Whether a block of this level begins at a point and ends before another. */
    private static boolean isWhole(int at, int end, int level) {
        int size = 1 << (FAN_BITS * (level + 1));
        return (at & (size - 1)) == 0 && end - at >= size;
    }

    /** The smallest and largest of some finite values. */
    static final class Extremes {
        private float low = Float.POSITIVE_INFINITY;
        private float high = Float.NEGATIVE_INFINITY;

        void clear() {
            low = Float.POSITIVE_INFINITY;
            high = Float.NEGATIVE_INFINITY;
        }

        /** Adds values that lie in one chunk. */
        private void addAll(float[][] chunks, int begin, int end) {
            float[] chunk = chunks[begin >> SeriesPlaces.CHUNK_BITS];
            int from = begin & (SeriesPlaces.CHUNK - 1);
            for (int i = from; i < from + end - begin; i++) {
                float value = chunk[i];
                if (value < low && value != Float.NEGATIVE_INFINITY) {
                    low = value;
                }
                if (value > high && value != Float.POSITIVE_INFINITY) {
                    high = value;
                }
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
