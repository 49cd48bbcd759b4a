package io.particlearena.nn;

import io.particlearena.math.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Whether a device computes the same losses as the CPU that they were recorded on, and how fast it updates networks. */
public final class SelfTest {

    private static final int UPDATES = 10;
    private static final int INPUTS = 82;
    /** Roundings differ between devices, and ten updates spread them. */
    private static final double TOLERANCE = 1e-3;

    private SelfTest() {}

    /**
     * A loss after ten updates.
     *
     * @param name what was trained
     * @param expected what the CPU has computed
     * @param actual what this device computes
     */
    public record Loss(String name, double expected, double actual) {

        /** Whether both are the same but for rounding. */
        public boolean agrees() {
            return Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected);
        }
    }

    /**
     * How fast a network of two hidden layers is updated: forward, backward, clipping, Adam.
     *
     * @param batch rows of a batch
     * @param hidden units of each hidden layer
     */
    public record Speed(int batch, int hidden, double updatesPerSecond) {}

    /** A plan and its loss. */
    private record Training(Plan plan, Tensor loss) {

        double lossAfter(int updates) {
            for (int i = 0; i < updates; i++) {
                plan.run();
            }
            return loss.value();
        }
    }

    /** Trains fixed networks on fixed numbers. */
    public static List<Loss> losses() {
        return List.of(
                loss("values, rectifier, 82-64-64-1", 0.202827, regression(256, 64, Activation.RELU)),
                loss("values, tanh, 82-64-64-1", 0.080565, regression(256, 64, Activation.TANH)),
                loss("actions, Gumbel-softmax, 82-64-64-5", 0.976114, actions()),
                loss("LSTM, 8 x 16 steps, 12-32", 0.892140, sequences()));
    }

    private static Loss loss(String name, double expected, Training training) {
        return new Loss(name, expected, training.lossAfter(UPDATES));
    }

    /** Updates networks of four sizes, each for some seconds. */
    public static List<Speed> speeds(double seconds) {
        List<Speed> speeds = new ArrayList<>();
        for (int batch : new int[] {1024, 8192}) {
            for (int hidden : new int[] {64, 512}) {
                Training training = regression(batch, hidden, Activation.RELU);
                training.lossAfter(1);
                long start = System.nanoTime();
                int updates = 0;
                double elapsed = 0;
                while (elapsed < seconds || updates == 0) {
                    // Reading the loss waits for a card to have done its work.
                    training.lossAfter(1);
                    updates++;
                    elapsed = 1e-9 * (System.nanoTime() - start);
                }
                speeds.add(new Speed(batch, hidden, updates / elapsed));
            }
        }
        return speeds;
    }

    private static Training regression(int batch, int hidden, Activation activation) {
        RandomStream random = RandomStream.ofSeed(1);
        Mlp network = new Mlp("values", INPUTS, List.of(hidden, hidden), activation, 1);
        Parameters parameters = new Parameters(network.layout());
        parameters.initialise(random);
        Plan plan = new Plan();
        Tensor inputs = plan.input(batch, INPUTS);
        Tensor targets = plan.input(batch, 1);
        Tensor loss = plan.mean(plan.square(plan.subtract(network.apply(plan, parameters, inputs), targets)));
        return training(plan, loss, parameters, random, inputs, targets);
    }

    private static Training actions() {
        RandomStream random = RandomStream.ofSeed(2);
        Mlp network = new Mlp("policy", INPUTS, List.of(64, 64), Activation.RELU, 5);
        Parameters parameters = new Parameters(network.layout());
        parameters.initialise(random);
        Plan plan = new Plan();
        Tensor observations = plan.input(256, INPUTS);
        Tensor advantages = plan.input(256, 5);
        Tensor logits = network.apply(plan, parameters, observations);
        Tensor action = plan.gumbelSoftmax(logits, plan.exponentialNoise(256, 5, RandomStream.ofSeed(3)));
        Tensor loss = plan.add(
                plan.addScalar(plan.negate(plan.mean(plan.multiply(action, advantages))), 1),
                plan.scale(plan.mean(plan.square(logits)), 0.1));
        return training(plan, loss, parameters, random, observations, advantages);
    }

    private static Training sequences() {
        RandomStream random = RandomStream.ofSeed(4);
        Lstm layer = new Lstm("lstm", 12, 32, GateActivation.SIGMOID);
        Parameters parameters = new Parameters(layer.layout());
        parameters.initialise(random);
        Plan plan = new Plan();
        Tensor sequence = plan.input(16 * 8, 12);
        Tensor state = plan.input(8, 32);
        Tensor targets = plan.input(16 * 8, 32);
        Lstm.States states = layer.apply(plan, parameters, sequence, state, state);
        Tensor loss = plan.mean(plan.square(plan.subtract(states.hidden(), targets)));
        return training(plan, loss, parameters, random, sequence, state, targets);
    }

    private static Training training(
            Plan plan, Tensor loss, Parameters parameters, RandomStream random, Tensor... inputs) {
        Gradients gradients = plan.gradients(loss, parameters);
        plan.clipEachTensor(gradients, new Scalar(0.5));
        plan.step(Adam.tensorFlow(parameters), gradients, new Scalar(0.01));
        for (Tensor input : inputs) {
            float[] values = new float[input.rows() * input.columns()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            input.set(values);
        }
        return new Training(plan, loss);
    }
}
