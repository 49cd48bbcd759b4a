package io.particlearena.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The values of a specification as texts by their place in it, so that runs can be found and grouped by any of them. */
final class SpecOptions {

    private SpecOptions() {}

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
