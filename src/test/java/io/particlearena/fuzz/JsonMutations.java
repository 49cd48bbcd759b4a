package io.particlearena.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes of a JSON text's values, keys and order, and of the text itself. */
public final class JsonMutations {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands in a tree for a text that no tree can hold. */
    private static final String PLACE = "the-place-of-a-raw-text";

    private static final List<String> RAW = List.of(
            "null",
            "true",
            "false",
            "-1",
            "0",
            "1",
            "2",
            "7",
            "0.5",
            "-0.0",
            "1e400",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "-Infinity",
            "2147483647",
            "-2147483648",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e999999999",
            "1e-999999999",
            "1e99999999999",
            "-1e2147483647",
            "1".repeat(900),
            "9".repeat(5_000),
            "0." + "3".repeat(900),
            "\"\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1\"",
            "\"true\"",
            "\"../../canary.txt\"",
            "\"../canary.txt\"",
            "\"/etc/passwd\"",
            "\"/\"",
            "\"..\"",
            "\".\"",
            "\"C:\\\\canary.txt\"",
            "\"C:canary\"",
            "\"\\\\\\\\host\\\\share\"",
            "\"a\\u0000b\"",
            "\"a\\nb\"",
            "\"a\\u001b[31mb\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"" + "x".repeat(3_000) + "\"",
            "\"" + "y".repeat(200_000) + "\"",
            "\"\ufeff\"",
            "\"CON\"",
            "\"%s%n\"",
            "\"${jndi:ldap://localhost/a}\"",
            "\"io.particlearena.fuzz.Bait\"",
            "[\"java.util.ArrayList\", []]",
            "{\"@class\": \"io.particlearena.fuzz.Bait\"}",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "[\"\"]",
            "{\"\": null}",
            "{\"a\": 1, \"a\": 2}",
            "[".repeat(60) + "]".repeat(60),
            "[".repeat(1_500) + "]".repeat(1_500),
            "{\"a\":".repeat(90) + "1" + "}".repeat(90),
            "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
            "[".repeat(100_000),
            "[" + "[],".repeat(30_000) + "[]]",
            "[" + "0,".repeat(30_000) + "0]",
            "{\"" + "k".repeat(60_000) + "\": 1}");

    private static final List<String> KEYS = List.of(
            "",
            "..",
            "../../canary",
            "/etc/passwd",
            "C:\\x",
            "a\u0000b",
            "a\nb",
            "\ud800",
            "k".repeat(300),
            "k".repeat(9_000),
            "@class",
            "@type",
            "__proto__",
            "format",
            "seed",
            "good",
            "unknown_key");

    private JsonMutations() {}

    /** One change of the tree, of the text, or of its bytes. */
    public static byte[] any(byte[] whole, SplittableRandom random) throws IOException {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return ByteMutations.any(whole, random);
        }
        return kind == 1 ? text(whole, random) : tree(whole, random);
    }

    /** One or two changes of the tree. */
    private static byte[] tree(byte[] whole, SplittableRandom random) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(whole);
        } catch (JsonProcessingException e) {
            // An earlier change left no JSON.
            return ByteMutations.any(whole, random);
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            change(root, random, String.valueOf(random.nextInt(1_000)));
        }
        change(root, random, PLACE);
        String raw = RAW.get(random.nextInt(RAW.size()));
        return JSON.writeValueAsString(root).replace("\"" + PLACE + "\"", raw).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(byte[] whole, SplittableRandom random) {
        if (whole.length < 4) {
            return ByteMutations.any(whole, random);
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        return switch (random.nextInt(9)) {
            case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> new byte[0];
            case 4 -> RAW.get(random.nextInt(RAW.size())).getBytes(StandardCharsets.UTF_8);
            case 5 -> (text + " " + text).getBytes(StandardCharsets.UTF_8);
            case 6 -> (text + " ".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
            case 7 -> text.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
            default -> {
                byte[] bytes = whole.clone();
                byte[] wrong = {(byte) 0xc0, (byte) 0xaf, (byte) 0xff};
                System.arraycopy(wrong, 0, bytes, random.nextInt(bytes.length - 3), 3);
                yield bytes;
            }
        };
    }

    private static void change(JsonNode root, SplittableRandom random, String text) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object) {
            changeObject(object, random, text);
        } else if (chosen instanceof ArrayNode array) {
            changeArray(array, random, text);
        }
    }

    private static void changeObject(ObjectNode object, SplittableRandom random, String text) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String other = KEYS.get(random.nextInt(KEYS.size()));
        if (keys.isEmpty()) {
            object.put(other, text);
            return;
        }
        String key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(other, object.remove(key));
            case 2 -> object.put(other, text);
            case 3 ->
                object.set(
                        key, object.get(keys.get(random.nextInt(keys.size()))).deepCopy());
            default -> object.put(key, text);
        }
    }

    private static void changeArray(ArrayNode array, SplittableRandom random, String text) {
        if (array.isEmpty()) {
            array.add(text);
            return;
        }
        int at = random.nextInt(array.size());
        switch (random.nextInt(6)) {
            case 0 -> array.remove(at);
            case 1 -> {
                JsonNode copied = array.get(at);
                for (int i = random.nextInt(20); i >= 0; i--) {
                    array.insert(at, copied.deepCopy());
                }
            }
            case 2 -> {
                JsonNode last = array.remove(array.size() - 1);
                array.insert(at > array.size() ? 0 : at, last);
            }
            default -> array.set(at, array.textNode(text));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
