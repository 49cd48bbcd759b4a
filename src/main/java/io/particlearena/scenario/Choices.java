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

    /**
     * Compares points that follow from the beginning with those recorded, if they are.
     *
     * @throws IllegalArgumentException if they differ
     */
    void comparePoints(String name, double[] x, double[] y) {
        if (!values.containsKey(name)) {
            return;
        }
        boolean same = values.get(name) instanceof List<?> list && list.size() == x.length;
        for (int i = 0; same && i < x.length; i++) {
            same = values.get(name) instanceof List<?> list
                    && list.get(i) instanceof List<?> point
                    && point.size() == 2
                    && isNear(point.get(0), x[i])
                    && isNear(point.get(1), y[i]);
        }
        if (!same) {
            throw new IllegalArgumentException("The recording's choices have other \"" + name + "\" than the "
                    + x.length + " points that follow from its beginning.");
        }
    }

    private static boolean isNear(@Nullable Object recorded, double computed) {
        return recorded instanceof Number number
                && Math.abs(number.doubleValue() - computed) <= GoldenTrajectory.TOLERANCE;
    }

    private static int number(String name, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("The recording's choices have no number \"" + name + "\".");
    }
}
