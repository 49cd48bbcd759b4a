package io.particlearena.options;

import java.util.List;

/**
 * All there is to know about one option, for forms, flags and documents.
 *
 * @param key the JSON key, snake case
 * @param group the heading under which it appears
 * @param type the kind of value
 * @param help one sentence
 * @param unit the unit of a number, or an empty text
 * @param min the smallest number allowed, negative infinity if unbounded
 * @param max the largest number allowed, positive infinity if unbounded
 * @param choices the texts allowed; empty if free
 * @param defaultValue the default as a JSON-like value: Long, Double, Boolean, String or List of String
 * @param formerName the option's name in the programs that users come from, or an empty text
 * @param live whether it may change while training
 * @param shapesNetworks whether a policy taken over from an earlier run keeps its value
 */
public record OptionDescriptor(
        String key,
        String group,
        OptionType type,
        String help,
        String unit,
        double min,
        double max,
        List<String> choices,
        Object defaultValue,
        String formerName,
        boolean live,
        boolean shapesNetworks) {

    /** The flag on the command line, for example {@code --max-episode-len}. */
    public String flag() {
        return "--" + key.replace('_', '-');
    }

    /** The name for people, for example {@code Maximum episode length}. */
    public String label() {
        return Labels.of(key);
    }

    /** What is allowed, for people, for example {@code a whole number from 1 to 10}. */
    public String allowed() {
        return OptionValues.allowed(this);
    }

    /**
     * The value in the option's own type: Long, Double, Boolean, String or List of String.
     *
     * @param value a number, a boolean, a list or a text as on the command line
     * @throws OptionException with one sentence if the value is not allowed
     */
    public Object check(Object value) {
        return OptionValues.check(this, value);
    }
}
