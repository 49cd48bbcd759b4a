package io.particlearena.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a {@link StateFile}: the scalars themselves, and type, length, offset and checksum of every array.
 *
 * <p>Form: {@code {"format": "particle-arena-state", "state": STATE}} where a STATE is {@code {"values": {NAME: VALUE},
 * "parts": {NAME: STATE}}} and a VALUE {@code {"type": "int64", "value": 5}} or {@code {"type": "float32[]", "length": 3,
 * "offset": 0, "crc32c": "0a1b2c3d"}}. Offsets count from the first byte after the header's checksum; arrays follow each
 * other in the order of the header without gaps. A float64 that JSON cannot express is written as {@code "NaN"},
 * {@code "Infinity"} or {@code "-Infinity"}.
 */
final class StateHeader {

    private static final String FORMAT = "particle-arena-state";
    private static final ObjectMapper JSON = JsonLimits.mapper();

    /** An array that the header describes. */
    record ArrayEntry(MemoryState owner, String name, ValueType type, int length, int checksum) {
        long bytes() {
            return (long) length * type.elementBytes();
        }
    }

    private StateHeader() {}

    /** Describes a state; the arrays are added to a list in the order in which they must be written. */
    static byte[] encode(MemoryState state, List<Object> arrays) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        encode(state, root.putObject("state"), arrays, new long[1]);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can always be written", e);
        }
    }

    private static void encode(MemoryState state, ObjectNode node, List<Object> arrays, long[] offset) {
        ObjectNode values = node.putObject("values");
        state.values().forEach((name, value) -> {
            ValueType type = ValueType.of(value);
            ObjectNode entry = values.putObject(name).put("type", type.label());
            if (type.isArray()) {
                int length = RawArrays.length(value);
                entry.put("length", length).put("offset", offset[0]);
                entry.put("crc32c", HexFormat.of().toHexDigits(RawArrays.checksum(value)));
                offset[0] += (long) length * type.elementBytes();
                arrays.add(value);
            } else if (value instanceof Long number) {
                entry.put("value", number);
            } else if (value instanceof Double number && Double.isFinite(number)) {
                entry.put("value", number);
            } else {
                entry.put("value", value.toString());
            }
        });
        ObjectNode parts = node.putObject("parts");
        state.parts().forEach((name, part) -> encode(part, parts.putObject(name), arrays, offset));
    }

    /**
     * Rebuilds a state without its arrays, which are given in the order in which they follow.
     *
     * @throws IOException if the header is not as {@link #encode} writes it; the message says how
     */
    static MemoryState decode(byte[] header, List<ArrayEntry> arrays) throws IOException {
        JsonNode root = JSON.readTree(header);
        if (!FORMAT.equals(root.path("format").asText())) {
            throw new IOException("it has no format \"" + FORMAT + "\"");
        }
        MemoryState state = new MemoryState();
        long[] offset = new long[1];
        try {
            decode(root.path("state"), state, arrays, offset);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return state;
    }

    private static void decode(JsonNode node, MemoryState state, List<ArrayEntry> arrays, long[] offset)
            throws IOException {
        if (!node.path("values").isObject() || !node.path("parts").isObject()) {
            throw new IOException("a state lacks its values or parts");
        }
        for (Map.Entry<String, JsonNode> field : node.path("values").properties()) {
            ValueType type = ValueType.named(field.getValue().path("type").asText())
                    .orElseThrow(() -> new IOException("\"" + field.getKey() + "\" has no known type"));
            if (type.isArray()) {
                ArrayEntry entry = array(field.getKey(), type, field.getValue(), state, offset[0]);
                offset[0] += entry.bytes();
                arrays.add(entry);
            } else {
                state.adopt(
                        field.getKey(),
                        scalar(field.getKey(), type, field.getValue().path("value")));
            }
        }
        for (Map.Entry<String, JsonNode> field : node.path("parts").properties()) {
            decode(field.getValue(), state.child(field.getKey()), arrays, offset);
        }
    }

    private static ArrayEntry array(String name, ValueType type, JsonNode node, MemoryState owner, long offset)
            throws IOException {
        JsonNode length = node.path("length");
        if (!length.isInt() || length.intValue() < 0) {
            throw new IOException("array \"" + name + "\" has no usable length");
        }
        if (node.path("offset").asLong(-1) != offset) {
            throw new IOException("array \"" + name + "\" is not where the one before it ends");
        }
        try {
            int checksum = HexFormat.fromHexDigits(node.path("crc32c").asText());
            return new ArrayEntry(owner, name, type, length.intValue(), checksum);
        } catch (IllegalArgumentException e) {
            throw new IOException("array \"" + name + "\" has no usable checksum", e);
        }
    }

    private static Object scalar(String name, ValueType type, JsonNode value) throws IOException {
        if (type == ValueType.INT64 && value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (type == ValueType.FLOAT64 && value.isNumber()) {
            return value.doubleValue();
        }
        if (type == ValueType.FLOAT64 && value.isTextual()) {
            return switch (value.textValue()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw new IOException("\"" + name + "\" is not a number");
            };
        }
        if (type == ValueType.TEXT && value.isTextual()) {
            return value.textValue();
        }
        throw new IOException("\"" + name + "\" is not of its type " + type.label());
    }
}
