package io.particlearena.algo.parts;

import io.particlearena.options.OptionSchema;
import java.util.Map;

/**
 * A line of the catalogue of algorithms.
 *
 * @param name the name by which specifications call it, for example {@code maddpg}
 * @param title a title for people
 * @param description one or two sentences for people
 * @param options what can be set
 * @param usesReplay whether it samples from the shared replay buffer
 * @param factory makes a policy
 * @param <O> its record of options
 */
public record AlgorithmEntry<O extends Record>(
        String name,
        String title,
        String description,
        OptionSchema<O> options,
        boolean usesReplay,
        Factory<O> factory) {

    /** Makes a policy that has learned nothing yet. */
    @FunctionalInterface
    public interface Factory<O extends Record> {
        Policy create(O options, PolicyContext context);
    }

    /**
     * Makes a policy from plain option values.
     *
     * @throws io.particlearena.options.OptionException if a value is not allowed
     */
    public Policy create(Map<String, ?> values, PolicyContext context) {
        return factory.create(options.parse(values), context);
    }
}
