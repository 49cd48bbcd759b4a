package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.DiagonalGaussian;
import io.particlearena.env.ActionHead;
import io.particlearena.env.ActionHead.Kind;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution that an agent's actions are drawn from, given the outputs of the policy: in plain Java for acting, and
 * as expressions for learning.
 *
 * <p>Each head reads as many outputs as it has numbers. A categorical head reads logits; its sample and its action are the
 * one-hot of one class. A normal head reads means; the logarithms of its standard deviations follow after all heads.
 * Its sample is what was drawn, before it is squashed into the action: by the logistic function into a box with bounds, by
 * softmax where the action is weights over classes. Log-probabilities are those of the sample. Heads are independent.
 */
final class PpoDistribution {

    /** So low a temperature turns Gumbel-softmax into the one-hot of its largest class. */
    private static final double COLDEST = 1e-20;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final ActionHead[] heads;
    private final boolean[] normal;
    private final int size;
    private final int deviations;

    PpoDistribution(List<ActionHead> heads, PpoOptions.Distribution kind) {
        this.heads = heads.toArray(ActionHead[]::new);
        this.normal = new boolean[this.heads.length];
        int numbers = 0;
        int normalNumbers = 0;
        for (int i = 0; i < normal.length; i++) {
            ActionHead head = this.heads[i];
            normal[i] = head.kind() == Kind.BOX || kind == PpoOptions.Distribution.GAUSSIAN_SOFTMAX;
            numbers += head.size();
            normalNumbers += normal[i] ? head.size() : 0;
        }
        size = numbers;
        deviations = normalNumbers;
    }

    /** The number of numbers that depend on the observation, and as many are in a sample and in an action. */
    int size() {
        return size;
    }

    /** The number of logarithms of standard deviations, which do not; may be 0. */
    int deviations() {
        return deviations;
    }

    /**
     * Chooses an action. Allocates nothing.
     *
     * @param outputs of the policy, {@link #size} numbers and {@link #deviations} more
     * @param deterministic whether to take the most likely class and the means instead of a sample
     * @param random used only for samples
     * @param sample receives the sample
     * @param action receives the action
     * @return the logarithm of the sample's probability or density
     */
    double act(float[] outputs, boolean deterministic, RandomStream random, float[] sample, double[] action) {
        double logProbability = 0;
        int at = 0;
        int deviation = size;
        for (int i = 0; i < heads.length; i++) {
            int end = at + heads[i].size();
            if (normal[i]) {
                for (int j = at; j < end; j++) {
                    logProbability += draw(outputs, outputs[deviation++], deterministic, random, sample, j);
                }
                squash(heads[i], sample, at, action);
            } else {
                logProbability += choose(outputs, at, end, deterministic, random, sample);
                for (int j = at; j < end; j++) {
                    action[j] = sample[j];
                }
            }
            at = end;
        }
        return logProbability;
    }

    private static double draw(
            float[] means, float logDeviation, boolean deterministic, RandomStream random, float[] sample, int at) {
        double deviation = Math.exp(logDeviation);
        sample[at] = deterministic ? means[at] : (float) (means[at] + deviation * random.nextGaussian());
        double distance = (sample[at] - means[at]) / deviation;
        return -0.5 * distance * distance - logDeviation - HALF_LOG_TWO_PI;
    }

    private static void squash(ActionHead head, float[] sample, int start, double[] action) {
        if (head.kind() == Kind.CATEGORICAL) {
            ActionHeads.softmax(sample, start, head.size(), action);
            return;
        }
        for (int i = start; i < start + head.size(); i++) {
            action[i] = ActionHeads.intoBox(head, sample[i]);
        }
    }

    /** Writes the one-hot of a class and returns the logarithm of its probability. */
    private static double choose(
            float[] logits, int start, int end, boolean deterministic, RandomStream random, float[] sample) {
        double largest = largest(logits, start, end);
        double sum = 0;
        for (int i = start; i < end; i++) {
            sum += Math.exp(logits[i] - largest);
        }
        int chosen = start;
        if (deterministic) {
            while (logits[chosen] < largest) {
                chosen++;
            }
        } else {
            double rest = random.nextDouble() * sum - Math.exp(logits[start] - largest);
            while (rest >= 0 && chosen < end - 1) {
                chosen++;
                rest -= Math.exp(logits[chosen] - largest);
            }
        }
        for (int i = start; i < end; i++) {
            sample[i] = i == chosen ? 1 : 0;
        }
        return logits[chosen] - largest - Math.log(sum);
    }

    private static double largest(float[] values, int start, int end) {
        float largest = values[start];
        for (int i = start + 1; i < end; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /**
     * The probability of each class, head by head. Allocates nothing.
     *
     * @param outputs of the policy
     * @param probabilities receives as many numbers as the action has
     * @return false where there are normal heads
     */
    boolean readProbabilities(float[] outputs, double[] probabilities) {
        if (deviations > 0) {
            return false;
        }
        int from = 0;
        for (ActionHead head : heads) {
            ActionHeads.softmax(outputs, from, head.size(), probabilities);
            from += head.size();
        }
        return true;
    }

    /**
     * Appends the logarithms of the probabilities of samples, [batch, 1].
     *
     * @param outputs of the policy, [batch, {@link #size} + {@link #deviations}]
     * @param samples [batch, {@link #size}]
     */
    Tensor logProbability(Plan plan, Tensor outputs, Tensor samples) {
        return sum(plan, outputs, new Term() {
            @Override
            public Tensor ofClasses(Tensor logits, int from, int to) {
                return plan.negate(plan.softmaxCrossEntropy(logits, plan.columns(samples, from, to)));
            }

            @Override
            public Tensor ofNumbers(DiagonalGaussian gaussian, int from, int to) {
                return gaussian.logDensity(plan, plan.columns(samples, from, to));
            }
        });
    }

    /** Appends the entropy of the distribution that samples are drawn from, [batch, 1]. */
    Tensor entropy(Plan plan, Tensor outputs) {
        return sum(plan, outputs, new Term() {
            @Override
            public Tensor ofClasses(Tensor logits, int from, int to) {
                return plan.negate(plan.sumColumns(plan.multiply(plan.softmax(logits), plan.logSoftmax(logits))));
            }

            @Override
            public Tensor ofNumbers(DiagonalGaussian gaussian, int from, int to) {
                return gaussian.entropy(plan);
            }
        });
    }

    /** What a head adds to a sum over heads, [batch, 1]. */
    private interface Term {

        Tensor ofClasses(Tensor logits, int from, int to);

        Tensor ofNumbers(DiagonalGaussian gaussian, int from, int to);
    }

    private Tensor sum(Plan plan, Tensor outputs, Term term) {
        List<Tensor> terms = new ArrayList<>();
        int from = 0;
        int deviation = size;
        for (int i = 0; i < heads.length; i++) {
            int to = from + heads[i].size();
            Tensor part = plan.columns(outputs, from, to);
            if (normal[i]) {
                Tensor logDeviation = plan.columns(outputs, deviation, deviation + heads[i].size());
                terms.add(term.ofNumbers(new DiagonalGaussian(part, logDeviation), from, to));
                deviation += heads[i].size();
            } else {
                terms.add(term.ofClasses(part, from, to));
            }
            from = to;
        }
        return terms.stream().reduce(plan::add).orElseThrow();
    }

    /**
     * Appends actions drawn anew, [batch, {@link #size}]; no gradient leads through classes.
     *
     * @param outputs of the policy, [batch, {@link #size} + {@link #deviations}]
     * @param noise from which each run of the plan draws
     */
    Tensor action(Plan plan, Tensor outputs, RandomStream noise) {
        List<Tensor> parts = new ArrayList<>();
        int from = 0;
        int deviation = size;
        for (int i = 0; i < heads.length; i++) {
            ActionHead head = heads[i];
            Tensor part = plan.columns(outputs, from, from + head.size());
            if (normal[i]) {
                Tensor logDeviation = plan.columns(outputs, deviation, deviation + head.size());
                Tensor drawn = plan.multiply(plan.exp(logDeviation), plan.normalNoise(part.rows(), head.size(), noise));
                Tensor sample = plan.add(part, drawn);
                parts.add(head.kind() == Kind.BOX ? ActionHeads.intoBox(plan, head, sample) : plan.softmax(sample));
                deviation += head.size();
            } else {
                Tensor gumbel = plan.negate(plan.log(plan.exponentialNoise(part.rows(), head.size(), noise)));
                parts.add(plan.softmax(plan.scale(plan.add(part, gumbel), 1 / COLDEST)));
            }
            from += head.size();
        }
        return plan.concat(parts);
    }
}
