package io.particlearena.env;

import java.util.List;

/**
 * A named value that an agent emits while acting, for recordings and views, which need only know its kind.
 *
 * @param name unique for the agent, for example {@code q_value}
 * @param kind how to read the values
 * @param about for a distribution, the seat whose action it is over; -1 otherwise
 * @param values the numbers
 */
public record Signal(String name, Kind kind, int about, List<Double> values) {

    /** The kinds that views know how to show. */
    public enum Kind {
        /** Probabilities over another agent's action. */
        DISTRIBUTION,
        VECTOR,
        SCALAR,
        IMAGE
    }

    public Signal {
        values = List.copyOf(values);
    }
}
