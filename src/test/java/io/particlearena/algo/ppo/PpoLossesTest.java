package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import org.junit.jupiter.api.Test;

/** Hand-computed numbers. */
final class PpoLossesTest {

    private static final float[] OLD = logs(0.2, 0.5, 0.1, 0.4);
    private static final float[] NEW = logs(0.3, 0.45, 0.05, 0.6);

    @Test
    void ratioAndClippedLoss() {
        Plan plan = new Plan();
        Tensor logProbability = plan.input(4, 1);
        Tensor old = plan.input(4, 1);
        Tensor advantage = plan.input(4, 1);
        Tensor ratio = PpoLosses.ratio(plan, logProbability, old);
        Tensor loss = PpoLosses.policy(plan, ratio, advantage, new Scalar(0.8), new Scalar(1.2));
        Tensor gradient = plan.gradient(loss, logProbability);
        logProbability.set(NEW);
        old.set(OLD);
        advantage.set(new float[] {1, -1, 0.5f, -2});
        plan.run();

        assertClose(ratio.toArray(), 1.5, 0.9, 0.5, 1.5);
        assertClose(loss.toArray(), 0.6125);
        // The first is clipped from above; the last is not, since it is paid for becoming likelier.
        assertClose(gradient.toArray(), 0, 0.225, -0.0625, 0.75);
    }

    @Test
    void bothEstimatesOfTheDivergenceAndTheClipFraction() {
        PolicyShift shift = new PolicyShift(0.2);
        shift.add(NEW, OLD, 4);

        assertThat(shift.differenceEstimate()).isCloseTo(-0.0031056300, within(1e-7));
        assertThat(shift.ratioEstimate()).isCloseTo(0.1 - 0.0031056300, within(1e-7));
        assertThat(shift.clipFraction()).isEqualTo(0.75);
        assertThat(shift.entropyEstimate()).isCloseTo(1.3772595995, within(1e-6));
    }

    @Test
    void divergenceIsThatOfAllBatches() {
        PolicyShift whole = new PolicyShift(0.2);
        whole.add(NEW, OLD, 4);
        PolicyShift parts = new PolicyShift(0.2);
        parts.add(NEW, OLD, 3);
        parts.add(new float[] {NEW[3]}, new float[] {OLD[3]}, 1);

        assertThat(parts.differenceEstimate()).isEqualTo(whole.differenceEstimate());
        assertThat(parts.clipFraction()).isEqualTo(whole.clipFraction());
    }

    private static float[] logs(double... values) {
        float[] logs = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            logs[i] = (float) Math.log(values[i]);
        }
        return logs;
    }

    private static void assertClose(float[] actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }
}
