package io.particlearena.nn;

import java.util.function.Supplier;

/** What the backward part of one operation sees of the pass that derives a gradient. */
interface Adjoint {

    /** The gradient with respect to the columns {@link #range} of the output; must not be written. */
    Tensor gradient();

    /** The columns of the output that {@link #gradient} covers. */
    ColumnRange range();

    /** Whether the gradient with respect to this input is asked for; else nothing must be spent on it. */
    boolean wants(int input);

    /** The columns of a wanted input whose gradient is asked for. */
    ColumnRange wanted(int input);

    /** Where the gradient of a wanted input goes; must be called exactly once for it, unless {@link #give} is. */
    Destination destination(int input);

    /** Hands over a finished gradient for the wanted columns of an input: shared where possible, else copied or added. */
    void give(int input, Tensor gradient);

    /** Some columns of a tensor, sharing its memory. */
    Tensor view(Tensor tensor, int from, int to);

    /** A tensor for intermediate results. */
    Tensor temporary(int rows, int columns);

    /** Appends a step; the supplier is called when the plan is sealed and binds its memory. */
    void append(Supplier<Step> step);

    /**
     * Where the gradient of an input goes.
     *
     * @param tensor as wide as {@code range}
     * @param range the columns of the input that are wanted
     * @param accumulate whether to add to what is there, instead of replacing it
     */
    record Destination(Tensor tensor, ColumnRange range, boolean accumulate) {}
}
