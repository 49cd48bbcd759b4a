package io.particlearena.store;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Arrays as raw little-endian bytes, with their CRC-32C. */
final class RawArrays {

    /** Divisible by the size of every element. */
    private static final int CHUNK_BYTES = 1 << 16;

    private RawArrays() {}

    static int length(Object array) {
        return Array.getLength(array);
    }

    static int checksum(Object array) {
        try {
            return encode(array, chunk -> {});
        } catch (IOException e) {
            throw new IllegalStateException("Nothing was written", e);
        }
    }

    /** Writes an array at the channel's position. */
    static void write(Object array, FileChannel channel) throws IOException {
        encode(array, chunk -> AtomicFiles.writeFully(channel, chunk));
    }

    /**
     * Reads an array from the channel's position.
     *
     * @throws IOException if the file ends early
     * @return the array, or null if its checksum differs
     */
    static @Nullable Object read(ValueType type, int length, int checksum, FileChannel channel) throws IOException {
        Object array = allocate(type, length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        int perChunk = CHUNK_BYTES / type.elementBytes();
        for (int from = 0; from < length; from += perChunk) {
            int count = Math.min(perChunk, length - from);
            chunk.clear().limit(count * type.elementBytes());
            readFully(channel, chunk);
            crc.update(chunk.flip());
            get(chunk.rewind(), array, from, count);
        }
        return (int) crc.getValue() == checksum ? array : null;
    }

    /** Fills the buffer up to its limit. */
    static void readFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("The file ended early");
            }
        }
    }

    private interface ChunkSink {
        void accept(ByteBuffer chunk) throws IOException;
    }

    private static int encode(Object array, ChunkSink sink) throws IOException {
        ValueType type = ValueType.of(array);
        int length = length(array);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        int perChunk = CHUNK_BYTES / type.elementBytes();
        for (int from = 0; from < length; from += perChunk) {
            int count = Math.min(perChunk, length - from);
            chunk.clear().limit(count * type.elementBytes());
            put(chunk, array, from, count);
            crc.update(chunk.rewind());
            sink.accept(chunk.rewind());
        }
        return (int) crc.getValue();
    }

    private static void put(ByteBuffer chunk, Object array, int from, int count) {
        if (array instanceof float[] floats) {
            chunk.asFloatBuffer().put(floats, from, count);
        } else if (array instanceof double[] doubles) {
            chunk.asDoubleBuffer().put(doubles, from, count);
        } else if (array instanceof long[] longs) {
            chunk.asLongBuffer().put(longs, from, count);
        } else {
            chunk.put((byte[]) array, from, count);
        }
    }

    private static void get(ByteBuffer chunk, Object array, int from, int count) {
        if (array instanceof float[] floats) {
            chunk.asFloatBuffer().get(floats, from, count);
        } else if (array instanceof double[] doubles) {
            chunk.asDoubleBuffer().get(doubles, from, count);
        } else if (array instanceof long[] longs) {
            chunk.asLongBuffer().get(longs, from, count);
        } else {
            chunk.get((byte[]) array, from, count);
        }
    }

    private static Object allocate(ValueType type, int length) {
        return switch (type) {
            case INT64_ARRAY -> new long[length];
            case FLOAT64_ARRAY -> new double[length];
            case FLOAT32_ARRAY -> new float[length];
            case BYTE_ARRAY -> new byte[length];
            case INT64, FLOAT64, TEXT -> throw new IllegalArgumentException(type + " is not an array");
        };
    }
}
