package io.particlearena.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a specification: what one file, or the flags of one command, say. {@link SpecDraft} lays several over each
 * other.
 *
 * @param title a title for people; empty if none
 * @param description a description for people; empty if none
 * @param scenario the scenario; null if this layer does not say
 * @param scenarioOptions options of the scenario by key
 * @param policies policies by name
 * @param assignment the policy's name by agent name
 * @param opponents the policies that take turns; null if this layer does not say
 * @param run options of the run by key
 * @param seed the seed; null if this layer does not say
 * @param changes the options that change while the run trains, not checked yet; null if this layer does not say
 */
public record SpecLayer(
        String title,
        String description,
        @Nullable String scenario,
        Map<String, Object> scenarioOptions,
        Map<String, PolicyLayer> policies,
        Map<String, String> assignment,
        @Nullable List<String> opponents,
        Map<String, Object> run,
        @Nullable Long seed,
        @Nullable List<OptionChange> changes) {

    public SpecLayer {
        scenarioOptions = Collections.unmodifiableMap(new LinkedHashMap<>(scenarioOptions));
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
        assignment = Collections.unmodifiableMap(new LinkedHashMap<>(assignment));
        opponents = opponents == null ? null : List.copyOf(opponents);
        run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
        changes = changes == null ? null : List.copyOf(changes);
    }

    /**
     * What a layer says of one policy.
     *
     * @param algorithm its algorithm; null if this layer does not say
     * @param options its options by key
     * @param loadedFrom see {@link PolicySpec#loadedFrom}; null if this layer does not say
     */
    public record PolicyLayer(
            @Nullable String algorithm,
            Map<String, Object> options,
            @Nullable String loadedFrom) {
        public PolicyLayer {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }
}
