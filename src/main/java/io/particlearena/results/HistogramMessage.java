package io.particlearena.results;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value of a summary that may be a histogram, in either of the forms that TensorBoard knows.
 *
 * <p>{@code HistogramProto}: 1 min, 2 max, 6 limits of buckets, 7 buckets; limits are the ends, and empty buckets at
 * the ends are left out, since the outermost reach to the largest of all numbers. A tensor of the plugin {@code
 * histograms}: a row for each bucket with beginning, end and count. Of the tensor's own messages, {@code TensorProto}
 * has 1 type, 2 shape (2 dimension: 1 size), 4 content as bytes, 5 floats, 6 doubles; {@code SummaryMetadata} has 1
 * plugin (1 name), 3 description.
 */
final class HistogramMessage {

    static final String PLUGIN = "histograms";

    /** More buckets than that are no histogram for people. */
    static final int MOST_BUCKETS = 100_000;

    /** Of more buckets, neighbours are joined. */
    static final int MOST_KEPT = 1024;

    private static final int FLOAT = 1;
    private static final int DOUBLE = 2;
    private static final int COLUMNS = 3;

    private final @Nullable ByteBuffer proto;
    private final @Nullable ByteBuffer tensor;
    private String plugin = "";
    private String description = "";

    /** The bytes of the fields; null for those that the value does not have, and none for metadata that it does not have. */
    HistogramMessage(@Nullable ByteBuffer proto, @Nullable ByteBuffer tensor, ByteBuffer metadata) {
        this.proto = proto;
        this.tensor = tensor;
        readMetadata(metadata);
    }

    /** The bytes of a message, to be read in the format's byte order. */
    static ByteBuffer bytes(byte[] source, int from, int to) {
        return ByteBuffer.wrap(source, from, to - from).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readMetadata(ByteBuffer in) {
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key) {
                case (1 << 3) | EventCodec.BYTES -> plugin = pluginName(part(in));
                case (3 << 3) | EventCodec.BYTES -> description = text(part(in));
                default -> skip(in, key & 7);
            }
        }
    }

    private static String pluginName(ByteBuffer in) {
        String name = "";
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            if (key == ((1 << 3) | EventCodec.BYTES)) {
                name = text(part(in));
            } else {
                skip(in, key & 7);
            }
        }
        return name;
    }

    /** Whether it says of itself that it is a histogram; writers may say so once for each tag only. */
    boolean isHistogram() {
        return proto != null
                || plugin.equals(PLUGIN)
                || (plugin.isEmpty() && tensor != null && hasThreeColumns(tensor));
    }

    /** What the file says of the tag. */
    String description() {
        return description;
    }

    private static boolean hasThreeColumns(ByteBuffer tensor) {
        ByteBuffer in = copy(tensor);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            if (key == ((2 << 3) | EventCodec.BYTES)) {
                long[] sizes = sizes(part(in));
                return sizes.length == 2 && sizes[1] == COLUMNS;
            }
            skip(in, key & 7);
        }
        return false;
    }

    private static long[] sizes(ByteBuffer shape) {
        long[] sizes = new long[0];
        while (shape.hasRemaining() && sizes.length <= 2) {
            int key = (int) varint(shape);
            if (key == ((2 << 3) | EventCodec.BYTES)) {
                ByteBuffer dimension = part(shape);
                sizes = Arrays.copyOf(sizes, sizes.length + 1);
                while (dimension.hasRemaining()) {
                    int field = (int) varint(dimension);
                    if (field == (1 << 3 | EventCodec.VARINT)) {
                        sizes[sizes.length - 1] = varint(dimension);
                    } else {
                        skip(dimension, field & 7);
                    }
                }
            } else {
                skip(shape, key & 7);
            }
        }
        return sizes;
    }

    /**
     * The histogram.
     *
     * @throws IllegalArgumentException if it cannot be understood or is too large
     */
    Histogram histogram() {
        try {
            if (proto != null) {
                return ofProto(copy(proto));
            }
            if (tensor != null) {
                return ofTensor(copy(tensor));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The histogram ends too early", e);
        }
        throw new IllegalArgumentException("The histogram has no values");
    }

    private static Histogram ofProto(ByteBuffer in) {
        double min = Double.NaN;
        double max = Double.NaN;
        Doubles limits = new Doubles();
        Doubles counts = new Doubles();
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key) {
                case (1 << 3) | EventCodec.FIXED64 -> min = in.getDouble();
                case (2 << 3) | EventCodec.FIXED64 -> max = in.getDouble();
                case (6 << 3) | EventCodec.FIXED64 -> limits.add(in.getDouble());
                case (6 << 3) | EventCodec.BYTES -> limits.addAll(part(in), Double.BYTES);
                case (7 << 3) | EventCodec.FIXED64 -> counts.add(in.getDouble());
                case (7 << 3) | EventCodec.BYTES -> counts.addAll(part(in), Double.BYTES);
                default -> skip(in, key & 7);
            }
        }
        int first = 0;
        int last = Math.min(limits.size, counts.size) - 1;
        while (first <= last && counts.values[first] == 0) {
            first++;
        }
        while (last > first && counts.values[last] == 0) {
            last--;
        }
        if (first > last) {
            throw new IllegalArgumentException("The histogram holds nothing");
        }
        double[] edges = new double[last - first + 2];
        edges[0] = min;
        System.arraycopy(limits.values, first, edges, 1, last - first);
        edges[edges.length - 1] = max;
        return joined(edges, Arrays.copyOfRange(counts.values, first, last + 1));
    }

    private static Histogram ofTensor(ByteBuffer in) {
        int width = Double.BYTES;
        Doubles numbers = new Doubles();
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key) {
                case (1 << 3) | EventCodec.VARINT -> {
                    long type = varint(in);
                    if (type != FLOAT && type != DOUBLE) {
                        throw new IllegalArgumentException("The histogram has numbers of type " + type);
                    }
                    width = type == FLOAT ? Float.BYTES : Double.BYTES;
                }
                case (4 << 3) | EventCodec.BYTES, (5 << 3) | EventCodec.BYTES, (6 << 3) | EventCodec.BYTES ->
                    numbers.addAll(part(in), width);
                case (5 << 3) | EventCodec.FIXED32 -> numbers.add(in.getFloat());
                case (6 << 3) | EventCodec.FIXED64 -> numbers.add(in.getDouble());
                default -> skip(in, key & 7);
            }
        }
        return ofRows(numbers);
    }

    /** Where a bucket begins after the end of the one before, an empty one lies between them. */
    private static Histogram ofRows(Doubles rows) {
        if (rows.size == 0 || rows.size % COLUMNS != 0) {
            throw new IllegalArgumentException("The histogram's buckets cannot have " + rows.size + " numbers");
        }
        Doubles edges = new Doubles();
        Doubles counts = new Doubles();
        edges.add(rows.values[0]);
        for (int i = 0; i < rows.size; i += COLUMNS) {
            if (rows.values[i] > edges.values[edges.size - 1]) {
                counts.add(0);
                edges.add(rows.values[i]);
            }
            edges.add(rows.values[i + 1]);
            counts.add(rows.values[i + 2]);
        }
        return joined(Arrays.copyOf(edges.values, edges.size), Arrays.copyOf(counts.values, counts.size));
    }

    private static Histogram joined(double[] edges, double[] counts) {
        double[] ends = edges;
        double[] sums = counts;
        while (sums.length > MOST_KEPT) {
            double[] fewer = new double[(sums.length + 1) / 2];
            double[] fewerEnds = new double[fewer.length + 1];
            for (int i = 0; i < sums.length; i++) {
                fewer[i / 2] += sums[i];
                fewerEnds[i / 2] = i % 2 == 0 ? ends[i] : fewerEnds[i / 2];
            }
            fewerEnds[fewer.length] = ends[sums.length];
            ends = fewerEnds;
            sums = fewer;
        }
        return new Histogram(ends, sums);
    }

    /** The bytes of a histogram as a tensor. */
    static byte[] tensor(Histogram histogram) {
        int rows = histogram.counts().length;
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (int size : new int[] {rows, COLUMNS}) {
            ByteArrayOutputStream dimension = new ByteArrayOutputStream();
            EventCodec.putKey(dimension, 1, EventCodec.VARINT);
            EventCodec.putVarint(dimension, size);
            EventCodec.putBytes(shape, 2, dimension.toByteArray());
        }
        ByteBuffer content = ByteBuffer.allocate(rows * COLUMNS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows; i++) {
            content.putDouble(histogram.edges()[i]);
            content.putDouble(histogram.edges()[i + 1]);
            content.putDouble(histogram.counts()[i]);
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        EventCodec.putKey(tensor, 1, EventCodec.VARINT);
        EventCodec.putVarint(tensor, DOUBLE);
        EventCodec.putBytes(tensor, 2, shape.toByteArray());
        EventCodec.putBytes(tensor, 4, content.array());
        return tensor.toByteArray();
    }

    /** The bytes that say that a tensor is a histogram. */
    static byte[] metadata(String description) {
        ByteArrayOutputStream plugin = new ByteArrayOutputStream();
        EventCodec.putBytes(plugin, 1, PLUGIN.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream metadata = new ByteArrayOutputStream();
        EventCodec.putBytes(metadata, 1, plugin.toByteArray());
        if (!description.isEmpty()) {
            EventCodec.putBytes(metadata, 3, description.getBytes(StandardCharsets.UTF_8));
        }
        return metadata.toByteArray();
    }

    private static ByteBuffer copy(ByteBuffer in) {
        return in.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer part(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return part;
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(in).toString();
    }

    private static void skip(ByteBuffer in, int wireType) {
        switch (wireType) {
            case EventCodec.VARINT -> varint(in);
            case EventCodec.FIXED64 -> in.getLong();
            case EventCodec.BYTES -> part(in);
            case EventCodec.FIXED32 -> in.getInt();
            default -> throw new BufferUnderflowException();
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
        throw new BufferUnderflowException();
    }

    /** Numbers that become more. */
    private static final class Doubles {
        private double[] values = new double[64];
        private int size;

        void add(double value) {
            if (size >= COLUMNS * MOST_BUCKETS) {
                throw new IllegalArgumentException("The histogram has more than " + MOST_BUCKETS + " buckets");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        void addAll(ByteBuffer in, int width) {
            while (in.hasRemaining()) {
                add(width == Float.BYTES ? in.getFloat() : in.getDouble());
            }
        }
    }
}
