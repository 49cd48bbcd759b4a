package io.particlearena.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.particlearena.store.JsonLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The values of a specification as texts by their place in it, so that runs can be found and grouped by any of them. */
public final class SpecOptions {

    private static final JsonMapper JSON = JsonLimits.mapper();

    private SpecOptions() {}

    /**
     * The values of a specification in JSON, as {@link RunListing#options} has them.
     *
     * @throws IllegalArgumentException if the text is no JSON
     */
    public static Map<String, String> of(String json) {
        try {
            return flatten(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The specification is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The values; the options of a policy stand beside its algorithm, as in {@code policies.good.lr}. */
    static Map<String, String> flatten(JsonNode spec) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : spec.properties()) {
            if (entry.getKey().equals("policies")) {
                entry.getValue().properties().forEach(policy -> policy(policy, options));
            } else {
                put(entry.getKey(), entry.getValue(), options);
            }
        }
        return options;
    }

    private static void policy(Map.Entry<String, JsonNode> policy, Map<String, String> options) {
        String place = "policies." + policy.getKey();
        for (Map.Entry<String, JsonNode> entry : policy.getValue().properties()) {
            boolean unfolded = entry.getKey().equals("options");
            put(unfolded ? place : place + "." + entry.getKey(), entry.getValue(), options);
        }
    }

    private static void put(String place, JsonNode value, Map<String, String> options) {
        if (value.isObject()) {
            value.properties().forEach(entry -> put(place + "." + entry.getKey(), entry.getValue(), options));
        } else if (value.isArray()) {
            options.put(
                    place,
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(",")));
        } else {
            options.put(place, value.asText());
        }
    }
}
