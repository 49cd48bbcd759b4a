package io.particlearena.algo.parts;

import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;

/**
 * Normal distributions whose dimensions are independent, one for each row: means and logarithms of standard deviations,
 * both [batch, dimensions], as expressions that pass gradients on.
 *
 * @param mean the centres
 * @param logDeviation the logarithms of the standard deviations
 */
public record DiagonalGaussian(Tensor mean, Tensor logDeviation) {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** The logarithm of the density at some points, [batch, 1]. */
    public Tensor logDensity(Plan plan, Tensor points) {
        Tensor distance = plan.multiply(plan.subtract(points, mean), plan.exp(plan.negate(logDeviation)));
        Tensor exponent = plan.addScalar(plan.scale(plan.square(distance), -0.5), -0.5 * LOG_TWO_PI);
        return plan.sumColumns(plan.subtract(exponent, logDeviation));
    }

    /** The differential entropy, [batch, 1]. */
    public Tensor entropy(Plan plan) {
        return plan.sumColumns(plan.addScalar(logDeviation, 0.5 * (1 + LOG_TWO_PI)));
    }

    /** The Kullback-Leibler divergence from this distribution to another, KL(this || other), [batch, 1]. */
    public Tensor divergence(Plan plan, DiagonalGaussian other) {
        Tensor logRatio = plan.subtract(other.logDeviation, logDeviation);
        Tensor ownVariance = plan.square(plan.exp(plan.negate(logRatio)));
        Tensor distance =
                plan.square(plan.multiply(plan.subtract(mean, other.mean), plan.exp(plan.negate(other.logDeviation))));
        Tensor half = plan.scale(plan.add(ownVariance, distance), 0.5);
        return plan.sumColumns(plan.addScalar(plan.add(logRatio, half), -0.5));
    }
}
