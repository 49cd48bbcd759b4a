package io.particlearena.algo.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.ActionHead;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ActionHeadsTest {

    private static final List<ActionHead> MIXED = List.of(
            ActionHead.categorical("move", 3),
            ActionHead.box("turn", 2, -1, 3),
            ActionHead.oneHot("message", 2),
            ActionHead.box("thrust", 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));

    private static final float[] OUTPUTS = {0.1f, 2, -1, 0.5f, -0.5f, -1, 1, 0.3f, 0.2f, 4, -2};

    @Test
    void sizesCountAMeanAndADeviationForEveryNumberOfABox() {
        ActionHeads heads = new ActionHeads(MIXED);

        assertThat(heads.actionSize()).isEqualTo(8);
        assertThat(heads.outputSize()).isEqualTo(11);
    }

    @Test
    void deterministicActionIsTheLargestLogitAndTheMean() {
        double[] action = new double[8];

        new ActionHeads(MIXED).act(OUTPUTS, true, RandomStream.ofSeed(1), action);

        double[] expected = {0, 1, 0, -1 + 4 / (1 + Math.exp(-0.5)), -1 + 4 / (1 + Math.exp(0.5)), 1, 0, 4};
        assertThat(action).containsExactly(expected, within(1e-6));
    }

    @Test
    void samplesOfAPlanAndOfActingAreTheSameForTheSameNoise() {
        for (List<ActionHead> list : List.of(MIXED, List.of(MIXED.get(0), ActionHead.categorical("message", 4)))) {
            ActionHeads heads = new ActionHeads(list);
            float[] outputs = java.util.Arrays.copyOf(OUTPUTS, heads.outputSize());
            Plan plan = new Plan();
            Tensor input = plan.input(1, heads.outputSize());
            Tensor sample = heads.sample(plan, input, RandomStream.ofSeed(6));
            RandomStream random = RandomStream.ofSeed(6);
            double[] action = new double[heads.actionSize()];

            for (int i = 0; i < 5; i++) {
                input.set(outputs);
                plan.run();
                heads.act(outputs, false, random, action);
                float[] planned = sample.toArray();
                for (int k = 0; k < action.length; k++) {
                    boolean oneHot = list.equals(MIXED) && (k == 5 || k == 6);
                    double expected = oneHot ? Math.rint(planned[k]) : planned[k];
                    assertThat(action[k]).as("number %d", k).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    @Test
    void samplesFollowTheLogits() {
        ActionHeads heads = new ActionHeads(List.of(ActionHead.oneHot("move", 3)));
        float[] logits = {(float) Math.log(0.2), (float) Math.log(0.5), (float) Math.log(0.3)};
        RandomStream random = RandomStream.ofSeed(2);
        double[] action = new double[3];
        double[] mean = new double[3];

        for (int i = 0; i < 20_000; i++) {
            heads.act(logits, false, random, action);
            for (int k = 0; k < 3; k++) {
                mean[k] += action[k] / 20_000;
            }
        }

        assertThat(mean).containsExactly(new double[] {0.2, 0.5, 0.3}, within(0.01));
    }

    @Test
    void relaxedWeightsSumToOne() {
        ActionHeads heads = new ActionHeads(List.of(ActionHead.categorical("move", 3)));
        double[] action = new double[3];

        heads.act(new float[] {50, -50, 0}, false, RandomStream.ofSeed(3), action);

        assertThat(action[0] + action[1] + action[2]).isCloseTo(1, within(1e-12));
        assertThat(action[0]).isGreaterThan(0.999);
    }
}
