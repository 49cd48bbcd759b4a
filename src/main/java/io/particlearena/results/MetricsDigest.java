package io.particlearena.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One number for all that a run measured, equal for two runs exactly if tag, step and value of every metric agree, but for
 * those that depend on the clock.
 *
 * <p>SHA-256 over the values in the order of the event file, those beyond a resumed checkpoint left out, each as uint32
 * length of the tag in bytes, the tag in UTF-8, int64 step, float32 value (every NaN as {@code 0x7fc00000}), all
 * little-endian. It is computed from the file, so anyone can repeat it. The file is read twice, since a long run's
 * values do not fit into memory.
 */
public final class MetricsDigest {

    private MetricsDigest() {}

    /** The digest of a run's folder as 64 hexadecimal digits. */
    public static String of(Path folder) throws IOException {
        List<Path> files = EventFiles.list(folder);
        Starts starts = new Starts();
        for (Path file : files) {
            EventReader.read(file, starts);
        }
        Values values = new Values(starts.steps);
        for (Path file : files) {
            EventReader.read(file, values);
        }
        return HexFormat.of().formatHex(values.sha256.digest());
    }

    /** The steps at which sessions start, in the order of the files. */
    private static final class Starts implements EventSink {
        private final List<Long> steps = new ArrayList<>();

        @Override
        public void scalar(double wallTime, long step, String tag, float value) {}

        @Override
        public void sessionStart(double wallTime, long step) {
            steps.add(step);
        }
    }

    /** Digests the values that no later session start makes void. */
    private static final class Values implements EventSink {
        private final MessageDigest sha256 = Digests.sha256();

        /** By the number of sessions that have started: from this step on, values are void. */
        private final long[] voidFrom;

        private final Map<String, Tag> tags = new HashMap<>();
        private int started;

        Values(List<Long> starts) {
            voidFrom = new long[starts.size() + 1];
            voidFrom[starts.size()] = Long.MAX_VALUE;
            for (int i = starts.size() - 1; i >= 0; i--) {
                voidFrom[i] = Math.min(starts.get(i), voidFrom[i + 1]);
            }
        }

        @Override
        public void scalar(double wallTime, long step, String tag, float value) {
            boolean isVoid = started < voidFrom.length - 1 && step >= voidFrom[started];
            Tag known = tags.computeIfAbsent(tag, Tag::of);
            if (!isVoid && !known.timing()) {
                ByteBuffer bytes = known.room().clear().position(known.length());
                bytes.putLong(step).putInt(Float.floatToIntBits(value));
                sha256.update(bytes.flip());
            }
        }

        @Override
        public void sessionStart(double wallTime, long step) {
            started++;
        }
    }

    /**
     * What is the same for all values of a metric.
     *
     * @param timing whether it depends on the clock
     * @param room begins with the length of the tag and the tag, after which a value has room
     * @param length of that beginning
     */
    private record Tag(boolean timing, ByteBuffer room, int length) {

        static Tag of(String tag) {
            byte[] text = tag.getBytes(StandardCharsets.UTF_8);
            int length = Integer.BYTES + text.length;
            ByteBuffer room = ByteBuffer.allocate(length + Long.BYTES + Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(text.length)
                    .put(text);
            return new Tag(MetricDictionary.isTiming(tag), room, length);
        }
    }
}
