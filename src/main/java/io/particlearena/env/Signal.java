package io.particlearena.env;

import java.util.Arrays;
import java.util.List;

/**
 * A named value that an agent emits while acting, for recordings and views, which need only know its kind.
 *
 * @param name unique for the agent, for example {@code q_value}
 * @param kind how to read the values
 * @param about for a distribution, or what belongs to a model of an agent, that agent's seat; -1 otherwise
 * @param values the numbers
 */
public record Signal(String name, Kind kind, int about, List<Double> values) {

    /** The kinds that views know how to show. */
    public enum Kind {
        /** Probabilities over an agent's action. */
        DISTRIBUTION,
        VECTOR,
        SCALAR,
        IMAGE
    }

    public Signal {
        values = List.copyOf(values);
    }

    /** One number that belongs to no other agent. */
    public static Signal scalar(String name, double value) {
        return new Signal(name, Kind.SCALAR, -1, List.of(value));
    }

    /**
     * A distribution over an agent's action.
     *
     * @param about the agent's seat
     * @param probabilities of each class, head by head
     */
    public static Signal distribution(String name, int about, double[] probabilities) {
        return new Signal(
                name,
                Kind.DISTRIBUTION,
                about,
                Arrays.stream(probabilities).boxed().toList());
    }
}
