package io.particlearena.nn;

import io.particlearena.math.RandomStream;
import io.particlearena.math.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures the engine on workloads of fixed shapes; the command line prints the figures. */
public final class EngineBenchmark {

    private static final int BATCH = 1024;
    /** The observations of the four agents of simple_tag, three adversaries and one good agent. */
    private static final int[] OBSERVATIONS = {16, 16, 16, 14};

    private static final int ACTIONS = 5;
    private static final int UNITS = 64;
    private static final int SEQUENCES = 8;
    private static final int TIMES = 64;
    private static final int LSTM_INPUTS = 40;
    private static final int AGENTS = OBSERVATIONS.length;

    private EngineBenchmark() {}

    /**
     * Time of one repetition over several rounds.
     *
     * @param name what was measured
     * @param medianMicros the median of the rounds' means
     * @param leastMicros the least of the rounds' means
     */
    public record Timing(String name, double medianMicros, double leastMicros) {}

    /**
     * Resident memory of the process while plans run.
     *
     * @param updates number of updates
     * @param startMegabytes after the first hundred updates
     * @param endMegabytes after the last
     */
    public record Memory(int updates, double startMegabytes, double endMegabytes) {}

    /** One MADDPG agent's whole update: target actions and values, critic step, policy step, target networks. */
    public static Timing maddpgUpdate(int rounds, int updatesPerRound) {
        Plan plan = maddpgUpdate(1).plan();
        return time("MADDPG update, batch " + BATCH, rounds, updatesPerRound, plan::run);
    }

    /** The same update over and over, with the resident memory before and after. */
    public static Memory memory(int updates) throws IOException {
        Plan plan = maddpgUpdate(1).plan();
        for (int i = 0; i < 100; i++) {
            plan.run();
        }
        double start = residentMegabytes();
        for (int i = 0; i < updates; i++) {
            plan.run();
        }
        return new Memory(updates, start, residentMegabytes());
    }

    /** One action of a 16-64-64-5 policy in plain Java. */
    public static Timing acting(int rounds, int actionsPerRound) {
        Mlp network = new Mlp("policy", 16, List.of(64, 64), Activation.RELU, ACTIONS);
        Parameters parameters = new Parameters(network.layout());
        RandomStream random = RandomStream.ofSeed(1);
        parameters.initialise(random);
        MlpActor actor = network.actor(parameters.toArray());
        MlpActor.Scratch scratch = actor.newScratch();
        float[] observation = new float[16];
        float[] logits = new float[ACTIONS];
        return time("acting, 16-64-64-5", rounds, actionsPerRound, () -> {
            observation[0] += logits[0] * 1e-3f;
            actor.apply(observation, scratch, logits);
        });
    }

    /**
     * An LSTM's whole update: eight sequences of 64 steps, 40 inputs, 64 units, learned initial states, a head of 64-64-5,
     * cross-entropy, clipping, Adam.
     */
    public static Timing lstmUpdate(int rounds, int updatesPerRound) {
        return time("LSTM update, 8 x 64 steps", rounds, updatesPerRound, lstmUpdate(1)::run);
    }

    /** One step of a 40-64 LSTM in plain Java. */
    public static Timing lstmActing(int rounds, int stepsPerRound) {
        return time("acting, LSTM 40-64", rounds, stepsPerRound, lstmStep());
    }

    static Runnable lstmStep() {
        Lstm layer = new Lstm("lstm", LSTM_INPUTS, UNITS, GateActivation.SIGMOID);
        Parameters parameters = new Parameters(layer.layout());
        parameters.initialise(RandomStream.ofSeed(1));
        LstmActor actor = layer.actor(parameters.toArray());
        float[] input = new float[LSTM_INPUTS];
        float[] hidden = new float[UNITS];
        float[] cell = new float[UNITS];
        float[] scratch = new float[actor.scratchSize()];
        return () -> {
            input[0] = hidden[0];
            actor.apply(input, hidden, cell, scratch);
        };
    }

    private static Timing time(String name, int rounds, int repetitions, Runnable work) {
        double[] micros = new double[rounds];
        for (int i = 0; i < repetitions; i++) {
            work.run();
        }
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < repetitions; i++) {
                work.run();
            }
            micros[round] = (System.nanoTime() - start) / 1e3 / repetitions;
        }
        return new Timing(
                name, Statistics.median(micros), Arrays.stream(micros).min().orElse(0));
    }

    private static double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("This system does not tell a process's resident memory");
    }

    /** A plan that learns, with all that it changes. */
    record Update(Plan plan, List<Parameters> parameters) {}

    /** The update as the field's reference does it: batch, widths, rates and clip of the OpenAI code. */
    static Update maddpgUpdate(long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        int observations = Arrays.stream(OBSERVATIONS).sum();
        Mlp criticNetwork = new Mlp("critic", observations + AGENTS * ACTIONS, List.of(64, 64), Activation.RELU, 1);
        Parameters critic = initialised(criticNetwork, random);
        Parameters targetCritic = initialised(criticNetwork, random);
        Mlp policyNetwork = policyNetwork(0);
        Parameters policy = initialised(policyNetwork, random);
        Scalar clip = new Scalar(0.5);
        Scalar learningRate = new Scalar(0.01);
        Plan plan = new Plan();
        Tensor joint = plan.input(BATCH, observations + AGENTS * ACTIONS);
        Tensor nextObservations = plan.input(BATCH, observations);
        Tensor reward = plan.input(BATCH, 1);
        Tensor proceed = plan.input(BATCH, 1);
        List<Tensor> next = new ArrayList<>(List.of(nextObservations));
        Parameters targetPolicy = policy;
        int column = 0;
        for (int agent = 0; agent < AGENTS; agent++) {
            Mlp network = policyNetwork(agent);
            Parameters parameters = initialised(network, random);
            targetPolicy = agent == 0 ? parameters : targetPolicy;
            Tensor observation = plan.columns(nextObservations, column, column + OBSERVATIONS[agent]);
            column += OBSERVATIONS[agent];
            Tensor logits = network.apply(plan, parameters, observation);
            next.add(plan.gumbelSoftmax(logits, plan.exponentialNoise(BATCH, ACTIONS, random)));
        }
        Tensor nextValue = criticNetwork.apply(plan, targetCritic, plan.concat(next));
        Tensor target = plan.add(reward, plan.multiply(plan.scale(proceed, 0.95), nextValue));
        Tensor value = criticNetwork.apply(plan, critic, joint);
        Tensor criticLoss = plan.mean(plan.square(plan.subtract(value, plan.stopGradient(target))));
        Gradients criticGradients = plan.gradients(criticLoss, critic);
        plan.clipEachTensor(criticGradients, clip);
        plan.step(Adam.tensorFlow(critic), criticGradients, learningRate);

        Tensor logits = policyNetwork.apply(plan, policy, plan.columns(joint, 0, OBSERVATIONS[0]));
        Tensor action = plan.gumbelSoftmax(logits, plan.exponentialNoise(BATCH, ACTIONS, random));
        Tensor jointNow = plan.concat(
                plan.columns(joint, 0, observations),
                action,
                plan.columns(joint, observations + ACTIONS, observations + AGENTS * ACTIONS));
        Tensor policyLoss = plan.add(
                plan.negate(plan.mean(criticNetwork.apply(plan, critic, jointNow))),
                plan.scale(plan.mean(plan.square(logits)), 1e-3));
        Gradients policyGradients = plan.gradients(policyLoss, policy);
        plan.clipEachTensor(policyGradients, clip);
        plan.step(Adam.tensorFlow(policy), policyGradients, learningRate);
        Scalar rate = new Scalar(0.01);
        plan.moveTowards(targetCritic, critic, rate);
        plan.moveTowards(targetPolicy, policy, rate);
        fill(random, joint, nextObservations, reward, proceed);
        return new Update(plan, List.of(critic, targetCritic, policy, targetPolicy));
    }

    /** As in the training of an opponent model: the head reads the hidden state of every time. */
    static Plan lstmUpdate(long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        Lstm layer = new Lstm("lstm", LSTM_INPUTS, UNITS, GateActivation.SIGMOID);
        Mlp head = new Mlp("head", UNITS, List.of(UNITS), Activation.RELU, ACTIONS);
        Parameters parameters = new Parameters(ParameterLayout.builder()
                .add(layer.layout())
                .add(head.layout())
                .add("initial/hidden", 1, UNITS, Initialiser.zeros())
                .add("initial/cell", 1, UNITS, Initialiser.zeros())
                .build());
        parameters.initialise(random);
        Plan plan = new Plan();
        Tensor sequence = plan.input(TIMES * SEQUENCES, LSTM_INPUTS);
        Tensor labels = plan.input(TIMES * SEQUENCES, ACTIONS);
        Lstm.States states = layer.apply(
                plan,
                parameters,
                sequence,
                plan.repeat(plan.parameter(parameters, "initial/hidden"), SEQUENCES),
                plan.repeat(plan.parameter(parameters, "initial/cell"), SEQUENCES));
        Tensor loss = plan.mean(plan.softmaxCrossEntropy(head.apply(plan, parameters, states.hidden()), labels));
        Gradients gradients = plan.gradients(loss, parameters);
        plan.clipEachTensor(gradients, new Scalar(0.5));
        plan.step(Adam.tensorFlow(parameters), gradients, new Scalar(1e-3));
        fill(random, sequence, labels);
        return plan;
    }

    private static void fill(RandomStream random, Tensor... inputs) {
        for (Tensor input : inputs) {
            float[] values = new float[input.rows() * input.columns()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextDouble() * 2 - 1);
            }
            input.set(values);
        }
    }

    private static Mlp policyNetwork(int agent) {
        return new Mlp("policy", OBSERVATIONS[agent], List.of(64, 64), Activation.RELU, ACTIONS);
    }

    private static Parameters initialised(Mlp network, RandomStream random) {
        Parameters parameters = new Parameters(network.layout());
        parameters.initialise(random);
        return parameters;
    }
}
