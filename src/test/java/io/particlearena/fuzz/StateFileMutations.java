package io.particlearena.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Changes of a state file's header and arrays with checksums, offsets and lengths that fit them, and without. */
public final class StateFileMutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREFIX_BYTES = 16;

    private static final double[] NUMBERS = {
        0,
        1,
        -1,
        1e300,
        -1e300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.MIN_VALUE,
        Integer.MAX_VALUE,
        Long.MAX_VALUE
    };

    private static final long[] WHOLE_NUMBERS = {
        0,
        1,
        -1,
        2,
        3,
        5,
        1000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 20
    };

    private static final List<String> TEXTS = List.of(
            "",
            "../../canary.txt",
            "../canary.txt",
            "/etc/passwd",
            "C:\\canary",
            "a\u0000b",
            "a\nb",
            "null",
            "[]",
            "{}",
            "[null]",
            "[1]",
            "{\"a\": null}",
            "[".repeat(80),
            "x".repeat(50_000),
            "NaN",
            "simple",
            "000001",
            "../000001");

    private StateFileMutations() {}

    /** One change; in most cases all checksums are right afterwards. */
    public static byte[] any(byte[] whole, SplittableRandom random) throws IOException {
        if (random.nextInt(10) == 0) {
            return ByteMutations.any(whole, random);
        }
        ByteBuffer in = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int headerBytes = in.getInt(12);
        byte[] header = Arrays.copyOfRange(whole, PREFIX_BYTES, PREFIX_BYTES + headerBytes);
        byte[] arrays = Arrays.copyOfRange(whole, PREFIX_BYTES + headerBytes + Integer.BYTES, whole.length);
        if (random.nextInt(4) == 0) {
            return joined(whole, JsonMutations.any(header, random), arrays);
        }
        JsonNode root = JSON.readTree(header);
        for (int i = random.nextInt(3); i >= 0; i--) {
            arrays = change(root, arrays, random);
        }
        return joined(whole, JSON.writeValueAsBytes(root), arrays);
    }

    private static byte[] joined(byte[] whole, byte[] header, byte[] arrays) {
        ByteBuffer out = ByteBuffer.allocate(PREFIX_BYTES + header.length + Integer.BYTES + arrays.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(whole, 0, 12).putInt(header.length).put(header);
        CRC32C crc = new CRC32C();
        crc.update(out.array(), 0, out.position());
        return out.putInt((int) crc.getValue()).put(arrays).array();
    }

    /** Changes a value, or leaves a value or a part out, and brings lengths, offsets and checksums up to date. */
    private static byte[] change(JsonNode root, byte[] arrays, SplittableRandom random) throws IOException {
        List<ObjectNode> owners = new ArrayList<>();
        collect(root.get("state"), owners);
        ObjectNode owner = owners.get(random.nextInt(owners.size()));
        List<String> names = new ArrayList<>();
        owner.fieldNames().forEachRemaining(names::add);
        @Nullable ObjectNode chosen = null;
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            chosen = (ObjectNode) owner.get(name);
            if (random.nextInt(12) == 0) {
                owner.remove(name);
            } else if (chosen.has("value")) {
                changeScalar(chosen, random);
            }
        }
        return rewritten(root.get("state"), arrays, chosen, random);
    }

    private static void collect(JsonNode state, List<ObjectNode> owners) {
        owners.add((ObjectNode) state.get("values"));
        if (!state.get("parts").isEmpty()) {
            owners.add((ObjectNode) state.get("values"));
            state.get("parts").forEach(part -> collect(part, owners));
        }
    }

    private static void changeScalar(ObjectNode entry, SplittableRandom random) throws IOException {
        switch (entry.get("type").asText()) {
            case "int64" -> {
                long near = entry.get("value").asLong() + random.nextInt(-2, 3);
                entry.put("value", random.nextInt(3) == 0 ? near : WHOLE_NUMBERS[random.nextInt(WHOLE_NUMBERS.length)]);
            }
            case "float64" -> {
                double number = NUMBERS[random.nextInt(NUMBERS.length)];
                if (Double.isFinite(number)) {
                    entry.put("value", number);
                } else {
                    entry.put("value", Double.toString(number));
                }
            }
            default -> {
                String text = entry.get("value").asText();
                boolean json = text.startsWith("{") || text.startsWith("[");
                entry.put(
                        "value",
                        json && random.nextInt(4) > 0
                                ? new String(
                                        JsonMutations.any(text.getBytes(StandardCharsets.UTF_8), random),
                                        StandardCharsets.UTF_8)
                                : TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
    }

    private static byte[] rewritten(JsonNode state, byte[] arrays, @Nullable ObjectNode chosen, SplittableRandom random)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rewrite(state, arrays, chosen, random, out);
        return out.toByteArray();
    }

    @SuppressWarnings("ReferenceEquality") // The chosen entry itself is meant; others may look the same.
    private static void rewrite(
            JsonNode state,
            byte[] arrays,
            @Nullable ObjectNode chosen,
            SplittableRandom random,
            ByteArrayOutputStream out)
            throws IOException {
        for (JsonNode each : state.get("values")) {
            if (each.has("length")) {
                ObjectNode entry = (ObjectNode) each;
                int width = width(entry.get("type").asText());
                int from = entry.get("offset").asInt();
                byte[] bytes = Arrays.copyOfRange(
                        arrays, from, from + entry.get("length").asInt() * width);
                byte[] content = entry == chosen ? changed(bytes, width, random) : bytes;
                CRC32C crc = new CRC32C();
                crc.update(content);
                entry.put("length", content.length / width).put("offset", out.size());
                entry.put("crc32c", HexFormat.of().toHexDigits((int) crc.getValue()));
                out.write(content);
            }
        }
        for (JsonNode part : state.get("parts")) {
            rewrite(part, arrays, chosen, random, out);
        }
    }

    private static byte[] changed(byte[] array, int width, SplittableRandom random) throws IOException {
        boolean json = width == 1 && array.length > 1 && array[0] == '[';
        if (json && random.nextInt(4) > 0) {
            return JsonMutations.any(array, random);
        }
        if (width == Long.BYTES && array.length > 0 && random.nextBoolean()) {
            byte[] copy = array.clone();
            long number = random.nextBoolean()
                    ? WHOLE_NUMBERS[random.nextInt(WHOLE_NUMBERS.length)]
                    : Double.doubleToRawLongBits(NUMBERS[random.nextInt(NUMBERS.length)]);
            ByteBuffer.wrap(copy)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(random.nextInt(copy.length / width) * width, number);
            return copy;
        }
        byte[] bytes = ByteMutations.any(array, random);
        return Arrays.copyOf(bytes, bytes.length / width * width);
    }

    private static int width(String type) {
        return switch (type) {
            case "uint8[]" -> 1;
            case "float32[]" -> Float.BYTES;
            case "int64[]", "float64[]" -> Long.BYTES;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
