package io.particlearena.env;

import java.util.List;

/**
 * One named part of what an agent decides. An agent's action is the numbers of all its heads, one after the other.
 *
 * @param name for example {@code move} or {@code message}
 * @param kind how the {@code size} numbers are to be read
 * @param size the number of classes, or the dimension of the box
 * @param low the smallest value of a box, ignored for a categorical head
 * @param high the largest value of a box, ignored for a categorical head
 * @param oneHot whether the environment replaces a categorical head's numbers by the one-hot of their first maximum; a
 *     learner then stores that one-hot as the action taken
 * @param classes a categorical head's classes by name, in order, among them {@code right}, {@code left}, {@code up} and
 *     {@code down} where they are moves on the screen; empty where they have none
 */
public record ActionHead(
        String name, Kind kind, int size, double low, double high, boolean oneHot, List<String> classes) {

    /** How the numbers of a head are to be read. */
    public enum Kind {
        /** Weights over classes: one-hot, or relaxed as Gumbel-softmax samples are. */
        CATEGORICAL,
        /** Real numbers between {@code low} and {@code high}. */
        BOX
    }

    public ActionHead {
        if (size < 1) {
            throw new IllegalArgumentException("Head " + name + " has size " + size + "; it must be positive");
        }
        classes = List.copyOf(classes);
        if (!classes.isEmpty() && classes.size() != size) {
            throw new IllegalArgumentException("Head " + name + " has " + size + " classes, but names " + classes);
        }
    }

    /** A categorical head whose relaxed weights the environment takes as they are. */
    public static ActionHead categorical(String name, int classes) {
        return new ActionHead(name, Kind.CATEGORICAL, classes, 0, 1, false, List.of());
    }

    /** A categorical head of which the environment executes the first largest class alone. */
    public static ActionHead oneHot(String name, int classes) {
        return new ActionHead(name, Kind.CATEGORICAL, classes, 0, 1, true, List.of());
    }

    /** A head of real numbers. */
    public static ActionHead box(String name, int dimension, double low, double high) {
        return new ActionHead(name, Kind.BOX, dimension, low, high, false, List.of());
    }

    /** The same head with named classes. */
    public ActionHead named(List<String> names) {
        return new ActionHead(name, kind, size, low, high, oneHot, names);
    }
}
