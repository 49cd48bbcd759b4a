package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.nn.Gradients;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import org.jspecify.annotations.Nullable;

/** The value's loss over some rows of a {@link Lesson}, as a plan; perhaps with a step of the optimiser after it. */
final class ValuePlan {

    private final Plan plan = new Plan();
    private final RowPicker picker = new RowPicker();
    private final Tensor inputs;
    private final Tensor wanted;
    private final Tensor outputs;
    private final Tensor loss;
    private final @Nullable Gradients gradients;

    /**
     * @param rows how many rows each run reads
     * @param learns whether each run ends with a step of the optimiser
     */
    ValuePlan(PpoNetworks networks, PpoRates rates, int rows, boolean learns) {
        inputs = plan.input(rows, networks.valueNetwork().inputs());
        wanted = plan.input(rows, 1);
        outputs = networks.valueNetwork().apply(plan, networks.value(), inputs);
        loss = PpoLosses.value(plan, outputs, wanted);
        if (learns) {
            gradients = plan.gradients(loss, networks.value());
            plan.clipByGlobalNorm(gradients, rates.gradientNorm());
            plan.step(networks.valueAdam(), gradients, rates.valueRate());
        } else {
            gradients = null;
        }
    }

    /** Takes the rows whose numbers stand in {@code order} from {@code from} on. */
    void fill(Lesson lesson, int[] order, int from) {
        picker.fill(inputs, lesson.valueInputs(), order, from);
        picker.fill(wanted, lesson.wantedValues(), order, from);
    }

    /** Runs once. */
    void run() {
        plan.run();
    }

    /** What the network says for other inputs, as many as this plan has rows. */
    void apply(float[] otherInputs, float[] result) {
        inputs.set(otherInputs);
        plan.run();
        outputs.get(result);
    }

    /** The loss of the latest run. */
    double loss() {
        return loss.value();
    }

    /** Shows the network, and the gradient of the latest run, where each run ends with a step. */
    void showNetwork(int seat, NetworkSink sink) {
        if (gradients != null) {
            sink.network(seat, "", gradients);
        }
    }
}
