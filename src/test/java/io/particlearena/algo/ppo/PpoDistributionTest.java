package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.ppo.PpoOptions.Distribution;
import io.particlearena.env.ActionHead;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PpoDistributionTest {

    private static final List<ActionHead> HEADS = List.of(
            ActionHead.categorical("move", 3), ActionHead.box("turn", 2, -1, 3), ActionHead.oneHot("message", 2));

    /** Logits or means of the seven numbers, and as many logarithms of deviations as there can be. */
    private static final float[] OUTPUTS = {0.5f, -1, 0.2f, 0.3f, -0.7f, 1, 0.4f, -0.5f, -0.2f, 0.1f, -1, 0, -0.3f, 0.2f
    };

    private final RandomStream random = RandomStream.ofSeed(3);

    private static PpoDistribution of(Distribution kind, ActionHead... heads) {
        return new PpoDistribution(List.of(heads), kind);
    }

    private static float[] outputs(PpoDistribution distribution) {
        return Arrays.copyOf(OUTPUTS, distribution.size() + distribution.deviations());
    }

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void actingAndLearningAgreeOnTheLogProbabilityOfSeveralHeads(Distribution kind) {
        PpoDistribution distribution = new PpoDistribution(HEADS, kind);
        float[] outputs = outputs(distribution);
        Plan plan = new Plan();
        Tensor given = plan.input(1, outputs.length);
        Tensor samples = plan.input(1, distribution.size());
        Tensor logProbability = distribution.logProbability(plan, given, samples);
        given.set(outputs);
        float[] sample = new float[7];

        for (int i = 0; i < 20; i++) {
            double acted = distribution.act(outputs, false, random, sample, new double[7]);
            samples.set(sample);
            plan.run();
            assertThat((double) logProbability.value()).isCloseTo(acted, within(1e-5));
        }
    }

    @Test
    void classesAreDrawnWithTheirProbabilitiesAndReachTheEnvironmentAsOneHot() {
        PpoDistribution distribution = of(Distribution.CATEGORICAL, ActionHead.categorical("move", 3));
        double[] probabilities = new double[3];
        distribution.readProbabilities(OUTPUTS, probabilities);
        double[] shares = new double[3];
        float[] sample = new float[3];
        double[] action = new double[3];
        for (int i = 0; i < 20_000; i++) {
            double logProbability = distribution.act(OUTPUTS, false, random, sample, action);
            int chosen = chosen(action);
            shares[chosen] += 1.0 / 20_000;
            assertThat(logProbability).isCloseTo(Math.log(probabilities[chosen]), within(1e-6));
            assertThat(Arrays.stream(action).sum()).isEqualTo(1);
            assertThat((double) sample[chosen]).isEqualTo(1);
        }
        assertThat(shares).containsExactly(probabilities, within(0.015));
    }

    private static int chosen(double[] oneHot) {
        int chosen = 0;
        while (oneHot[chosen] != 1) {
            chosen++;
        }
        return chosen;
    }

    @Test
    void deterministicActionsAreTheLikeliestClassesAndTheMeans() {
        PpoDistribution distribution = new PpoDistribution(HEADS, Distribution.CATEGORICAL);
        double[] action = new double[7];
        distribution.act(outputs(distribution), true, random, new float[7], action);

        assertThat(action)
                .containsExactly(
                        new double[] {1, 0, 0, -1 + 4 / (1 + Math.exp(-0.3)), -1 + 4 / (1 + Math.exp(0.7)), 1, 0},
                        within(1e-6));
    }

    @Test
    void softmaxOfNormalNumbersKeepsTheNumbersThatWereDrawn() {
        PpoDistribution distribution = of(Distribution.GAUSSIAN_SOFTMAX, ActionHead.categorical("move", 3));
        float[] outputs = outputs(distribution);
        float[] sample = new float[3];
        double[] action = new double[3];
        double logProbability = distribution.act(outputs, false, random, sample, action);

        double sum = Math.exp(sample[0]) + Math.exp(sample[1]) + Math.exp(sample[2]);
        double density = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(action[i]).isCloseTo(Math.exp(sample[i]) / sum, within(1e-9));
            double distance = (sample[i] - outputs[i]) / Math.exp(outputs[3 + i]);
            density -= distance * distance / 2 + outputs[3 + i] + Math.log(2 * Math.PI) / 2;
        }
        assertThat(logProbability).isCloseTo(density, within(1e-9));
        assertThat(distribution.readProbabilities(outputs, action)).isFalse();
    }

    @Test
    void entropyIsThatOfEachHeadAddedUp() {
        PpoDistribution distribution = new PpoDistribution(HEADS, Distribution.CATEGORICAL);
        float[] outputs = outputs(distribution);
        Plan plan = new Plan();
        Tensor given = plan.input(1, outputs.length);
        Tensor entropy = distribution.entropy(plan, given);
        given.set(outputs);
        plan.run();

        double expected = entropy(0.5, -1, 0.2) + entropy(1, 0.4) - 0.5 - 0.2 + Math.log(2 * Math.PI * Math.E);
        assertThat((double) entropy.value()).isCloseTo(expected, within(1e-5));
    }

    private static double entropy(double... logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return -Arrays.stream(logits)
                .map(logit -> Math.exp(logit) / sum * (logit - Math.log(sum)))
                .sum();
    }

    @Test
    void actionsForOtherLearnersAreSamplesOfTheSameDistribution() {
        PpoDistribution distribution = new PpoDistribution(HEADS, Distribution.CATEGORICAL);
        float[] outputs = outputs(distribution);
        int rows = 20_000;
        Plan plan = new Plan();
        Tensor given = plan.input(1, outputs.length);
        Tensor actions = distribution.action(plan, plan.repeat(given, rows), random);
        given.set(outputs);
        plan.run();

        float[] values = actions.toArray();
        double[] mean = new double[7];
        for (int row = 0; row < rows; row++) {
            float[] action = Arrays.copyOfRange(values, row * 7, row * 7 + 7);
            assertThat(action[0] + action[1] + action[2]).isCloseTo(1, within(1e-6f));
            assertThat(Math.max(action[0], Math.max(action[1], action[2]))).isEqualTo(1);
            assertThat(action[3]).isBetween(-1f, 3f);
            for (int i = 0; i < 7; i++) {
                mean[i] += action[i] / (double) rows;
            }
        }
        double[] acted = new double[7];
        double[] action = new double[7];
        for (int i = 0; i < rows; i++) {
            distribution.act(outputs, false, random, new float[7], action);
            for (int j = 0; j < 7; j++) {
                acted[j] += action[j] / rows;
            }
        }
        assertThat(mean).containsExactly(acted, within(0.03));
    }
}
