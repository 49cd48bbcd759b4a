package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.maddpg.TinyWorld;
import io.particlearena.env.ActionHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Updates against a second program for them, in double precision, with advantages by their definition as sums and gradients
 * by finite differences.
 */
final class PpoReferenceTest {

    private static final int CLASSES = 3;
    private static final int UNITS = 4;
    private static final int STEPS = 10;
    private static final double GAMMA = 0.8;
    private static final double LAMBDA = 0.6;
    private static final double CLIP = 0.1;
    private static final double ENTROPY_WEIGHT = 0.05;
    private static final double RATE = 0.01;
    private static final double NORM = 0.3;
    private static final int CYCLES = 6;

    /** A step as it was made. */
    private record Step(List<Double> cue, List<Double> nextCue, int chosen, double reward, boolean over) {}

    /** Adam in TensorFlow's form. */
    private static final class Adam {
        private final double[] mean;
        private final double[] square;
        private int steps;

        Adam(int size) {
            mean = new double[size];
            square = new double[size];
        }

        void step(double[] theta, double[] gradient) {
            steps++;
            double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
            double factor = Math.min(1, NORM / norm);
            double rate = RATE * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps));
            for (int i = 0; i < theta.length; i++) {
                double g = gradient[i] * factor;
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.999 * square[i] + 0.001 * g * g;
                theta[i] -= rate * mean[i] / (Math.sqrt(square[i]) + 1e-8);
            }
        }
    }

    @Test
    void twoUpdatesEndInTheSameWeights() {
        Map<String, Object> options = Map.ofEntries(
                Map.entry("gamma", GAMMA),
                Map.entry("ppo_lambda", LAMBDA),
                Map.entry("ppo_clip_ratio", CLIP),
                Map.entry("ppo_entropy_weight", ENTROPY_WEIGHT),
                Map.entry("ppo_pi_lr", RATE),
                Map.entry("ppo_vf_lr", RATE),
                Map.entry("ppo_grad_norm_clipping", NORM),
                Map.entry("ppo_target_kl", 0),
                Map.entry("ppo_train_cycles", CYCLES),
                Map.entry("ppo_history_length", STEPS),
                Map.entry("num_units", UNITS));
        PpoRun run = new PpoRun(TinyWorld.agents(ActionHead.oneHot("move", CLASSES)), 1, options);
        double[] policy = doubles(run.parameters(0, "policy"));
        double[] value = doubles(run.parameters(0, "value"));
        Adam policyAdam = new Adam(policy.length);
        Adam valueAdam = new Adam(value.length);

        for (int update = 0; update < 2; update++) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                run.gather(1);
                steps.add(step(run));
            }
            run.update(0);
            run.policy.commit(0);
            learn(steps, policy, policyAdam, value, valueAdam);

            assertThat(doubles(run.parameters(0, "policy"))).containsExactly(policy, within(1e-4));
            assertThat(doubles(run.parameters(0, "value"))).containsExactly(value, within(1e-4));
        }
        assertThat(run.metric(0, "clip_fraction")).isPositive();
    }

    private static Step step(PpoRun run) {
        double[] action = run.latestAction();
        int chosen = 0;
        while (action[chosen] != 1) {
            chosen++;
        }
        return new Step(
                list(run.before().observation(0)),
                list(run.after().observation(0)),
                chosen,
                run.after().rewards()[0],
                run.after().truncated());
    }

    private static void learn(List<Step> steps, double[] policy, Adam policyAdam, double[] value, Adam valueAdam) {
        double[] advantages = advantages(steps, value);
        double[] returns = returns(steps, value);
        double[] old = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            old[i] = logSoftmax(network(policy, array(steps.get(i).cue()), CLASSES))[
                    steps.get(i).chosen()];
        }
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            policyAdam.step(policy, gradient(policy, theta -> policyLoss(theta, steps, old, advantages)));
        }
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            valueAdam.step(value, gradient(value, theta -> valueLoss(theta, steps, returns)));
        }
    }

    /** Every advantage as the sum of all later errors of its episode, with the weights' powers written out. */
    private static double[] advantages(List<Step> steps, double[] value) {
        double[] advantages = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            double weight = 1;
            for (int k = t; k < STEPS; k++) {
                Step step = steps.get(k);
                double error = step.reward() + GAMMA * value(value, step.nextCue()) - value(value, step.cue());
                advantages[t] += weight * error;
                if (step.over()) {
                    break;
                }
                weight *= GAMMA * LAMBDA;
            }
        }
        double mean = Arrays.stream(advantages).average().orElseThrow();
        double variance = Arrays.stream(advantages)
                .map(a -> (a - mean) * (a - mean))
                .average()
                .orElseThrow();
        return Arrays.stream(advantages)
                .map(a -> (a - mean) / Math.sqrt(variance))
                .toArray();
    }

    private static double[] returns(List<Step> steps, double[] value) {
        double[] returns = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            double weight = 1;
            for (int k = t; k < STEPS; k++) {
                returns[t] += weight * steps.get(k).reward();
                weight *= GAMMA;
                if (steps.get(k).over() || k == STEPS - 1) {
                    returns[t] += weight * value(value, steps.get(k).nextCue());
                    break;
                }
            }
        }
        return returns;
    }

    private static double policyLoss(double[] theta, List<Step> steps, double[] old, double[] advantages) {
        double loss = 0;
        for (int i = 0; i < STEPS; i++) {
            double[] logs = logSoftmax(network(theta, array(steps.get(i).cue()), CLASSES));
            double ratio = Math.exp(logs[steps.get(i).chosen()] - old[i]);
            double bound = advantages[i] > 0 ? 1 + CLIP : 1 - CLIP;
            loss -= Math.min(ratio * advantages[i], bound * advantages[i]) / STEPS;
            for (double log : logs) {
                loss += ENTROPY_WEIGHT * Math.exp(log) * log / STEPS;
            }
        }
        return loss;
    }

    private static double valueLoss(double[] theta, List<Step> steps, double[] returns) {
        double loss = 0;
        for (int i = 0; i < STEPS; i++) {
            double error = value(theta, steps.get(i).cue()) - returns[i];
            loss += error * error / STEPS;
        }
        return loss;
    }

    private static double value(double[] theta, List<Double> cue) {
        return network(theta, array(cue), 1)[0];
    }

    private static double[] gradient(double[] theta, ToDoubleFunction<double[]> loss) {
        double[] gradient = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            double[] changed = theta.clone();
            changed[i] = theta[i] + 1e-6;
            double above = loss.applyAsDouble(changed);
            changed[i] = theta[i] - 1e-6;
            gradient[i] = (above - loss.applyAsDouble(changed)) / 2e-6;
        }
        return gradient;
    }

    /** Two hidden layers with tanh and a linear one; weights before biases. */
    private static double[] network(double[] theta, double[] input, int outputs) {
        double[] values = input;
        int at = 0;
        for (int columns : new int[] {UNITS, UNITS, outputs}) {
            double[] next = new double[columns];
            for (int j = 0; j < columns; j++) {
                next[j] = theta[at + values.length * columns + j];
                for (int i = 0; i < values.length; i++) {
                    next[j] += values[i] * theta[at + i * columns + j];
                }
            }
            at += (values.length + 1) * columns;
            boolean hidden = at < theta.length;
            values = hidden ? Arrays.stream(next).map(Math::tanh).toArray() : next;
        }
        return values;
    }

    private static double[] logSoftmax(double[] logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(logit -> logit - Math.log(sum)).toArray();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }
}
