package io.particlearena.algo.maddpg;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** MADDPG's networks of one agent and its update in plain float64 loops; categorical heads only. */
final class ReferenceAgent {

    static final double REGULARISATION = 1e-3;

    final ReferenceNetwork policy;
    final ReferenceNetwork critic;
    final ReferenceNetwork targetPolicy;
    final ReferenceNetwork targetCritic;
    private final int[] heads;
    private final Moments policyMoments;
    private final Moments criticMoments;

    ReferenceAgent(
            ReferenceNetwork policy,
            ReferenceNetwork critic,
            ReferenceNetwork targetPolicy,
            ReferenceNetwork targetCritic,
            int... heads) {
        this.policy = policy;
        this.critic = critic;
        this.targetPolicy = targetPolicy;
        this.targetCritic = targetCritic;
        this.heads = heads.clone();
        this.policyMoments = new Moments(policy.parameters.length);
        this.criticMoments = new Moments(critic.parameters.length);
    }

    /** TensorFlow's Adam. */
    private static final class Moments {
        private final double[] first;
        private final double[] second;
        private int steps;

        Moments(int size) {
            first = new double[size];
            second = new double[size];
        }

        void step(double[] parameters, double[] gradient, double learningRate) {
            steps++;
            double rate = learningRate * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps));
            for (int i = 0; i < parameters.length; i++) {
                first[i] = 0.9 * first[i] + 0.1 * gradient[i];
                second[i] = 0.999 * second[i] + 0.001 * gradient[i] * gradient[i];
                parameters[i] -= rate * first[i] / (Math.sqrt(second[i]) + 1e-8);
            }
        }
    }

    /** Gumbel-softmax of every head, [batch, actions]; {@code noise} is exponential. */
    double[][] relax(double[][] logits, double[][] noise) {
        double[][] action = new double[logits.length][];
        for (int row = 0; row < logits.length; row++) {
            action[row] = new double[logits[row].length];
            int from = 0;
            for (int size : heads) {
                double sum = 0;
                for (int i = from; i < from + size; i++) {
                    action[row][i] = Math.exp(logits[row][i] - Math.log(noise[row][i]));
                    sum += action[row][i];
                }
                for (int i = from; i < from + size; i++) {
                    action[row][i] /= sum;
                }
                from += size;
            }
        }
        return action;
    }

    double[][] targetAction(double[][] nextObservation, double[][] noise) {
        return relax(targetPolicy.apply(nextObservation), noise);
    }

    /** The critic's loss; adds its gradient to {@code gradient}. */
    double criticLoss(double[][] joint, double[] wanted, double[] gradient) {
        double[][][] values = critic.forward(joint);
        double[][] q = values[values.length - 1];
        double[][] error = new double[q.length][1];
        double loss = 0;
        for (int row = 0; row < q.length; row++) {
            double difference = q[row][0] - wanted[row];
            loss += difference * difference / q.length;
            error[row][0] = 2 * difference / q.length;
        }
        critic.backward(values, error, gradient);
        return loss;
    }

    /** Joint actions after some columns have moved by {@code epsilon} against the gradient of the critic's value. */
    static double[][] worsened(
            ReferenceNetwork critic, double[][] joint, int from, int to, double epsilon, double leastNorm) {
        double[][][] values = critic.forward(joint);
        double[][] one = new double[joint.length][];
        Arrays.setAll(one, row -> new double[] {1});
        double[][] slope = critic.backward(values, one, new double[critic.parameters.length]);
        double[][] moved = new double[joint.length][];
        for (int row = 0; row < joint.length; row++) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += slope[row][i] * slope[row][i];
            }
            moved[row] = joint[row].clone();
            for (int i = from; i < to; i++) {
                moved[row][i] -= epsilon * slope[row][i] / Math.max(Math.sqrt(sum), leastNorm);
            }
        }
        return moved;
    }

    /**
     * The policy's loss; adds its gradient to {@code gradient}.
     *
     * @param perturbation what happens to the joint actions before the critic sees them, without a gradient
     */
    double policyLoss(
            double[][] observation,
            double[][] joint,
            int actionStart,
            double[][] noise,
            UnaryOperator<double[][]> perturbation,
            double[] gradient) {
        double[][][] values = policy.forward(observation);
        double[][] logits = values[values.length - 1];
        double[][] action = relax(logits, noise);
        double[][] mixed = new double[joint.length][];
        for (int row = 0; row < joint.length; row++) {
            mixed[row] = joint[row].clone();
            System.arraycopy(action[row], 0, mixed[row], actionStart, action[row].length);
        }
        double[][][] criticValues = critic.forward(perturbation.apply(mixed));
        double[][] q = criticValues[criticValues.length - 1];
        double[][] upstream = new double[q.length][1];
        double loss = 0;
        for (int row = 0; row < q.length; row++) {
            loss -= q[row][0] / q.length;
            upstream[row][0] = -1.0 / q.length;
        }
        double[][] jointGradient = critic.backward(criticValues, upstream, new double[critic.parameters.length]);
        double[][] logitGradient = new double[q.length][logits[0].length];
        double count = (double) q.length * logits[0].length;
        for (int row = 0; row < q.length; row++) {
            int from = 0;
            for (int size : heads) {
                double inner = 0;
                for (int i = from; i < from + size; i++) {
                    inner += jointGradient[row][actionStart + i] * action[row][i];
                }
                for (int i = from; i < from + size; i++) {
                    logitGradient[row][i] = action[row][i] * (jointGradient[row][actionStart + i] - inner);
                }
                from += size;
            }
            for (int i = 0; i < logits[row].length; i++) {
                loss += REGULARISATION * logits[row][i] * logits[row][i] / count;
                logitGradient[row][i] += REGULARISATION * 2 * logits[row][i] / count;
            }
        }
        policy.backward(values, logitGradient, gradient);
        return loss;
    }

    void stepCritic(double[] gradient, double learningRate) {
        critic.clip(gradient, 0.5);
        criticMoments.step(critic.parameters, gradient, learningRate);
    }

    void stepPolicy(double[] gradient, double learningRate) {
        policy.clip(gradient, 0.5);
        policyMoments.step(policy.parameters, gradient, learningRate);
    }

    void moveTargets(double share) {
        move(targetPolicy.parameters, policy.parameters, share);
        move(targetCritic.parameters, critic.parameters, share);
    }

    private static void move(double[] target, double[] online, double share) {
        for (int i = 0; i < target.length; i++) {
            target[i] = (1 - share) * target[i] + share * online[i];
        }
    }
}
