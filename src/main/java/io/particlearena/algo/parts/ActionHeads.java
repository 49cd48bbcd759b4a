package io.particlearena.algo.parts;

import io.particlearena.env.ActionHead;
import io.particlearena.env.ActionHead.Kind;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the outputs of a policy network into an agent's action, once as expressions that pass gradients on and once in
 * plain Java for acting.
 *
 * <p>A categorical head of {@code n} classes reads {@code n} logits; its sample is a Gumbel-softmax at temperature 1
 * without straight-through (Jang et al. 2017; Maddison et al. 2017). Several heads are concatenated. Where the environment
 * executes one-hot, acting gives the one-hot of the sample's maximum; learning uses the relaxed sample all the same.
 *
 * <p>A box head of {@code d} numbers reads {@code d} means and then {@code d} logarithms of standard deviations (kept
 * within [-5, 2]) of a normal distribution. Where both bounds are finite, the logistic function takes the sample between
 * them; OpenAI's program leaves that to the environment, which would cut off the gradient.
 *
 * <p>The deterministic action is the one-hot of the largest logit, and the mean's place within the box.
 */
public final class ActionHeads {

    private static final double LEAST_LOG_DEVIATION = -5;
    private static final double LARGEST_LOG_DEVIATION = 2;

    private final ActionHead[] heads;
    private final boolean allCategorical;

    public ActionHeads(List<ActionHead> heads) {
        this.heads = heads.toArray(ActionHead[]::new);
        this.allCategorical = heads.stream().allMatch(head -> head.kind() == Kind.CATEGORICAL);
    }

    /** The number of values in an action. */
    public int actionSize() {
        int size = 0;
        for (ActionHead head : heads) {
            size += head.size();
        }
        return size;
    }

    /** The number of outputs that the policy network must have. */
    public int outputSize() {
        int size = 0;
        for (ActionHead head : heads) {
            size += outputs(head);
        }
        return size;
    }

    /**
     * Appends the distribution that tells nothing: every class of a head as likely as any other, [rows, {@link #actionSize}].
     *
     * @throws IllegalArgumentException if a head is not categorical
     */
    public Tensor uniform(Plan plan, int rows) {
        if (!allCategorical) {
            throw new IllegalArgumentException("Only categorical heads have a uniform distribution");
        }
        return plan.softmax(plan.input(rows, actionSize()), sizes());
    }

    private int[] sizes() {
        return Arrays.stream(heads).mapToInt(ActionHead::size).toArray();
    }

    private static int outputs(ActionHead head) {
        return head.kind() == Kind.CATEGORICAL ? head.size() : 2 * head.size();
    }

    /**
     * Appends a sample of the action, [batch, {@link #actionSize}].
     *
     * @param outputs of the policy network, [batch, {@link #outputSize}]
     * @param noise from which each run of the plan draws anew
     */
    public Tensor sample(Plan plan, Tensor outputs, RandomStream noise) {
        if (allCategorical) {
            return plan.gumbelSoftmax(
                    outputs, plan.exponentialNoise(outputs.rows(), outputs.columns(), noise), sizes());
        }
        List<Tensor> parts = new ArrayList<>();
        int from = 0;
        for (ActionHead head : heads) {
            Tensor part = plan.columns(outputs, from, from + outputs(head));
            parts.add(
                    head.kind() == Kind.CATEGORICAL
                            ? plan.gumbelSoftmax(
                                    part, plan.exponentialNoise(outputs.rows(), head.size(), noise), head.size())
                            : sampleBox(plan, head, part, noise));
            from += outputs(head);
        }
        return plan.concat(parts);
    }

    private static Tensor sampleBox(Plan plan, ActionHead head, Tensor part, RandomStream noise) {
        int size = head.size();
        Tensor mean = plan.columns(part, 0, size);
        Tensor deviation = plan.exp(plan.clip(
                plan.columns(part, size, 2 * size),
                new Scalar(LEAST_LOG_DEVIATION),
                new Scalar(LARGEST_LOG_DEVIATION)));
        Tensor sample = plan.add(mean, plan.multiply(deviation, plan.normalNoise(part.rows(), size, noise)));
        return intoBox(plan, head, sample);
    }

    /** Takes real numbers into a box head by the logistic function, if both of its bounds are finite; with gradients. */
    public static Tensor intoBox(Plan plan, ActionHead head, Tensor values) {
        return isBounded(head)
                ? plan.addScalar(plan.scale(plan.sigmoid(values), head.high() - head.low()), head.low())
                : values;
    }

    /** Takes a real number into a box head by the logistic function, if both of its bounds are finite. */
    public static double intoBox(ActionHead head, double value) {
        return isBounded(head) ? head.low() + (head.high() - head.low()) / (1 + Math.exp(-value)) : value;
    }

    private static boolean isBounded(ActionHead head) {
        return Double.isFinite(head.low()) && Double.isFinite(head.high());
    }

    /**
     * The probability of each class, head by head. Allocates nothing.
     *
     * @param outputs of the policy network
     * @param probabilities receives as many numbers as the action has
     * @return false where there are other heads than categorical ones
     */
    public boolean readProbabilities(float[] outputs, double[] probabilities) {
        if (!allCategorical) {
            return false;
        }
        int from = 0;
        for (ActionHead head : heads) {
            softmax(outputs, from, head.size(), probabilities);
            from += head.size();
        }
        return true;
    }

    /** Softmax of some numbers, to the same places. Allocates nothing. */
    public static void softmax(float[] logits, int from, int size, double[] probabilities) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + size; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            probabilities[i] = Math.exp(logits[i] - largest);
            sum += probabilities[i];
        }
        for (int i = from; i < from + size; i++) {
            probabilities[i] /= sum;
        }
    }

    /**
     * Chooses an action. Allocates nothing.
     *
     * @param outputs of the policy network
     * @param deterministic whether to take the most likely action instead of a sample
     * @param random used only for samples
     * @param action receives the action
     */
    public void act(float[] outputs, boolean deterministic, RandomStream random, double[] action) {
        int from = 0;
        int to = 0;
        for (ActionHead head : heads) {
            if (head.kind() == Kind.BOX) {
                actBox(head, outputs, from, deterministic, random, action, to);
            } else if (deterministic) {
                oneHot(outputs, from, head.size(), action, to);
            } else {
                relax(outputs, from, head.size(), random, action, to);
                if (head.oneHot()) {
                    oneHot(action, to, head.size());
                }
            }
            from += outputs(head);
            to += head.size();
        }
    }

    /** Gumbel noise is -log of a number from the exponential distribution, so that the softmax divides by that number. */
    private static void relax(float[] logits, int from, int size, RandomStream random, double[] action, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, logits[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double weight =
                    Math.exp(logits[from + i] - largest) / Math.max(random.nextExponential(), Double.MIN_NORMAL);
            action[to + i] = weight;
            sum += weight;
        }
        for (int i = 0; i < size; i++) {
            action[to + i] /= sum;
        }
    }

    private static void oneHot(float[] logits, int from, int size, double[] action, int to) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (logits[from + i] > logits[from + best]) {
                best = i;
            }
        }
        setOneHot(action, to, size, best);
    }

    private static void oneHot(double[] action, int to, int size) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (action[to + i] > action[to + best]) {
                best = i;
            }
        }
        setOneHot(action, to, size, best);
    }

    private static void setOneHot(double[] action, int to, int size, int best) {
        for (int i = 0; i < size; i++) {
            action[to + i] = i == best ? 1 : 0;
        }
    }

    private static void actBox(
            ActionHead head,
            float[] outputs,
            int from,
            boolean deterministic,
            RandomStream random,
            double[] action,
            int to) {
        int size = head.size();
        for (int i = 0; i < size; i++) {
            double value = outputs[from + i];
            if (!deterministic) {
                double logDeviation =
                        Math.min(LARGEST_LOG_DEVIATION, Math.max(LEAST_LOG_DEVIATION, outputs[from + size + i]));
                value += Math.exp(logDeviation) * random.nextGaussian();
            }
            action[to + i] = intoBox(head, value);
        }
    }
}
