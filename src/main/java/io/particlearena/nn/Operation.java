package io.particlearena.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable operation of a {@link Plan}: how its output is computed, and how the gradient of its output gives those
 * of its inputs (its vector-Jacobian product). New kinds of layers are new implementations; nothing else changes.
 */
interface Operation {

    /** What it reads; a tensor may occur several times. */
    List<Tensor> inputs();

    Tensor output();

    /** What it computes, in a word or two. */
    String name();

    /** What a profile calls it: its name and the shape of its output. */
    default String label() {
        return name() + " " + output().rows() + " x " + output().columns();
    }

    /** The forward step with all memory bound; called once, when the plan is sealed. */
    Step bind();

    /**
     * The columns of the output through which these columns of an input reach the loss, or null where no gradient flows.
     * An operation that can only differentiate whole rows returns all columns.
     */
    default @Nullable ColumnRange carried(int input, ColumnRange wanted) {
        return ColumnRange.all(output());
    }

    /** Appends the steps that turn the gradient of the output into those of the inputs that are wanted. */
    void backward(Adjoint adjoint);
}
