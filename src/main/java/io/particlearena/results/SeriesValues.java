package io.particlearena.results;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Values in single precision, as event files hold them, in chunks that never move, with a pyramid of their extremes. One
 * thread appends; others may read whatever lies below a length that they have read before, since the length is written last.
 */
final class SeriesValues {

    private final ExtremePyramid pyramid = new ExtremePyramid();
    private final AtomicInteger length = new AtomicInteger();
    private volatile float[][] chunks = new float[0][];

    int length() {
        return length.get();
    }

    /** The values by chunk. */
    float[][] chunks() {
        return chunks;
    }

    float value(int index) {
        return chunks[index >> SeriesPlaces.CHUNK_BITS][index & (SeriesPlaces.CHUNK - 1)];
    }

    ExtremePyramid pyramid() {
        return pyramid;
    }

    void append(float value) {
        int index = length.getPlain();
        int chunk = index >> SeriesPlaces.CHUNK_BITS;
        int at = index & (SeriesPlaces.CHUNK - 1);
        if (chunk == chunks.length || at == chunks[chunk].length) {
            int size = SeriesPlaces.room(chunk, at);
            float[][] more = Arrays.copyOf(chunks, chunk + 1);
            more[chunk] = at == 0 ? new float[size] : Arrays.copyOf(more[chunk], size);
            chunks = more;
        }
        chunks[chunk][at] = value;
        pyramid.appended(this, index + 1);
        // Release is enough for a reader that sees the length to see the value, and cheaper than a volatile write.
        length.setRelease(index + 1);
    }
}
