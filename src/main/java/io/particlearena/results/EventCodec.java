package io.particlearena.results;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few messages of TensorFlow's {@code Event} protocol buffer that runs need, written and read without a library.
 *
 * <p>{@code Event}: 1 {@code wall_time} double, 2 {@code step} int64, 3 {@code file_version} string, 5 {@code summary}, 7
 * {@code session_log}. A summary repeats field 1 {@code value} (1 {@code tag}, 2 {@code simple_value} float); a session log
 * has field 1 {@code status}, of which 1 means START. Fields of other kinds are skipped.
 */
final class EventCodec {

    static final String FILE_VERSION = "brain.Event:2";

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int SESSION_START = 1;

    /** Tags repeat in every event; texts that were decoded once are found again by their bytes. */
    private final Map<ByteBuffer, String> knownTags = new HashMap<>();

    static byte[] fileVersion(double wallTime) {
        ByteArrayOutputStream event = begin(wallTime, 0);
        putBytes(event, 3, FILE_VERSION.getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }

    static byte[] scalar(double wallTime, long step, String tag, float scalar) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        putBytes(value, 1, tag.getBytes(StandardCharsets.UTF_8));
        putKey(value, 2, FIXED32);
        putFixed(value, Integer.toUnsignedLong(Float.floatToIntBits(scalar)), Integer.BYTES);
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        putBytes(summary, 1, value.toByteArray());
        ByteArrayOutputStream event = begin(wallTime, step);
        putBytes(event, 5, summary.toByteArray());
        return event.toByteArray();
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

    private static void putBytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        putKey(out, field, BYTES);
        putVarint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void putKey(ByteArrayOutputStream out, int field, int wireType) {
        putVarint(out, ((long) field << 3) | wireType);
    }

    private static void putVarint(ByteArrayOutputStream out, long value) {
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

    /**
     * Reads one event and hands on what it holds.
     *
     * @return whether the bytes are an event; nothing was handed on otherwise
     */
    boolean decode(byte[] bytes, int offset, int length, EventSink sink) {
        try {
            ByteBuffer event = ByteBuffer.wrap(bytes, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
            Fields fields = fields(event.duplicate().order(ByteOrder.LITTLE_ENDIAN));
            if (fields.summary() != null) {
                // Twice, so that a damaged summary is not handed on in part.
                summary(fields.summary().duplicate(), fields, (wallTime, step, tag, value) -> {});
                summary(fields.summary(), fields, sink);
            }
            if (fields.starts()) {
                sink.sessionStart(fields.wallTime(), fields.step());
            }
            return true;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return false;
        }
    }

    private record Fields(
            double wallTime, long step, @Nullable ByteBuffer summary, boolean starts) {}

    private static Fields fields(ByteBuffer event) {
        double wallTime = 0;
        long step = 0;
        ByteBuffer summary = null;
        boolean starts = false;
        while (event.hasRemaining()) {
            int key = (int) varint(event);
            switch (key) {
                case (1 << 3) | FIXED64 -> wallTime = event.getDouble();
                case (2 << 3) | VARINT -> step = varint(event);
                case (5 << 3) | BYTES -> summary = message(event);
                case (7 << 3) | BYTES -> starts = isStart(message(event));
                default -> skip(event, key & 7);
            }
        }
        return new Fields(wallTime, step, summary, starts);
    }

    private void summary(ByteBuffer summary, Fields event, EventSink sink) {
        summary.order(ByteOrder.LITTLE_ENDIAN);
        while (summary.hasRemaining()) {
            int key = (int) varint(summary);
            if (key == ((1 << 3) | BYTES)) {
                value(message(summary), event, sink);
            } else {
                skip(summary, key & 7);
            }
        }
    }

    private void value(ByteBuffer value, Fields event, EventSink sink) {
        String tag = "";
        boolean isScalar = false;
        float scalar = 0;
        while (value.hasRemaining()) {
            int key = (int) varint(value);
            if (key == ((1 << 3) | BYTES)) {
                tag = tag(message(value));
            } else if (key == ((2 << 3) | FIXED32)) {
                scalar = value.getFloat();
                isScalar = true;
            } else {
                skip(value, key & 7);
            }
        }
        if (isScalar) {
            sink.scalar(event.wallTime(), event.step(), tag, scalar);
        }
    }

    private String tag(ByteBuffer bytes) {
        String known = knownTags.get(bytes);
        if (known != null) {
            return known;
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        String tag = new String(copy, StandardCharsets.UTF_8);
        knownTags.put(ByteBuffer.wrap(copy), tag);
        return tag;
    }

    private static boolean isStart(ByteBuffer log) {
        boolean start = false;
        while (log.hasRemaining()) {
            int key = (int) varint(log);
            if (key == ((1 << 3) | VARINT)) {
                start = varint(log) == SESSION_START;
            } else {
                skip(log, key & 7);
            }
        }
        return start;
    }

    private static ByteBuffer message(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("A message of " + length + " bytes does not fit");
        }
        ByteBuffer message = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return message;
    }

    private static void skip(ByteBuffer in, int wireType) {
        switch (wireType) {
            case VARINT -> varint(in);
            case FIXED64 -> in.getLong();
            case BYTES -> message(in);
            case FIXED32 -> in.getInt();
            default -> throw new IllegalArgumentException("Wire type " + wireType);
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of more than ten bytes");
    }
}
