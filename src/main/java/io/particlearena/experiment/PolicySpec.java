package io.particlearena.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A policy as a specification describes it.
 *
 * @param algorithm a name of the catalogue of algorithms
 * @param options the options that differ from their defaults, by key
 */
public record PolicySpec(String algorithm, Map<String, Object> options) {
    public PolicySpec {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
