package io.particlearena.results;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads TensorFlow's {@code Event} messages, of which {@link EventCodec} says what they hold. Scalars that TensorFlow 2 stores
 * as tensors of one number are read as well. Nothing is allocated for an event without histograms.
 */
final class EventDecoder {

    private static final VarHandle FIXED_64 =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FIXED_32 =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int TENSOR_FLOAT = 1;
    private static final int TENSOR_DOUBLE = 2;

    /** Of more tags, a map finds one that does not follow those before it. */
    private static final int MOST_GUESSES = 256;

    /** Tags repeat from event to event, mostly in the same order. */
    private final List<byte[]> tagBytes = new ArrayList<>();

    private final List<String> tags = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int nextTag;

    private byte[] bytes = new byte[0];
    private int at;

    private double wallTime;
    private long step;
    private boolean starts;
    private String[] names = new String[1];
    private float[] values = new float[1];
    private int scalars;
    private final List<String> histogramTags = new ArrayList<>();
    private final List<HistogramMessage> histograms = new ArrayList<>();

    /**
     * Reads one event and hands on what it holds.
     *
     * @return whether the bytes are an event; nothing was handed on otherwise
     */
    boolean decode(byte[] source, int offset, int length, EventSink sink) {
        bytes = source;
        at = offset;
        wallTime = 0;
        step = 0;
        starts = false;
        scalars = 0;
        histogramTags.clear();
        histograms.clear();
        try {
            event(offset + length);
        } catch (MalformedEventException | BufferUnderflowException e) {
            return false;
        }
        for (int i = 0; i < scalars; i++) {
            sink.scalar(wallTime, step, names[i], values[i]);
        }
        for (int i = 0; i < histograms.size(); i++) {
            tell(histogramTags.get(i), histograms.get(i), sink);
        }
        if (starts) {
            sink.sessionStart(wallTime, step);
        }
        return true;
    }

    private void tell(String tag, HistogramMessage message, EventSink sink) {
        if (!sink.wantsHistogram(tag)) {
            return;
        }
        Histogram histogram;
        try {
            histogram = message.histogram();
        } catch (IllegalArgumentException e) {
            sink.refusedHistogram(tag);
            return;
        }
        sink.histogram(tag, new HistogramPoint(wallTime, step, histogram), message.description());
    }

    private void event(int end) throws MalformedEventException {
        while (at < end) {
            int key = (int) varint(end);
            switch (key) {
                case (1 << 3) | EventCodec.FIXED64 -> wallTime = Double.longBitsToDouble(fixed64(end));
                case (2 << 3) | EventCodec.VARINT -> step = varint(end);
                case (5 << 3) | EventCodec.BYTES -> summary(message(end));
                case (7 << 3) | EventCodec.BYTES -> sessionLog(message(end));
                default -> skip(key & 7, end);
            }
        }
    }

    private void summary(int end) throws MalformedEventException {
        while (at < end) {
            int key = (int) varint(end);
            if (key == ((1 << 3) | EventCodec.BYTES)) {
                value(message(end));
            } else {
                skip(key & 7, end);
            }
        }
    }

    private void value(int end) throws MalformedEventException {
        String tag = "";
        float scalar = 0;
        boolean isScalar = false;
        ByteBuffer proto = null;
        ByteBuffer tensor = null;
        int metadataFrom = at;
        int metadataTo = at;
        while (at < end) {
            int key = (int) varint(end);
            switch (key) {
                case (1 << 3) | EventCodec.BYTES -> tag = tag(message(end));
                case (2 << 3) | EventCodec.FIXED32 -> {
                    scalar = Float.intBitsToFloat(fixed32(end));
                    isScalar = true;
                }
                case (5 << 3) | EventCodec.BYTES -> proto = bytes(message(end));
                case (8 << 3) | EventCodec.BYTES -> {
                    int tensorEnd = message(end);
                    int from = at;
                    isScalar = tensor(tensorEnd);
                    scalar = tensorValue;
                    tensor = isScalar ? null : HistogramMessage.bytes(bytes, from, tensorEnd);
                }
                case (9 << 3) | EventCodec.BYTES -> {
                    metadataTo = message(end);
                    metadataFrom = at;
                    at = metadataTo;
                }
                default -> skip(key & 7, end);
            }
        }
        if (isScalar) {
            if (scalars == names.length) {
                names = Arrays.copyOf(names, 2 * scalars);
                values = Arrays.copyOf(values, 2 * scalars);
            }
            names[scalars] = tag;
            values[scalars++] = scalar;
        } else if (proto != null || tensor != null) {
            HistogramMessage message =
                    new HistogramMessage(proto, tensor, HistogramMessage.bytes(bytes, metadataFrom, metadataTo));
            if (message.isHistogram()) {
                histogramTags.add(tag);
                histograms.add(message);
            }
        }
    }

    private ByteBuffer bytes(int end) {
        int from = at;
        at = end;
        return HistogramMessage.bytes(bytes, from, end);
    }

    private float tensorValue;

    /** {@code TensorProto}: 1 type, 4 content as bytes, 5 floats, 6 doubles. Says whether it is one number. */
    private boolean tensor(int end) throws MalformedEventException {
        int type = 0;
        int numbers = 0;
        while (at < end) {
            int key = (int) varint(end);
            switch (key) {
                case (1 << 3) | EventCodec.VARINT -> type = (int) varint(end);
                case (4 << 3) | EventCodec.BYTES, (5 << 3) | EventCodec.BYTES, (6 << 3) | EventCodec.BYTES -> {
                    int contentEnd = message(end);
                    int size = contentEnd - at;
                    if (type == TENSOR_FLOAT && size == Float.BYTES) {
                        tensorValue = Float.intBitsToFloat(fixed32(contentEnd));
                        numbers++;
                    } else if (type == TENSOR_DOUBLE && size == Double.BYTES) {
                        tensorValue = (float) Double.longBitsToDouble(fixed64(contentEnd));
                        numbers++;
                    } else if (size > 0) {
                        numbers = 2;
                    }
                    at = contentEnd;
                }
                case (5 << 3) | EventCodec.FIXED32 -> {
                    tensorValue = Float.intBitsToFloat(fixed32(end));
                    numbers++;
                }
                case (6 << 3) | EventCodec.FIXED64 -> {
                    tensorValue = (float) Double.longBitsToDouble(fixed64(end));
                    numbers++;
                }
                default -> skip(key & 7, end);
            }
        }
        return numbers == 1 && (type == TENSOR_FLOAT || type == TENSOR_DOUBLE);
    }

    private void sessionLog(int end) throws MalformedEventException {
        while (at < end) {
            int key = (int) varint(end);
            if (key == ((1 << 3) | EventCodec.VARINT)) {
                starts = varint(end) == EventCodec.SESSION_START;
            } else {
                skip(key & 7, end);
            }
        }
    }

    private String tag(int end) {
        int from = at;
        at = end;
        if (nextTag < tags.size() && isTag(nextTag, from, end)) {
            return tagAt(nextTag);
        }
        return tagOutOfOrder(from, end);
    }

    private String tagOutOfOrder(int from, int end) {
        for (int i = 1; i < Math.min(tags.size(), MOST_GUESSES); i++) {
            int guess = (nextTag + i) % tags.size();
            if (isTag(guess, from, end)) {
                return tagAt(guess);
            }
        }
        byte[] copy = Arrays.copyOfRange(bytes, from, end);
        String tag = new String(copy, StandardCharsets.UTF_8);
        Integer place = places.putIfAbsent(tag, tags.size());
        if (place != null) {
            return tagAt(place);
        }
        tagBytes.add(copy);
        tags.add(tag);
        nextTag = 0;
        return tag;
    }

    private boolean isTag(int place, int from, int end) {
        byte[] known = tagBytes.get(place);
        return Arrays.equals(known, 0, known.length, bytes, from, end);
    }

    private String tagAt(int place) {
        nextTag = place + 1 < tags.size() ? place + 1 : 0;
        return tags.get(place);
    }

    /** Reads a message's length and says where the message ends. */
    private int message(int end) throws MalformedEventException {
        long length = varint(end);
        if (length < 0 || length > end - at) {
            throw new MalformedEventException();
        }
        return at + (int) length;
    }

    private void skip(int wireType, int end) throws MalformedEventException {
        switch (wireType) {
            case EventCodec.VARINT -> varint(end);
            case EventCodec.FIXED64 -> fixed64(end);
            case EventCodec.BYTES -> at = message(end);
            case EventCodec.FIXED32 -> fixed32(end);
            default -> throw new MalformedEventException();
        }
    }

    private long varint(int end) throws MalformedEventException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedEventException();
    }

    private long fixed64(int end) throws MalformedEventException {
        if (end - at < Long.BYTES) {
            throw new MalformedEventException();
        }
        at += Long.BYTES;
        return (long) FIXED_64.get(bytes, at - Long.BYTES);
    }

    private int fixed32(int end) throws MalformedEventException {
        if (end - at < Integer.BYTES) {
            throw new MalformedEventException();
        }
        at += Integer.BYTES;
        return (int) FIXED_32.get(bytes, at - Integer.BYTES);
    }

    /** The bytes are no event. */
    private static final class MalformedEventException extends Exception {

        private static final long serialVersionUID = 1;

        MalformedEventException() {
            super("The bytes are no event", null, false, false);
        }
    }
}
