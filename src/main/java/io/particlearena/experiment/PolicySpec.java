package io.particlearena.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A policy as a specification describes it.
 *
 * @param algorithm a name of the catalogue of algorithms
 * @param options the options that differ from their defaults, by key
 * @param loadedFrom the name or folder of an earlier run whose policy of the same name is taken over before the first
 *     step; empty for a policy that begins untrained
 */
public record PolicySpec(String algorithm, Map<String, Object> options, String loadedFrom) {
    public PolicySpec {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A policy that begins untrained. */
    public PolicySpec(String algorithm, Map<String, Object> options) {
        this(algorithm, options, "");
    }
}
