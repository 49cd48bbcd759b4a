package io.particlearena.store;

import java.nio.ByteBuffer;

/** Takes rows of fixed width from {@link Segments}. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes one row.
     *
     * @param row the number of the row since the beginning of time
     * @param from little-endian, with exactly one row's bytes remaining
     */
    void take(long row, ByteBuffer from);
}
