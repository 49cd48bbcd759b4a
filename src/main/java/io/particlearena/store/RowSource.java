package io.particlearena.store;

import java.nio.ByteBuffer;

/** Gives rows of fixed width to {@link Segments}. */
@FunctionalInterface
public interface RowSource {

    /**
     * Puts one row.
     *
     * @param row the number of the row since the beginning of time
     * @param into little-endian, with exactly one row's bytes remaining; all of them must be put
     */
    void put(long row, ByteBuffer into);
}
