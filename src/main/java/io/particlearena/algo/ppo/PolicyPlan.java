package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.nn.Gradients;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import org.jspecify.annotations.Nullable;

/** The policy's loss over some rows of a {@link Lesson}, as a plan; perhaps with a step of the optimiser after it. */
final class PolicyPlan {

    private final Plan plan = new Plan();
    private final RowPicker picker = new RowPicker();
    private final Tensor observations;
    private final Tensor samples;
    private final Tensor oldLogProbabilities;
    private final Tensor advantages;
    private final Tensor logProbabilities;
    private final Tensor entropy;
    private final Tensor loss;
    private final @Nullable Gradients gradients;
    private final float[] oldValues;
    private final float[] newValues;

    /**
     * @param rows how many rows each run reads
     * @param learns whether each run ends with a step of the optimiser
     */
    PolicyPlan(PpoNetworks networks, PpoRates rates, int rows, boolean learns) {
        PolicyNetwork network = networks.policyNetwork();
        PpoDistribution distribution = network.distribution();
        Parameters parameters = networks.policy();
        observations = plan.input(rows, network.observationSize());
        samples = plan.input(rows, distribution.size());
        oldLogProbabilities = plan.input(rows, 1);
        advantages = plan.input(rows, 1);
        Tensor outputs = network.apply(plan, parameters, observations);
        logProbabilities = distribution.logProbability(plan, outputs, samples);
        entropy = plan.mean(distribution.entropy(plan, outputs));
        Tensor ratio = PpoLosses.ratio(plan, logProbabilities, oldLogProbabilities);
        Tensor clipped = PpoLosses.policy(plan, ratio, advantages, rates.lowestRatio(), rates.highestRatio());
        loss = plan.subtract(clipped, plan.scale(entropy, rates.entropyWeight()));
        if (learns) {
            gradients = plan.gradients(loss, parameters);
            plan.clipByGlobalNorm(gradients, rates.gradientNorm());
            plan.step(networks.policyAdam(), gradients, rates.policyRate());
        } else {
            gradients = null;
        }
        oldValues = new float[rows];
        newValues = new float[rows];
    }

    /** Takes the rows whose numbers stand in {@code order} from {@code from} on. */
    void fill(Lesson lesson, int[] order, int from) {
        picker.fill(observations, lesson.observations(), order, from);
        picker.fill(samples, lesson.samples(), order, from);
        picker.fill(oldLogProbabilities, lesson.logProbabilities(), order, from);
        picker.fill(advantages, lesson.advantages(), order, from);
    }

    /** Runs, and adds how far the policy has moved by now, before the step of the optimiser. */
    void run(PolicyShift shift) {
        plan.run();
        oldLogProbabilities.get(oldValues);
        logProbabilities.get(newValues);
        shift.add(newValues, oldValues, newValues.length);
    }

    /** The loss of the latest run, with the entropy's share. */
    double loss() {
        return loss.value();
    }

    /** The mean entropy in the latest run. */
    double entropy() {
        return entropy.value();
    }

    /** Shows the network, and the gradient of the latest run, where each run ends with a step. */
    void showNetwork(int seat, NetworkSink sink) {
        if (gradients != null) {
            sink.network(seat, "", gradients);
        }
    }
}
