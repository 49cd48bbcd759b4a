package io.particlearena.algo.maddpg;

import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.function.UnaryOperator;

/** Changes joint actions on their way to a critic. */
@FunctionalInterface
interface Perturbation {

    /** Leaves everything as it is. */
    Perturbation NONE = (plan, joint, critic) -> joint;

    /**
     * What the critic is to judge instead.
     *
     * @param joint observations and actions, [batch, {@link CriticView#size}]
     * @param critic gives the Q values of such a tensor, [batch, 1]
     */
    Tensor apply(Plan plan, Tensor joint, UnaryOperator<Tensor> critic);
}
