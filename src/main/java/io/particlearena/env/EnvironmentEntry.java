package io.particlearena.env;

import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionSchema;
import java.util.Map;

/**
 * A line of a catalogue of environments.
 *
 * @param name the name by which specifications call it, for example {@code simple_tag}
 * @param title a title for people, for example {@code Predator and prey}
 * @param description one or two sentences for people
 * @param options what can be set
 * @param factory makes one
 * @param <O> its record of options
 */
public record EnvironmentEntry<O extends Record>(
        String name, String title, String description, OptionSchema<O> options, Factory<O> factory) {

    /** Makes an environment that draws from the given stream. */
    @FunctionalInterface
    public interface Factory<O extends Record> {
        Environment create(O options, RandomStream random);
    }

    /**
     * Makes an environment from plain option values.
     *
     * @throws io.particlearena.options.OptionException if a value is not allowed
     */
    public Environment create(Map<String, ?> values, RandomStream random) {
        return factory.create(options.parse(values), random);
    }
}
