package io.particlearena.algo.parts;

import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import java.util.List;

/**
 * An immutable snapshot of how one seat values what happens, for views and recordings alone: learning never asks it. Any
 * thread may use it.
 */
@FunctionalInterface
public interface Critic {

    /** Of a seat that values nothing, or cannot tell. */
    Critic SILENT = (before, actions) -> List.of();

    /**
     * Judges a step.
     *
     * @param before what the agents acted on
     * @param actions by seat, the numbers of its heads, as executed
     * @return signals of kind scalar, such as {@code q_value} or {@code value}, in units of the discounted return
     */
    List<Signal> judge(StepBuffer before, double[][] actions);
}
