package io.particlearena.nn;

import io.particlearena.math.RandomStream;
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
        Plan plan = maddpgPlan(1);
        return time("MADDPG update, batch " + BATCH, rounds, updatesPerRound, plan::run);
    }

    /** The same update over and over, with the resident memory before and after. */
    public static Memory memory(int updates) throws IOException {
        Plan plan = maddpgPlan(1);
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
        Arrays.sort(micros);
        return new Timing(name, micros[rounds / 2], micros[0]);
    }

    private static double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("This system does not tell a process's resident memory");
    }

    /** The update as the field's reference does it: batch, widths, rates and clip of the OpenAI code. */
    static Plan maddpgPlan(long seed) {
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
