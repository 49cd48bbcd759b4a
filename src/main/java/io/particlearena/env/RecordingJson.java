package io.particlearena.env;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.particlearena.store.JsonLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of an episode recording that are JSON: options, names and signals. */
final class RecordingJson {

    private static final ObjectMapper JSON = JsonLimits.mapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private RecordingJson() {}

    /** An unmodifiable copy that keeps the order. */
    static Map<String, Object> copy(Map<String, Object> options) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an option is of no kind that JSON knows", e);
        }
    }

    static Map<String, Object> readOptions(String json) {
        try {
            Map<String, Object> options = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (options == null || options.containsValue(null)) {
                throw new IllegalArgumentException("its options are incomplete");
            }
            return options;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its options are not JSON", e);
        }
    }

    static List<String> readTexts(String json) {
        try {
            List<String> texts = JSON.readValue(json, new TypeReference<List<String>>() {});
            if (texts == null || texts.contains(null)) {
                throw new IllegalArgumentException("a list of names is incomplete");
            }
            return texts;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a list of names is not JSON", e);
        }
    }

    static byte[] writeSignals(List<List<List<Signal>>> signals) {
        try {
            return JSON.writeValueAsBytes(signals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Signals can always be written as JSON", e);
        }
    }

    static List<List<List<Signal>>> readSignals(byte[] json, int steps, int agents) {
        try {
            JsonNode root = JSON.readTree(json);
            List<List<List<Signal>>> signals = new ArrayList<>();
            for (JsonNode step : root) {
                List<List<Signal>> ofStep = new ArrayList<>();
                for (JsonNode agent : step) {
                    List<Signal> ofAgent = new ArrayList<>();
                    for (JsonNode signal : agent) {
                        ofAgent.add(signal(signal));
                    }
                    ofStep.add(List.copyOf(ofAgent));
                }
                if (ofStep.size() != agents) {
                    throw new IllegalArgumentException("its signals do not fit its agents");
                }
                signals.add(List.copyOf(ofStep));
            }
            if (signals.size() != steps) {
                throw new IllegalArgumentException("its signals do not fit its steps");
            }
            return signals;
        } catch (IOException e) {
            throw new IllegalArgumentException("its signals are not JSON", e);
        }
    }

    private static Signal signal(JsonNode node) {
        List<Double> values = new ArrayList<>();
        for (JsonNode value : node.path("values")) {
            // Numbers that JSON does not have are written as texts, as Java prints them.
            values.add(value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue());
        }
        return new Signal(
                node.path("name").asText(),
                Signal.Kind.valueOf(node.path("kind").asText()),
                node.path("about").intValue(),
                values);
    }
}
