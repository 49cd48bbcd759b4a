package io.particlearena.algo.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import org.junit.jupiter.api.Test;

final class DiagonalGaussianTest {

    private static final float[] MEAN = {0, 0.1f};
    private static final float[] LOG_DEVIATION = {-0.5f, -0.5f};
    private static final float[] POINT = {0.3f, -0.5f};

    private final Plan plan = new Plan();
    private final Tensor point = plan.input(1, 2);
    private final DiagonalGaussian gaussian = new DiagonalGaussian(plan.input(1, 2), plan.input(1, 2));

    private void run() {
        point.set(POINT);
        gaussian.mean().set(MEAN);
        gaussian.logDeviation().set(LOG_DEVIATION);
        plan.run();
    }

    @Test
    void logDensityAndItsGradient() {
        Tensor density = gaussian.logDensity(plan, point);
        Tensor byMean = plan.gradient(density, gaussian.mean());
        Tensor byLogDeviation = plan.gradient(density, gaussian.logDeviation());
        run();

        assertThat((double) density.value()).isCloseTo(-1.4494904576, within(1e-6));
        double precision = Math.exp(1);
        assertThat(byMean.toArray())
                .containsExactly(new float[] {(float) (0.3 * precision), (float) (-0.6 * precision)}, within(1e-5f));
        assertThat(byLogDeviation.toArray())
                .containsExactly(
                        new float[] {(float) (0.09 * precision - 1), (float) (0.36 * precision - 1)}, within(1e-5f));
    }

    @Test
    void entropyIsTheMeanOfMinusTheLogDensity() {
        Tensor entropy = gaussian.entropy(plan);
        run();

        assertThat((double) entropy.value()).isCloseTo(2 * (0.5 * Math.log(2 * Math.PI * Math.E) - 0.5), within(1e-6));
    }

    @Test
    void divergenceFromItselfIsZero() {
        Tensor divergence = gaussian.divergence(plan, gaussian);
        run();

        assertThat((double) divergence.value()).isCloseTo(0, within(1e-7));
    }

    @Test
    void divergenceFromAnotherDistribution() {
        DiagonalGaussian other = new DiagonalGaussian(plan.input(1, 2), plan.input(1, 2));
        Tensor divergence = gaussian.divergence(plan, other);
        other.mean().set(new float[] {1, 0});
        other.logDeviation().set(new float[] {0, 0.2f});
        run();

        double first = 0.5 + (Math.exp(-1) + 1) / 2 - 0.5;
        double second = 0.7 + (Math.exp(-1) + 0.01) / (2 * Math.exp(0.4)) - 0.5;
        assertThat((double) divergence.value()).isCloseTo(first + second, within(1e-5));
    }
}
