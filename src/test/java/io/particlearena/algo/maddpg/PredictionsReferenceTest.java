package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.ObservationPart.Elements;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Updates of a seat whose policy sees predictions, and of one whose critic judges that seat, agree with an independent
 * float64 implementation: MADDPG with further inputs to one policy.
 */
final class PredictionsReferenceTest {

    private static final int PREDICTING = 1;
    private static final int BATCH = 16;
    private static final int UNITS = 7;
    private static final int STEPS = 50;
    private static final double LEARNING_RATE = 0.01;
    private static final double GAMMA = 0.9;
    private static final double POLYAK = 0.2;
    private static final int[] OBSERVATION_SIZES = {2, 3, 4};
    private static final int[] ACTION_SIZES = {2, 3, 2};

    private static final List<AgentSpec> AGENTS = List.of(agent(0), agent(1), agent(2));

    private static final Map<String, Object> OPTIONS =
            Map.of("lr", LEARNING_RATE, "gamma", GAMMA, "polyak", POLYAK, "batch_size", BATCH, "num_units", UNITS);

    private final double[][][] observations = new double[STEPS + 1][3][];
    private final double[][][] actions = new double[STEPS][3][];
    private final double[][] rewards = new double[STEPS][3];
    /** By step, what each seat is predicted to do. */
    private final double[][][] predictions = new double[STEPS + 1][3][];

    private final List<Policy> policies = new ArrayList<>();
    private final List<ReferenceAgent> references = new ArrayList<>();
    private final List<RandomStream> rowStreams = new ArrayList<>();
    private final List<RandomStream> noiseStreams = new ArrayList<>();
    private final Map<Integer, double[][]> targetActions = new HashMap<>();
    private CriticView view = CriticView.centralised(AGENTS);
    private Predictions predicted = Predictions.none(AGENTS);
    private JointReplay replay = new JointReplay(AGENTS, STEPS);

    private static AgentSpec agent(int seat) {
        return new AgentSpec(
                "agent " + seat,
                seat == PREDICTING ? Side.BAD : Side.GOOD,
                List.of(ObservationPart.vector("vector", OBSERVATION_SIZES[seat])),
                List.of(ActionHead.categorical("move", ACTION_SIZES[seat])));
    }

    @ParameterizedTest
    @CsvSource({
        "02, true, false, false, false",
        "2, true, false, false, false",
        "2, true, false, false, true",
        "02, true, true, false, false",
        "2, true, true, false, false",
        "02, false, false, false, false",
        "2, false, false, false, false",
        "02, false, true, false, false",
        "02, false, true, true, false",
        "2, false, true, true, false",
        "0, false, true, true, true"
    })
    void updatesAgreeWithTheReference(
            String seats, boolean centralised, boolean supplied, boolean standIn, boolean constant) {
        List<Integer> others = seats.chars().mapToObj(seat -> seat - '0').toList();
        predicted = new Predictions(AGENTS, others, supplied, standIn);
        List<Integer> acting =
                Stream.concat(others.stream(), Stream.of(PREDICTING)).sorted().toList();
        view = centralised ? CriticView.centralised(AGENTS) : new CriticView(AGENTS, List.of(PREDICTING), acting);
        fillReplay(constant);
        createAgents();

        for (int update = 0; update < 5; update++) {
            for (int seat : List.of(PREDICTING, 0)) {
                Map<String, Double> metrics = new HashMap<>();
                policies.get(seat).update(seat, metrics::put);
                policies.get(seat).commit(seat);
                Map<String, Double> expected = referenceUpdate(seat);

                expected.forEach((name, value) ->
                        assertThat(metrics.get(name)).as(name).isCloseTo(value, within(2e-5 + 1e-4 * Math.abs(value))));
                assertSameParameters(seat);
            }
        }
    }

    private void fillReplay(boolean constant) {
        List<ReplayColumn> columns = predicted.seats().stream()
                .map(seat ->
                        new ReplayColumn(Predictions.column(PREDICTING, seat), Elements.FLOAT32, ACTION_SIZES[seat]))
                .toList();
        replay = new JointReplay(AGENTS, STEPS, columns);
        RandomStream random = RandomStream.ofSeed(11);
        for (int step = 0; step <= STEPS; step++) {
            for (int seat = 0; seat < 3; seat++) {
                observations[step][seat] = weights(random, OBSERVATION_SIZES[seat]);
                predictions[step][seat] =
                        constant && step > 0 ? predictions[0][seat] : weights(random, ACTION_SIZES[seat]);
            }
        }
        StepBuffer before = new StepBuffer(AGENTS, 0, 0);
        StepBuffer after = new StepBuffer(AGENTS, 0, 0);
        for (int step = 0; step < STEPS; step++) {
            for (int seat = 0; seat < 3; seat++) {
                actions[step][seat] = weights(random, ACTION_SIZES[seat]);
                rewards[step][seat] = (float) random.nextGaussian();
                copy(observations[step][seat], before.observation(seat));
                copy(observations[step + 1][seat], after.observation(seat));
                after.rewards()[seat] = rewards[step][seat];
            }
            after.setEnd(step % 7 == 0, false);
            replay.add(before, actions[step], after);
            for (int seat : predicted.seats()) {
                replay.put(Predictions.column(PREDICTING, seat), floats(predictions[step][seat]));
            }
        }
    }

    private static double[] weights(RandomStream random, int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> (float) random.nextDouble());
        return values;
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private void createAgents() {
        RandomStreams streams = new RandomStreams(5);
        for (int seat = 0; seat < 3; seat++) {
            PolicyContext context = new PolicyContext(
                    "p" + seat, List.of(seat), AGENTS, streams, replay, 25, Path.of("experience"), true);
            policies.add(seat == PREDICTING ? predictingPolicy(context) : Maddpg.MADDPG.create(OPTIONS, context));
            rowStreams.add(streams.stream("policy/p" + seat + "/" + seat + "/replay"));
            noiseStreams.add(streams.stream("policy/p" + seat + "/" + seat + "/noise"));
        }
        policies.forEach(policy -> policy.connect(policies));
        for (int seat = 0; seat < 3; seat++) {
            boolean predicts = seat == PREDICTING;
            int inputs = OBSERVATION_SIZES[seat] + (predicts ? predicted.size() : 0);
            int[] policySizes = {inputs, UNITS, UNITS, ACTION_SIZES[seat]};
            int[] criticSizes = {viewOf(seat).size(), UNITS, UNITS, 1};
            references.add(new ReferenceAgent(
                    new ReferenceNetwork(parameters(seat, "policy"), policySizes),
                    new ReferenceNetwork(parameters(seat, "critic"), criticSizes),
                    new ReferenceNetwork(parameters(seat, "target_policy"), policySizes),
                    new ReferenceNetwork(parameters(seat, "target_critic"), criticSizes),
                    ACTION_SIZES[seat]));
        }
    }

    private Policy predictingPolicy(PolicyContext context) {
        LearningRates rates = new LearningRates();
        MaddpgOptions options = Maddpg.OPTIONS.parse(OPTIONS);
        rates.set(options);
        SeatLearner learner = new SeatLearner(new SeatDesign(options, PREDICTING, view, predicted), context, rates);
        return new PredictingPolicy(PREDICTING, learner, predicted.seats(), rows -> {
            if (predicted.supplied()) {
                supply(rows, 0, learner.suppliedPredictions());
                supply(rows, 1, learner.suppliedNextPredictions());
            }
        });
    }

    private void supply(int[] rows, int later, float[] supplied) {
        int at = 0;
        for (int row : rows) {
            for (int seat : predicted.seats()) {
                for (double value : predictions[row + later][seat]) {
                    supplied[at++] = (float) value;
                }
            }
        }
    }

    private CriticView viewOf(int seat) {
        return seat == PREDICTING ? view : CriticView.centralised(AGENTS);
    }

    private float[] parameters(int seat, String network) {
        return MemoryState.of(policies.get(seat))
                .reader()
                .child("seat_" + seat)
                .child("networks")
                .child(network)
                .getFloats("parameters");
    }

    private Map<String, Double> referenceUpdate(int seat) {
        int[] rows = new int[BATCH];
        replay.sample(rowStreams.get(seat), rows);
        targetActions.clear();
        boolean replaces = seat == PREDICTING && predicted.standIn();
        List<double[][]> now = new ArrayList<>();
        List<double[][]> next = new ArrayList<>();
        List<double[][]> judged = new ArrayList<>();
        for (int other : viewOf(seat).observed()) {
            now.add(rowsOf(observations, other, rows, 0));
            next.add(rowsOf(observations, other, rows, 1));
        }
        judged.addAll(now);
        for (int other : viewOf(seat).acting()) {
            boolean replaced = replaces && other != seat;
            double[][] action = rowsOf(actions, other, rows, 0);
            now.add(action);
            judged.add(replaced ? rowsOf(predictions, other, rows, 0) : action);
            next.add(replaced ? rowsOf(predictions, other, rows, 1) : targetAction(seat, other, rows));
        }
        return step(seat, rows, join(now), join(next), join(judged));
    }

    /** The target action of a seat for the update of another, with noise drawn as the plan draws it. */
    private double[][] targetAction(int updating, int seat, int[] rows) {
        double[][] known = targetActions.get(seat);
        if (known != null) {
            return known;
        }
        List<double[][]> input = new ArrayList<>();
        input.add(rowsOf(observations, seat, rows, 1));
        if (seat == PREDICTING) {
            for (int other : predicted.seats()) {
                input.add(
                        updating == seat && predicted.supplied()
                                ? rowsOf(predictions, other, rows, 1)
                                : targetAction(updating, other, rows));
            }
        }
        double[][] action = references.get(seat).targetAction(join(input), noise(updating, ACTION_SIZES[seat]));
        targetActions.put(seat, action);
        return action;
    }

    private Map<String, Double> step(int seat, int[] rows, double[][] joint, double[][] nextJoint, double[][] judged) {
        ReferenceAgent agent = references.get(seat);
        double[][] nextQ = agent.targetCritic.apply(nextJoint);
        double[] wanted = new double[BATCH];
        for (int i = 0; i < BATCH; i++) {
            wanted[i] = rewards[rows[i]][seat] + GAMMA * (rows[i] % 7 == 0 ? 0 : 1) * nextQ[i][0];
        }
        double[] criticGradient = new double[agent.critic.parameters.length];
        double criticLoss = agent.criticLoss(joint, wanted, criticGradient);
        agent.stepCritic(criticGradient, LEARNING_RATE);

        List<double[][]> input = new ArrayList<>();
        input.add(rowsOf(observations, seat, rows, 0));
        if (seat == PREDICTING) {
            predicted.seats().forEach(other -> input.add(rowsOf(predictions, other, rows, 0)));
        }
        double[] policyGradient = new double[agent.policy.parameters.length];
        double policyLoss = agent.policyLoss(
                join(input),
                judged,
                viewOf(seat).actionStart(seat),
                noise(seat, ACTION_SIZES[seat]),
                UnaryOperator.identity(),
                policyGradient);
        agent.stepPolicy(policyGradient, LEARNING_RATE);
        agent.moveTargets(POLYAK);
        return Map.of(
                "critic_loss", criticLoss,
                "policy_loss", policyLoss,
                "target_q_mean", Arrays.stream(wanted).average().orElseThrow());
    }

    private double[][] noise(int seat, int size) {
        double[][] noise = new double[BATCH][size];
        for (double[] row : noise) {
            Arrays.setAll(row, i -> (float) noiseStreams.get(seat).nextExponential());
        }
        return noise;
    }

    private static double[][] rowsOf(double[][][] values, int seat, int[] rows, int later) {
        return Arrays.stream(rows).mapToObj(row -> values[row + later][seat]).toArray(double[][]::new);
    }

    /** Matrices side by side. */
    private static double[][] join(List<double[][]> parts) {
        double[][] joined = new double[BATCH][];
        Arrays.setAll(
                joined,
                row -> parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part[row]))
                        .toArray());
        return joined;
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
