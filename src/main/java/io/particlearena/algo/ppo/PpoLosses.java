package io.particlearena.algo.ppo;

import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;

/** The losses of policy and value, as expressions. */
final class PpoLosses {

    private PpoLosses() {}

    /** How many times as likely as when it was taken each action is by now, [batch, 1]. */
    static Tensor ratio(Plan plan, Tensor logProbability, Tensor oldLogProbability) {
        return plan.exp(plan.subtract(logProbability, oldLogProbability));
    }

    /**
     * Minus the mean of min(ρ A, clip(ρ, 1 - ε, 1 + ε) A) (Schulman et al. 2017, equation 7).
     *
     * @param ratio ρ, [batch, 1]
     * @param advantage A, [batch, 1]
     * @param low 1 - ε
     * @param high 1 + ε
     */
    static Tensor policy(Plan plan, Tensor ratio, Tensor advantage, Scalar low, Scalar high) {
        Tensor free = plan.multiply(ratio, advantage);
        Tensor clipped = plan.multiply(plan.clip(ratio, low, high), advantage);
        return plan.negate(plan.mean(plan.minimum(free, clipped)));
    }

    /** The mean squared difference of predicted and wanted values. */
    static Tensor value(Plan plan, Tensor predicted, Tensor wanted) {
        return plan.mean(plan.square(plan.subtract(predicted, wanted)));
    }
}
