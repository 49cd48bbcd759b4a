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
 * little-endian. It is computed from the file, so anyone can repeat it.
 */
public final class MetricsDigest {

    private record Point(String tag, long step, float value) {}

    private MetricsDigest() {}

    /** The digest of a run's folder as 64 hexadecimal digits. */
    public static String of(Path folder) throws IOException {
        Points points = new Points();
        for (Path file : EventFiles.list(folder)) {
            EventReader.read(file, points);
        }
        MessageDigest sha256 = Digests.sha256();
        for (Point point : points.kept) {
            byte[] tag = point.tag().getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + tag.length + Long.BYTES + Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(tag.length)
                    .put(tag)
                    .putLong(point.step())
                    .putInt(Float.floatToIntBits(point.value()));
            sha256.update(bytes.flip());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static final class Points implements EventSink {
        private final List<Point> kept = new ArrayList<>();

        /** Looking every value's tag up in the dictionary would cost more than all the rest. */
        private final Map<String, Boolean> timing = new HashMap<>();

        @Override
        public void scalar(double wallTime, long step, String tag, float value) {
            if (!timing.computeIfAbsent(tag, MetricDictionary::isTiming)) {
                kept.add(new Point(tag, step, value));
            }
        }

        @Override
        public void sessionStart(double wallTime, long step) {
            kept.removeIf(point -> point.step() >= step);
        }
    }
}
