package io.particlearena.algo.parts;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A record of options of which some may change while training. What changed, and only that, is part of the state: a resumed
 * run goes on with it, and a policy that begins from an earlier run's weights has the options that it was created with.
 *
 * @param <O> the record of options
 */
public final class LiveOptions<O extends Record> implements Stateful {

    private final OptionSchema<O> schema;
    private final O initial;
    private O current;

    public LiveOptions(OptionSchema<O> schema, O initial) {
        this.schema = schema;
        this.initial = initial;
        this.current = initial;
    }

    /** The options as they are now. */
    public O current() {
        return current;
    }

    /** The values as they are now, by key. */
    public Map<String, Object> values() {
        return schema.values(current);
    }

    /**
     * Changes an option that its declaration calls live.
     *
     * @throws OptionException if there is no such option, it is not live, or the value is not allowed
     */
    public void change(String option, Object value) {
        if (!schema.find(option).map(OptionDescriptor::live).orElse(false)) {
            String live = schema.options().stream()
                    .filter(OptionDescriptor::live)
                    .map(OptionDescriptor::key)
                    .collect(Collectors.joining(", "));
            throw new OptionException(
                    option, "Option " + option + " cannot change while training; those that can are " + live + ".");
        }
        Map<String, Object> values = new HashMap<>(schema.values(current));
        values.put(option, value);
        current = schema.parse(values);
    }

    @Override
    public void save(StateWriter out) {
        Map<String, Object> first = schema.values(initial);
        Map<String, Object> values = schema.values(current);
        for (OptionDescriptor option : schema.options()) {
            Object value = values.get(option.key());
            if (!Objects.equals(value, first.get(option.key()))) {
                out.putString(option.key(), String.valueOf(value));
            }
        }
    }

    @Override
    public void load(StateReader in) {
        Map<String, Object> values = new HashMap<>(schema.values(initial));
        for (OptionDescriptor option : schema.options()) {
            if (option.live() && in.has(option.key())) {
                values.put(option.key(), in.getString(option.key()));
            }
        }
        current = schema.parse(values);
    }
}
