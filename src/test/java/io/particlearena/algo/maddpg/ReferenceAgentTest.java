package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.math.RandomStream;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The reference's own gradients agree with finite differences of its losses. */
final class ReferenceAgentTest {

    private static final double STEP = 1e-6;

    private final RandomStream random = RandomStream.ofSeed(3);
    private final ReferenceAgent agent = new ReferenceAgent(
            network(2, 5, 5, 5), network(9, 6, 6, 1), network(2, 5, 5, 5), network(9, 6, 6, 1), 3, 2);
    private final double[][] joint = matrix(12, 9);

    private ReferenceNetwork network(int... sizes) {
        int size = 0;
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            size += (sizes[layer] + 1) * sizes[layer + 1];
        }
        float[] parameters = new float[size];
        for (int i = 0; i < size; i++) {
            parameters[i] = (float) (0.5 * random.nextGaussian());
        }
        return new ReferenceNetwork(parameters, sizes);
    }

    private double[][] matrix(int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextDouble() + 0.1;
            }
        }
        return values;
    }

    @Test
    void criticGradientIsThatOfTheLoss() {
        double[] wanted = matrix(1, 12)[0];
        double[] gradient = new double[agent.critic.parameters.length];
        agent.criticLoss(joint, wanted, gradient);

        assertGradient(gradient, agent.critic.parameters, () -> agent.criticLoss(joint, wanted, gradient.clone()));
    }

    @Test
    void policyGradientIsThatOfTheLoss() {
        double[][] observation = matrix(12, 2);
        double[][] noise = matrix(12, 5);
        double[] gradient = new double[agent.policy.parameters.length];
        agent.policyLoss(observation, joint, 4, noise, UnaryOperator.identity(), gradient);

        assertGradient(
                gradient,
                agent.policy.parameters,
                () -> agent.policyLoss(observation, joint, 4, noise, UnaryOperator.identity(), gradient.clone()));
    }

    private static void assertGradient(double[] gradient, double[] parameters, DoubleSupplier loss) {
        for (int i = 0; i < parameters.length; i++) {
            double value = parameters[i];
            parameters[i] = value + STEP;
            double above = loss.getAsDouble();
            parameters[i] = value - STEP;
            double below = loss.getAsDouble();
            parameters[i] = value;
            double slope = (above - below) / (2 * STEP);
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo(slope, within(1e-7 + 1e-5 * Math.abs(slope)));
        }
    }
}
