package io.particlearena.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.particlearena.experiment.SpecLayer.PolicyLayer;
import io.particlearena.options.OptionException;
import io.particlearena.options.QuotedText;
import io.particlearena.store.InputFiles;
import io.particlearena.store.IoReason;
import io.particlearena.store.JsonLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Specifications as JSON.
 *
 * <pre>{@code
 * {
 *   "title": "...", "description": "...",
 *   "scenario": "simple_tag", "scenario_options": {"max_episode_len": 25},
 *   "policies": {"good": {"algorithm": "maddpg", "options": {"lr": 0.01}, "loaded_from": ""}},
 *   "assignment": {"adversary 0": "good"},
 *   "opponents": ["good", "good-2"],
 *   "run": {"num_episodes": 25000},
 *   "seed": 1,
 *   "changes": [
 *     {"step": 50000, "policy": "good", "option": "lr", "value": 0.001},
 *     {"step": 60000, "option": "action_noise", "value": 0.1}
 *   ]
 * }
 * }</pre>
 *
 * <p>Every key may be left out; a change without a policy is one of the scenario. Size and depth are limited, and a key that is unknown or given twice is refused, since a
 * file may come from anywhere.
 */
public final class SpecJson {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 10_000;
    /** The keys of a specification. */
    static final Set<String> KEYS = Set.of(
            "title",
            "description",
            "scenario",
            "scenario_options",
            "policies",
            "assignment",
            "opponents",
            "run",
            "seed",
            "changes");

    private static final Set<String> POLICY_KEYS = Set.of("algorithm", "options", "loaded_from");
    private static final Set<String> CHANGE_KEYS = Set.of("step", "policy", "option", "value");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonLimits.factory(MAX_DEPTH, MAX_TEXT)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String source;

    private SpecJson(String source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @throws OptionException with one sentence if it is no specification; its options are checked later, by
     *     {@link SpecDraft}
     */
    public static SpecLayer read(Path file) {
        return parse(bytes(file), file.toString());
    }

    /** The JSON of a file, with the same limits. */
    static JsonNode tree(Path file) {
        return parseTree(bytes(file), file.toString());
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new OptionException("", "The specification " + file + " is a folder, but must be a file.");
            }
            if (!Files.isRegularFile(file)) {
                throw new OptionException("", "There is no specification file " + file + ".");
            }
            return InputFiles.bytes(file, MAX_BYTES);
        } catch (IOException e) {
            throw new OptionException(
                    "", "The specification file " + file + " cannot be read: " + IoReason.of(e) + ".");
        }
    }

    /**
     * Reads a specification.
     *
     * @param json UTF-8
     * @param source what to call it in messages
     */
    static SpecLayer parse(byte[] json, String source) {
        return new SpecJson(source).layer(parseTree(json, source));
    }

    private static JsonNode parseTree(byte[] json, String source) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new OptionException(
                    "", "The specification " + source + " is not valid JSON" + JsonReason.of(e) + ".");
        } catch (NumberFormatException e) {
            // Of an exponent that no number of Java can have.
            throw new OptionException("", "The specification " + source + " holds a number that is too large.");
        } catch (IOException e) {
            throw new OptionException("", "The specification " + source + " cannot be read: " + IoReason.of(e) + ".");
        }
    }

    /**
     * A specification as JSON that names every option, also those at their defaults, so that it keeps its meaning in
     * later versions of the program.
     */
    public static String write(Catalogue catalogue, ExperimentSpec spec) {
        return write(catalogue, "", spec);
    }

    /** The same with a title for people, if that is not empty. */
    static String write(Catalogue catalogue, String title, ExperimentSpec spec) {
        Map<String, Object> policies = new LinkedHashMap<>();
        spec.policies().forEach((name, policy) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("algorithm", policy.algorithm());
            fields.put(
                    "options",
                    Catalogue.complete(catalogue.algorithm(policy.algorithm()).options(), policy.options()));
            fields.put("loaded_from", policy.loadedFrom());
            policies.put(name, fields);
        });
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            fields.put("title", title);
        }
        fields.put("scenario", spec.scenario());
        fields.put(
                "scenario_options",
                Catalogue.complete(catalogue.scenario(spec.scenario()).options(), spec.scenarioOptions()));
        fields.put("policies", policies);
        fields.put("assignment", spec.assignment());
        fields.put("opponents", spec.opponents());
        fields.put("run", Catalogue.RUN_OPTIONS.values(spec.run()));
        fields.put("seed", spec.seed());
        fields.put("changes", changes(spec.changes()));
        return pretty(fields);
    }

    /** Changes as they stand in a specification. */
    private static List<Map<String, Object>> changes(List<OptionChange> changes) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (OptionChange change : changes) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("step", change.step());
            if (!change.ofScenario()) {
                fields.put("policy", change.policy());
            }
            fields.put("option", change.option());
            fields.put("value", change.value());
            list.add(fields);
        }
        return list;
    }

    /** The file {@code changes.json}: a part of a specification. */
    static String writeChanges(List<OptionChange> changes) {
        return pretty(Map.of("changes", changes(changes)));
    }

    /** Any tree of maps, lists, numbers, texts and booleans as indented JSON with a line feed at its end. */
    static String pretty(Map<String, Object> fields) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can always be written as JSON", e);
        }
    }

    /** {@link #pretty} in UTF-8. */
    static byte[] prettyBytes(Map<String, Object> fields) {
        return pretty(fields).getBytes(StandardCharsets.UTF_8);
    }

    private SpecLayer layer(JsonNode root) {
        if (!root.isObject()) {
            throw new OptionException("", "The specification " + source + " must be an object in braces.");
        }
        onlyKeys(root, KEYS, "the specification");
        Map<String, PolicyLayer> policies = new LinkedHashMap<>();
        object(root, "policies").properties().forEach(entry -> {
            JsonNode policy = entry.getValue();
            onlyKeys(policy, POLICY_KEYS, "policy \"" + entry.getKey() + "\"");
            policies.put(
                    entry.getKey(),
                    new PolicyLayer(text(policy, "algorithm"), values(policy, "options"), text(policy, "loaded_from")));
        });
        Map<String, String> assignment = new LinkedHashMap<>();
        JsonNode assigned = object(root, "assignment");
        for (Map.Entry<String, JsonNode> entry : assigned.properties()) {
            String policy = text(assigned, entry.getKey());
            if (policy != null) {
                assignment.put(entry.getKey(), policy);
            }
        }
        String title = text(root, "title");
        String description = text(root, "description");
        return new SpecLayer(
                title == null ? "" : title,
                description == null ? "" : description,
                text(root, "scenario"),
                values(root, "scenario_options"),
                policies,
                assignment,
                names(root, "opponents"),
                values(root, "run"),
                wholeNumber(root, "seed"),
                changes(root));
    }

    private void onlyKeys(JsonNode object, Set<String> allowed, String what) {
        if (!object.isObject()) {
            throw refuse(what + " must be an object in braces");
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!allowed.contains(entry.getKey())) {
                throw refuse(what + " has the unknown key \"" + entry.getKey() + "\"; the keys are "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private static JsonNode missingAsEmpty(JsonNode object, String key) {
        JsonNode node = object.get(key);
        return node == null ? MAPPER.createObjectNode() : node;
    }

    private JsonNode object(JsonNode parent, String key) {
        JsonNode node = missingAsEmpty(parent, key);
        if (!node.isObject()) {
            throw refuse("\"" + key + "\" must be an object in braces");
        }
        return node;
    }

    private @Nullable String text(JsonNode parent, String key) {
        JsonNode node = parent.get(key);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            throw refuse("\"" + key + "\" must be a text in quotes, but is " + node);
        }
        return node.textValue();
    }

    private @Nullable List<String> names(JsonNode parent, String key) {
        JsonNode node = parent.get(key);
        if (node == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode element : node) {
            names.add(element.asText());
        }
        if (!node.isArray() || !names.stream().allMatch(name -> !name.isEmpty())) {
            throw refuse("\"" + key + "\" must be a list of names in brackets");
        }
        return names;
    }

    private @Nullable List<OptionChange> changes(JsonNode root) {
        JsonNode list = root.get("changes");
        if (list == null) {
            return null;
        }
        if (!list.isArray()) {
            throw refuse("\"changes\" must be a list in brackets");
        }
        List<OptionChange> changes = new ArrayList<>();
        for (JsonNode node : list) {
            onlyKeys(node, CHANGE_KEYS, "a change");
            Long step = wholeNumber(node, "step");
            String policy = text(node, "policy");
            String option = text(node, "option");
            JsonNode value = node.get("value");
            if (step == null || option == null || value == null) {
                throw refuse("a change lacks one of the keys step, option and value");
            }
            changes.add(new OptionChange(step, policy == null ? "" : policy, option, value(option, value)));
        }
        return changes;
    }

    private @Nullable Long wholeNumber(JsonNode parent, String key) {
        JsonNode node = parent.get(key);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new OptionException(
                    key,
                    "In the specification " + source + " the " + key + " is " + node + ", but must be a whole number.");
        }
        return node.longValue();
    }

    private Map<String, Object> values(JsonNode parent, String key) {
        Map<String, Object> values = new LinkedHashMap<>();
        object(parent, key)
                .properties()
                .forEach(entry -> values.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        return values;
    }

    private Object value(String key, JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            return new QuotedText(node.textValue());
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(key, element)));
            return list;
        }
        throw refuse("option \"" + key + "\" is " + node + ", but must be a number, a text, true, false or a list");
    }

    private OptionException refuse(String what) {
        return new OptionException("", "In the specification " + source + " " + what + ".");
    }
}
