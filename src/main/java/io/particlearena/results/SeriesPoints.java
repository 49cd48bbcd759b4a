package io.particlearena.results;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Points in chunks that never move, with a pyramid of their extremes. One thread appends; others may read whatever lies
 * below a length that they have read before, since the length is written last.
 */
final class SeriesPoints {

    static final int CHUNK_BITS = 10;
    static final int CHUNK = 1 << CHUNK_BITS;

    /** Thousands of series may have a few points each. */
    private static final int FIRST_CHUNK = 16;

    private final ExtremePyramid pyramid = new ExtremePyramid();

    /** Whose steps and times these points share; null if they have their own. */
    private final @Nullable SeriesPoints places;

    private volatile long[][] steps = new long[0][];
    private volatile double[][] wallTimes = new double[0][];
    private volatile double[][] values = new double[0][];
    private final AtomicInteger length = new AtomicInteger();

    SeriesPoints() {
        places = null;
    }

    /** Other values at the places of these points, which must be there before the values. */
    SeriesPoints(SeriesPoints places) {
        this.places = places;
    }

    int length() {
        return length.get();
    }

    /** The steps by chunk; of the last chunks only what lies below a length that was read before. */
    long[][] steps() {
        return places == null ? steps : places.steps();
    }

    /** As the steps; never smaller than that of the point before, so that it can serve as an axis. */
    double[][] wallTimes() {
        return places == null ? wallTimes : places.wallTimes();
    }

    /** As the steps. */
    double[][] values() {
        return values;
    }

    /** The step of the last point; for the writing thread, if there is one. */
    long lastStep() {
        int last = length.getPlain() - 1;
        return steps[last >> CHUNK_BITS][last & (CHUNK - 1)];
    }

    private double wallTime(int index) {
        return wallTimes[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    double value(int index) {
        return values[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    ExtremePyramid pyramid() {
        return pyramid;
    }

    void append(long step, double wallTime, double value) {
        int index = length.getPlain();
        makeRoom(index);
        int chunk = index >> CHUNK_BITS;
        int at = index & (CHUNK - 1);
        double earliest = index == 0 ? wallTime : wallTime(index - 1);
        steps[chunk][at] = step;
        wallTimes[chunk][at] = Math.max(earliest, wallTime);
        put(index, value);
    }

    /** Adds the value of the next of the places. */
    void append(double value) {
        int index = length.getPlain();
        makeRoom(index);
        put(index, value);
    }

    private void put(int index, double value) {
        values[index >> CHUNK_BITS][index & (CHUNK - 1)] = value;
        pyramid.appended(this, index + 1);
        // Release is enough for a reader that sees the length to see the point, and cheaper than a volatile write.
        length.setRelease(index + 1);
    }

    private void makeRoom(int index) {
        int chunk = index >> CHUNK_BITS;
        int at = index & (CHUNK - 1);
        if (chunk < values.length && at < values[chunk].length) {
            return;
        }
        int size = chunk > 0 ? CHUNK : Math.max(FIRST_CHUNK, 2 * at);
        double[][] moreValues = Arrays.copyOf(values, chunk + 1);
        moreValues[chunk] = at == 0 ? new double[size] : Arrays.copyOf(moreValues[chunk], size);
        values = moreValues;
        if (places == null) {
            long[][] moreSteps = Arrays.copyOf(steps, chunk + 1);
            double[][] moreWallTimes = Arrays.copyOf(wallTimes, chunk + 1);
            moreSteps[chunk] = at == 0 ? new long[size] : Arrays.copyOf(moreSteps[chunk], size);
            moreWallTimes[chunk] = at == 0 ? new double[size] : Arrays.copyOf(moreWallTimes[chunk], size);
            steps = moreSteps;
            wallTimes = moreWallTimes;
        }
    }
}
