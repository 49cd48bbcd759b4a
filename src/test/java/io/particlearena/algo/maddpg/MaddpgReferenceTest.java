package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole updates agree with an independent float64 implementation that draws the same rows and noise. */
final class MaddpgReferenceTest {

    private static final int BATCH = 16;
    private static final int UNITS = 7;
    private static final int STEPS = 60;
    private static final double LEARNING_RATE = 0.01;
    private static final double GAMMA = 0.9;
    private static final double POLYAK = 0.2;
    /** Larger than in use, so that its effect shows. */
    private static final double EPSILON = 0.3;

    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec(
                    "speaker",
                    Side.BAD,
                    List.of(ObservationPart.vector("vector", 3)),
                    List.of(ActionHead.categorical("move", 3), ActionHead.categorical("message", 2))),
            new AgentSpec(
                    "listener",
                    Side.GOOD,
                    List.of(ObservationPart.vector("vector", 4)),
                    List.of(ActionHead.categorical("move", 4))));
    private static final int[][] HEADS = {{3, 2}, {4}};

    private final JointReplay replay = new JointReplay(AGENTS, 1000);
    private final double[][][] observations = new double[STEPS + 1][][];
    private final double[][][] actions = new double[STEPS][][];
    private final double[][] rewards = new double[STEPS][];
    private final boolean[] terminated = new boolean[STEPS];
    private final boolean[] truncated = new boolean[STEPS];
    private final List<Policy> policies = new ArrayList<>();
    private final List<ReferenceAgent> references = new ArrayList<>();
    private final List<RandomStream> rowStreams = new ArrayList<>();
    private final List<RandomStream> noiseStreams = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "maddpg, '', false, true",
        "maddpg, '', true, false",
        "ddpg, '', false, false",
        "ddpg, '', true, true",
        "mmmaddpg, paper, false, true",
        "mmmaddpg, released, true, false"
    })
    void updatesAgreeWithTheReference(
            String algorithm, String variant, boolean timeLimitAsTerminal, boolean copyTargets) {
        fillReplay();
        createAgents(Algorithms.find(algorithm), variant, timeLimitAsTerminal, copyTargets);

        for (int update = 0; update < 6; update++) {
            for (int seat = 0; seat < AGENTS.size(); seat++) {
                Map<String, Double> metrics = new HashMap<>();
                policies.get(seat).update(seat, metrics::put);
                policies.get(seat).commit(seat);
                Map<String, Double> expected =
                        referenceUpdate(seat, algorithm.equals("ddpg"), variant, timeLimitAsTerminal);

                assertThat(metrics).containsOnlyKeys(expected.keySet());
                expected.forEach((name, value) ->
                        assertThat(metrics.get(name)).as(name).isCloseTo(value, within(2e-5 + 1e-4 * Math.abs(value))));
                assertSameParameters(seat);
            }
        }
    }

    private void fillReplay() {
        RandomStream random = RandomStream.ofSeed(11);
        StepBuffer before = new StepBuffer(AGENTS, 0, 0);
        StepBuffer after = new StepBuffer(AGENTS, 0, 0);
        observations[0] = drawObservations(random);
        for (int step = 0; step < STEPS; step++) {
            observations[step + 1] = drawObservations(random);
            actions[step] = new double[][] {weights(random, 5), weights(random, 4)};
            rewards[step] = new double[] {float32(random.nextGaussian()), float32(random.nextGaussian())};
            terminated[step] = step % 7 == 0;
            truncated[step] = step % 3 == 0;
            set(before, observations[step]);
            set(after, observations[step + 1]);
            System.arraycopy(rewards[step], 0, after.rewards(), 0, 2);
            after.setEnd(terminated[step], truncated[step]);
            replay.add(before, actions[step], after);
        }
    }

    private static double[][] drawObservations(RandomStream random) {
        return new double[][] {weights(random, 3), weights(random, 4)};
    }

    private static double[] weights(RandomStream random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = float32(random.nextDouble());
        }
        return values;
    }

    private static double float32(double value) {
        return (float) value;
    }

    private static void set(StepBuffer buffer, double[][] values) {
        for (int seat = 0; seat < values.length; seat++) {
            System.arraycopy(values[seat], 0, buffer.observation(seat), 0, values[seat].length);
        }
    }

    private void createAgents(
            AlgorithmEntry<?> algorithm, String variant, boolean timeLimitAsTerminal, boolean copyTargets) {
        Map<String, Object> options = new HashMap<>(Map.of(
                "lr", LEARNING_RATE,
                "gamma", GAMMA,
                "polyak", POLYAK,
                "batch_size", BATCH,
                "num_units", UNITS,
                "time_limit_as_terminal", timeLimitAsTerminal,
                "copy_targets_at_start", copyTargets));
        if (!variant.isEmpty()) {
            options.putAll(Map.of("variant", variant, "adv_eps", EPSILON, "adv_eps_s", 1000));
        }
        RandomStreams streams = new RandomStreams(5);
        for (int seat = 0; seat < AGENTS.size(); seat++) {
            policies.add(algorithm.create(
                    options,
                    new PolicyContext(
                            "p" + seat, List.of(seat), AGENTS, streams, replay, 25, Path.of("experience"), true)));
            rowStreams.add(streams.stream("policy/p" + seat + "/" + seat + "/replay"));
            noiseStreams.add(streams.stream("policy/p" + seat + "/" + seat + "/noise"));
        }
        policies.forEach(policy -> policy.connect(policies));
        for (int seat = 0; seat < AGENTS.size(); seat++) {
            AgentSpec agent = AGENTS.get(seat);
            int criticInputs = algorithm.name().equals("ddpg") ? agent.observationSize() + agent.actionSize() : 16;
            int[] policySizes = {agent.observationSize(), UNITS, UNITS, agent.actionSize()};
            int[] criticSizes = {criticInputs, UNITS, UNITS, 1};
            references.add(new ReferenceAgent(
                    new ReferenceNetwork(parameters(seat, "policy"), policySizes),
                    new ReferenceNetwork(parameters(seat, "critic"), criticSizes),
                    new ReferenceNetwork(parameters(seat, "target_policy"), policySizes),
                    new ReferenceNetwork(parameters(seat, "target_critic"), criticSizes),
                    HEADS[seat]));
        }
    }

    private float[] parameters(int seat, String network) {
        StateReader state = MemoryState.of(policies.get(seat)).reader();
        return state.child("seat_" + seat).child("networks").child(network).getFloats("parameters");
    }

    private Map<String, Double> referenceUpdate(
            int seat, boolean ownCritic, String variant, boolean timeLimitAsTerminal) {
        int[] rows = new int[BATCH];
        replay.sample(rowStreams.get(seat), rows);
        List<Integer> seen = ownCritic ? List.of(seat) : List.of(0, 1);
        double[][] joint = new double[BATCH][];
        List<double[][]> nextActions = new ArrayList<>();
        for (int other : seen) {
            double[][] noise = noise(seat, AGENTS.get(other).actionSize());
            nextActions.add(references.get(other).targetAction(observationsOf(other, rows, 1), noise));
        }
        double[][] nextJoint = new double[BATCH][];
        for (int i = 0; i < BATCH; i++) {
            List<double[]> now = new ArrayList<>();
            List<double[]> next = new ArrayList<>();
            for (int other : seen) {
                now.add(observations[rows[i]][other]);
                next.add(observations[rows[i] + 1][other]);
            }
            for (int k = 0; k < seen.size(); k++) {
                now.add(actions[rows[i]][seen.get(k)]);
                next.add(nextActions.get(k)[i]);
            }
            joint[i] = join(now);
            nextJoint[i] = join(next);
        }
        boolean[] perturbed = {!variant.isEmpty(), variant.equals("paper")};
        return step(seat, ownCritic, perturbed, timeLimitAsTerminal, rows, joint, nextJoint);
    }

    /** The other agent's action, moved to where a critic of both likes it less. */
    private static UnaryOperator<double[][]> perturbation(boolean active, int seat, ReferenceNetwork critic) {
        int from = seat == 0 ? 12 : 7;
        int to = seat == 0 ? 16 : 12;
        return joint -> active ? ReferenceAgent.worsened(critic, joint, from, to, EPSILON, BATCH * 1e-6) : joint;
    }

    private Map<String, Double> step(
            int seat,
            boolean ownCritic,
            boolean[] perturbed,
            boolean timeLimit,
            int[] rows,
            double[][] joint,
            double[][] nextJoint) {
        ReferenceAgent agent = references.get(seat);
        double[][] nextQ = agent.targetCritic.apply(
                perturbation(perturbed[0], seat, agent.targetCritic).apply(nextJoint));
        double[] wanted = new double[BATCH];
        double reward = 0;
        double wantedSum = 0;
        double qSum = 0;
        double[][] q = agent.critic.apply(joint);
        for (int i = 0; i < BATCH; i++) {
            boolean done = terminated[rows[i]] || (timeLimit && truncated[rows[i]]);
            wanted[i] = rewards[rows[i]][seat] + GAMMA * (done ? 0 : 1) * nextQ[i][0];
            reward += rewards[rows[i]][seat] / BATCH;
            wantedSum += wanted[i] / BATCH;
            qSum += q[i][0] / BATCH;
        }
        double[] criticGradient = new double[agent.critic.parameters.length];
        double criticLoss = agent.criticLoss(joint, wanted, criticGradient);
        agent.stepCritic(criticGradient, LEARNING_RATE);

        int observationSize = ownCritic ? AGENTS.get(seat).observationSize() : 7;
        int actionStart = observationSize + (ownCritic || seat == 0 ? 0 : 5);
        double[] policyGradient = new double[agent.policy.parameters.length];
        double policyLoss = agent.policyLoss(
                observationsOf(seat, rows, 0),
                joint,
                actionStart,
                noise(seat, AGENTS.get(seat).actionSize()),
                perturbation(perturbed[1], seat, agent.critic),
                policyGradient);
        agent.stepPolicy(policyGradient, LEARNING_RATE);
        agent.moveTargets(POLYAK);
        return Map.of(
                "critic_loss", criticLoss,
                "policy_loss", policyLoss,
                "q_mean", qSum,
                "target_q_mean", wantedSum,
                "batch_reward", reward);
    }

    private double[][] noise(int seat, int size) {
        double[][] noise = new double[BATCH][size];
        for (double[] row : noise) {
            for (int i = 0; i < size; i++) {
                row[i] = float32(noiseStreams.get(seat).nextExponential());
            }
        }
        return noise;
    }

    private double[][] observationsOf(int seat, int[] rows, int later) {
        double[][] values = new double[BATCH][];
        for (int i = 0; i < BATCH; i++) {
            values[i] = observations[rows[i] + later][seat];
        }
        return values;
    }

    private static double[] join(List<double[]> parts) {
        return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    private void assertSameParameters(int seat) {
        ReferenceAgent reference = references.get(seat);
        assertClose(parameters(seat, "critic"), reference.critic.parameters);
        assertClose(parameters(seat, "policy"), reference.policy.parameters);
        assertClose(parameters(seat, "target_critic"), reference.targetCritic.parameters);
        assertClose(parameters(seat, "target_policy"), reference.targetPolicy.parameters);
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).as("parameter %d", i).isCloseTo(expected[i], within(1e-4));
        }
    }
}
