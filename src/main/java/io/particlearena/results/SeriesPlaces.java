package io.particlearena.results;

import java.util.Arrays;

/**
 * The steps and times of points, in chunks that never move. Metrics that were measured together share them. One thread
 * appends; others may read whatever lies below a length of the values that they have read before.
 */
final class SeriesPlaces {

    static final int CHUNK_BITS = 10;
    static final int CHUNK = 1 << CHUNK_BITS;

    /** Thousands of series may have a few points each. */
    private static final int FIRST_CHUNK = 16;

    private volatile long[][] steps = new long[0][];
    private volatile double[][] wallTimes = new double[0][];

    /** For the writing thread alone. */
    private int length;

    /** The size that a chunk must have for one more element at this place; it grows as long as it is the first one. */
    static int room(int chunk, int at) {
        return chunk > 0 ? CHUNK : Math.min(CHUNK, Math.max(FIRST_CHUNK, 4 * at));
    }

    int length() {
        return length;
    }

    /** The steps by chunk. */
    long[][] steps() {
        return steps;
    }

    /** The times by chunk; never smaller than that of the place before, so that they can serve as an axis. */
    double[][] wallTimes() {
        return wallTimes;
    }

    long step(int index) {
        return steps[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    private double wallTime(int index) {
        return wallTimes[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    void append(long step, double wallTime) {
        int chunk = length >> CHUNK_BITS;
        int at = length & (CHUNK - 1);
        if (chunk == steps.length || at == steps[chunk].length) {
            int size = room(chunk, at);
            long[][] moreSteps = Arrays.copyOf(steps, chunk + 1);
            double[][] moreWallTimes = Arrays.copyOf(wallTimes, chunk + 1);
            moreSteps[chunk] = at == 0 ? new long[size] : Arrays.copyOf(moreSteps[chunk], size);
            moreWallTimes[chunk] = at == 0 ? new double[size] : Arrays.copyOf(moreWallTimes[chunk], size);
            steps = moreSteps;
            wallTimes = moreWallTimes;
        }
        steps[chunk][at] = step;
        wallTimes[chunk][at] = afterThoseBefore(length, wallTime);
        length++;
    }

    /** Whether this is what lies at an index, which must be below the length. */
    boolean holds(int index, long step, double wallTime) {
        return step(index) == step && wallTime(index) == afterThoseBefore(index, wallTime);
    }

    /** Whether the first places are those of the other, neither of which has fewer. */
    boolean beginsLike(SeriesPlaces other, int count) {
        for (int i = 0; i < count; i++) {
            if (step(i) != other.step(i) || wallTime(i) != other.wallTime(i)) {
                return false;
            }
        }
        return true;
    }

    private double afterThoseBefore(int index, double wallTime) {
        return index == 0 ? wallTime : Math.max(wallTime(index - 1), wallTime);
    }

    /** The first of these places, to be followed by others. */
    SeriesPlaces first(int count) {
        SeriesPlaces copy = new SeriesPlaces();
        for (int i = 0; i < count; i++) {
            copy.append(step(i), wallTime(i));
        }
        return copy;
    }
}
