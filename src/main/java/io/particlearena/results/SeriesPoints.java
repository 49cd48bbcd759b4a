package io.particlearena.results;

import java.util.Arrays;

/**
 * Points in chunks that never move, with a pyramid of their extremes. One thread appends; others may read whatever lies
 * below a length that they have read before, since the length is written last.
 */
final class SeriesPoints {

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final ExtremePyramid pyramid = new ExtremePyramid();
    private volatile long[][] steps = new long[0][];
    private volatile double[][] wallTimes = new double[0][];
    private volatile double[][] values = new double[0][];
    private volatile int length;

    int length() {
        return length;
    }

    long step(int index) {
        return steps[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    /** Never smaller than that of the point before, so that it can serve as an axis. */
    double wallTime(int index) {
        return wallTimes[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    double value(int index) {
        return values[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    ExtremePyramid pyramid() {
        return pyramid;
    }

    void append(long step, double wallTime, double value) {
        int index = length;
        int chunk = index >> CHUNK_BITS;
        if (chunk == values.length) {
            grow(chunk);
        }
        int at = index & (CHUNK - 1);
        double earliest = index == 0 ? wallTime : wallTime(index - 1);
        steps[chunk][at] = step;
        wallTimes[chunk][at] = Math.max(earliest, wallTime);
        values[chunk][at] = value;
        pyramid.appended(this, index + 1);
        length = index + 1;
    }

    private void grow(int chunk) {
        long[][] moreSteps = Arrays.copyOf(steps, chunk + 1);
        double[][] moreWallTimes = Arrays.copyOf(wallTimes, chunk + 1);
        double[][] moreValues = Arrays.copyOf(values, chunk + 1);
        moreSteps[chunk] = new long[CHUNK];
        moreWallTimes[chunk] = new double[CHUNK];
        moreValues[chunk] = new double[CHUNK];
        steps = moreSteps;
        wallTimes = moreWallTimes;
        values = moreValues;
    }
}
