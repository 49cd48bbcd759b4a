package io.particlearena.results;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The few messages of TensorFlow's {@code Event} protocol buffer that runs need, written without a library and read by {@link
 * EventDecoder}.
 *
 * <p>{@code Event}: 1 {@code wall_time} double, 2 {@code step} int64, 3 {@code file_version} string, 5 {@code summary}, 7
 * {@code session_log}. A summary repeats field 1 {@code value} (1 {@code tag}, 2 {@code simple_value} float, 5 and 8 with 9
 * see {@link HistogramMessage}); a session log has field 1 {@code status}, of which 1 means START. Fields of other kinds are
 * skipped.
 */
final class EventCodec {

    static final String FILE_VERSION = "brain.Event:2";

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;
    static final int SESSION_START = 1;

    private EventCodec() {}

    static byte[] fileVersion(double wallTime) {
        ByteArrayOutputStream event = begin(wallTime, 0);
        putBytes(event, 3, FILE_VERSION.getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }

    /** Adds a value to those of a summary. */
    static void putScalar(ByteArrayOutputStream summary, String tag, float scalar) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        putBytes(value, 1, tag.getBytes(StandardCharsets.UTF_8));
        putKey(value, 2, FIXED32);
        putFixed(value, Integer.toUnsignedLong(Float.floatToIntBits(scalar)), Integer.BYTES);
        putBytes(summary, 1, value.toByteArray());
    }

    static byte[] summary(double wallTime, long step, ByteArrayOutputStream summary) {
        ByteArrayOutputStream event = begin(wallTime, step);
        putBytes(event, 5, summary.toByteArray());
        return event.toByteArray();
    }

    static byte[] histogram(double wallTime, long step, String tag, Histogram histogram, String description) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        putBytes(value, 1, tag.getBytes(StandardCharsets.UTF_8));
        putBytes(value, 8, HistogramMessage.tensor(histogram));
        putBytes(value, 9, HistogramMessage.metadata(description));
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        putBytes(summary, 1, value.toByteArray());
        return summary(wallTime, step, summary);
    }

    static byte[] sessionStart(double wallTime, long step) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        putKey(log, 1, VARINT);
        putVarint(log, SESSION_START);
        ByteArrayOutputStream event = begin(wallTime, step);
        putBytes(event, 7, log.toByteArray());
        return event.toByteArray();
    }

    private static ByteArrayOutputStream begin(double wallTime, long step) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        putKey(event, 1, FIXED64);
        putFixed(event, Double.doubleToLongBits(wallTime), Long.BYTES);
        if (step != 0) {
            putKey(event, 2, VARINT);
            putVarint(event, step);
        }
        return event;
    }

    static void putBytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        putKey(out, field, BYTES);
        putVarint(out, bytes.length);
        out.writeBytes(bytes);
    }

    static void putKey(ByteArrayOutputStream out, int field, int wireType) {
        putVarint(out, ((long) field << 3) | wireType);
    }

    static void putVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static void putFixed(ByteArrayOutputStream out, long bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (bits >>> (8 * i)));
        }
    }
}
