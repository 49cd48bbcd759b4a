package io.particlearena.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn at the beginning of a recorded episode, by name.
 *
 * @param values numbers and lists, as in the recording
 */
record Choices(Map<String, ?> values) {

    /** An index. */
    int index(String name) {
        return number(name, values.get(name));
    }

    /** The element of a list of indices. */
    int index(String name, int element) {
        if (values.get(name) instanceof List<?> list && element < list.size()) {
            return number(name, list.get(element));
        }
        throw new IllegalArgumentException(
                "The recording's choices have no list \"" + name + "\" with an element " + element + ".");
    }

    private static int number(String name, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("The recording's choices have no number \"" + name + "\".");
    }
}
