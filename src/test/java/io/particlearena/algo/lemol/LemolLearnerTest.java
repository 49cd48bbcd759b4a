package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.maddpg.LearningRates;
import io.particlearena.algo.maddpg.MaddpgOptions;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.ReplayReader;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.nn.MlpActor;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.MemoryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LemolLearnerTest {

    private static final int STEPS = 40;
    private static final List<String> NETWORKS = List.of("policy", "critic", "target_policy", "target_critic");
    private static final Map<String, Object> SMALL =
            Map.of("batch_size", 16, "num_units", 8, "polyak", 0.1, "grad_norm_clipping", 0);

    /** As in simple_push. */
    private static final List<AgentSpec> PUSH = List.of(
            agent("adversary 0", Side.BAD, 8, ActionHead.categorical("move", 5)),
            agent("agent 0", Side.GOOD, 19, ActionHead.categorical("move", 5)));

    private static final List<AgentSpec> THREE = List.of(
            agent("adversary 0", Side.BAD, 3, ActionHead.categorical("move", 3)),
            agent("adversary 1", Side.BAD, 2, ActionHead.categorical("move", 2), ActionHead.categorical("say", 2)),
            agent("agent 0", Side.GOOD, 4, ActionHead.categorical("move", 3)));

    private final List<Policy> policies = new ArrayList<>();

    private static AgentSpec agent(String name, Side side, int observationSize, ActionHead... heads) {
        return new AgentSpec(name, side, List.of(ObservationPart.vector("vector", observationSize)), List.of(heads));
    }

    private static MaddpgOptions options(Map<String, Object> values) {
        return OptionSchema.of(MaddpgOptions.class).parse(values);
    }

    private static PolicyContext context(List<AgentSpec> agents, int seat, JointReplay replay) {
        return new PolicyContext(
                "p" + seat, List.of(seat), agents, new RandomStreams(9), replay, 25, Path.of("experience"), true);
    }

    private static LemolLearner learner(
            List<AgentSpec> agents,
            int seat,
            List<Integer> modelled,
            Centralisation centralisation,
            JointReplay replay,
            Map<String, Object> values) {
        LearningRates rates = new LearningRates();
        rates.set(options(values));
        Map<String, Object> all = new HashMap<>(values);
        all.put("decentralise_lemol_obs", centralisation == Centralisation.OWN_OBSERVATION);
        all.put("fully_decentralise_lemol", centralisation == Centralisation.FULLY_DECENTRALISED);
        LemolOptions options = OptionSchema.of(LemolOptions.class).parse(all);
        return new LemolLearner(options, context(agents, seat, replay), seat, modelled, rates);
    }

    private static boolean predictsAnew(Centralisation centralisation) {
        return centralisation == Centralisation.FULLY_DECENTRALISED;
    }

    /** Random steps, and random predictions where there are columns for them. */
    private static JointReplay replay(List<AgentSpec> agents, List<ReplayColumn> columns) {
        JointReplay replay = new JointReplay(agents, 100, columns);
        RandomStream random = RandomStream.ofSeed(1);
        StepBuffer before = new StepBuffer(agents, 0, 0);
        StepBuffer after = new StepBuffer(agents, 0, 0);
        for (int step = 0; step < STEPS; step++) {
            double[][] actions = new double[agents.size()][];
            for (int seat = 0; seat < actions.length; seat++) {
                actions[seat] = new double[agents.get(seat).actionSize()];
                Arrays.setAll(actions[seat], i -> random.nextDouble());
                Arrays.setAll(before.observation(seat), i -> random.nextGaussian());
                Arrays.setAll(after.observation(seat), i -> random.nextGaussian());
                after.rewards()[seat] = random.nextGaussian();
            }
            replay.add(before, actions, after);
            for (ReplayColumn column : columns) {
                float[] prediction = new float[column.size()];
                Arrays.fill(prediction, (float) random.nextDouble());
                replay.put(column.name(), prediction);
            }
        }
        return replay;
    }

    /** LeMOL at seat 0, modelling the others, against MADDPG. */
    private LemolLearner lemolAgainstMaddpg(Centralisation centralisation) {
        List<Integer> modelled = List.of(1, 2);
        JointReplay replay = replay(THREE, LemolLearner.columns(0, modelled, THREE, predictsAnew(centralisation)));
        LemolLearner learner = learner(THREE, 0, modelled, centralisation, replay, SMALL);
        policies.clear();
        policies.add(new LemolSeat(0, learner, LemolLearnerTest::predict));
        policies.add(Algorithms.find("maddpg").create(SMALL, context(THREE, 1, replay)));
        policies.add(Algorithms.find("maddpg").create(SMALL, context(THREE, 2, replay)));
        policies.forEach(policy -> policy.connect(policies));
        return learner;
    }

    private static void predict(int[] rows, float[] now, float[] next) {
        Arrays.fill(now, 0.25f);
        Arrays.fill(next, 0.5f);
    }

    private void update(int times) {
        for (int i = 0; i < times; i++) {
            for (int seat = 0; seat < policies.size(); seat++) {
                policies.get(seat).update(seat, (name, value) -> {});
                policies.get(seat).commit(seat);
            }
        }
    }

    private float[] parameters(int seat, String network) {
        return MemoryState.of(policies.get(seat))
                .reader()
                .child("seat_" + seat)
                .child("networks")
                .child(network)
                .getFloats("parameters");
    }

    private List<List<Float>> allParameters() {
        List<List<Float>> all = new ArrayList<>();
        for (int seat = 0; seat < policies.size(); seat++) {
            for (String network : NETWORKS) {
                List<Float> values = new ArrayList<>();
                for (float value : parameters(seat, network)) {
                    values.add(value);
                }
                all.add(values);
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"CENTRALISED, 6657", "OWN_OBSERVATION, 5441", "FULLY_DECENTRALISED, 5441"})
    void parameterCountsOfSimplePush(Centralisation centralisation, int criticSize) {
        JointReplay replay = replay(PUSH, LemolLearner.columns(0, List.of(1), PUSH, predictsAnew(centralisation)));
        policies.add(new LemolSeat(
                0, learner(PUSH, 0, List.of(1), centralisation, replay, Map.of()), LemolLearnerTest::predict));

        assertThat(parameters(0, "policy")).hasSize(5381);
        assertThat(parameters(0, "target_policy")).hasSize(5381);
        assertThat(parameters(0, "critic")).hasSize(criticSize);
        assertThat(parameters(0, "target_critic")).hasSize(criticSize);
    }

    @ParameterizedTest
    @CsvSource({"CENTRALISED, maddpg", "OWN_OBSERVATION, ddpg", "FULLY_DECENTRALISED, ddpg"})
    void seatThatModelsNobodyLearnsAsInMaddpg(Centralisation centralisation, String algorithm) {
        JointReplay replay = replay(THREE, List.of());
        for (int seat = 0; seat < 3; seat++) {
            policies.add(new LemolSeat(
                    seat, learner(THREE, seat, List.of(), centralisation, replay, SMALL), LemolLearnerTest::predict));
        }
        policies.forEach(policy -> policy.connect(policies));
        update(4);
        List<List<Float>> lemol = allParameters();

        policies.clear();
        for (int seat = 0; seat < 3; seat++) {
            policies.add(Algorithms.find(algorithm).create(SMALL, context(THREE, seat, replay)));
        }
        policies.forEach(policy -> policy.connect(policies));
        update(4);

        assertThat(allParameters()).isEqualTo(lemol);
    }

    @ParameterizedTest
    @EnumSource(Centralisation.class)
    void stateLoadedMidwayContinuesWithTheSameBits(Centralisation centralisation) {
        lemolAgainstMaddpg(centralisation);
        update(3);
        List<MemoryState> states = policies.stream().map(MemoryState::of).toList();
        update(3);
        List<List<Float>> whole = allParameters();

        lemolAgainstMaddpg(centralisation);
        for (int seat = 0; seat < 3; seat++) {
            policies.get(seat).load(states.get(seat).reader());
        }
        update(3);

        assertThat(allParameters()).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource(Centralisation.class)
    void updateChangesNothingOfOthers(Centralisation centralisation) {
        lemolAgainstMaddpg(centralisation);
        List<List<Float>> before = allParameters();

        policies.get(0).update(0, (name, value) -> {});
        policies.get(0).commit(0);

        List<List<Float>> after = allParameters();
        assertThat(after.subList(4, 12)).isEqualTo(before.subList(4, 12));
        for (int i = 0; i < 4; i++) {
            assertThat(after.get(i)).isNotEqualTo(before.get(i));
        }
    }

    @Test
    void onlyFullyDecentralisedLearningAsksForPredictions() {
        AtomicInteger asked = new AtomicInteger();
        for (Centralisation centralisation : Centralisation.values()) {
            LemolLearner learner = lemolAgainstMaddpg(centralisation);
            learner.update(
                    (rows, now, next) -> {
                        asked.incrementAndGet();
                        assertThat(rows).hasSize(16);
                        assertThat(now).hasSize(16 * 7);
                        assertThat(next).hasSize(16 * 7);
                    },
                    (name, value) -> {});
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void fullyDecentralisedLearningNeedsNoTargetActionsOfOthers() {
        JointReplay replay = replay(THREE, List.of());
        LemolLearner learner = learner(THREE, 0, List.of(2), Centralisation.FULLY_DECENTRALISED, replay, SMALL);
        LemolLearner centralised = learner(THREE, 0, List.of(), Centralisation.CENTRALISED, replay, SMALL);
        Policy own = new LemolSeat(0, learner, LemolLearnerTest::predict);
        List<Policy> mute = List.of(own, new MutePolicy(1), new MutePolicy(2));

        learner.connect(mute);
        learner.update(
                LemolLearnerTest::predict, (name, value) -> assertThat(value).isFinite());

        assertThatThrownBy(() -> centralised.connect(mute))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The policy of agent adversary 1 has no target actions, which critics that see all agents"
                        + " need");
    }

    @ParameterizedTest
    @EnumSource(Centralisation.class)
    void predictionsMatter(Centralisation centralisation) {
        LemolLearner learner = lemolAgainstMaddpg(centralisation);
        MlpActor actor = learner.snapshot();

        assertThat(output(actor, 0)).isNotEqualTo(output(actor, 1));
        assertThat(learner.predictionSize()).isEqualTo(7);
        assertThat(learner.predictionStart(1)).isZero();
        assertThat(learner.predictionStart(2)).isEqualTo(4);
    }

    /** The policy's logits where the last number of the prediction has this value. */
    private static float[] output(MlpActor actor, float last) {
        float[] input = new float[3 + 7];
        input[9] = last;
        float[] output = new float[3];
        actor.apply(input, actor.newScratch(), output);
        return output;
    }

    @Test
    void predictionsMadeInPlayAreKeptWithTheNewestStep() {
        List<ReplayColumn> columns = LemolLearner.columns(0, List.of(1, 2), THREE, false);
        JointReplay replay = replay(THREE, columns);
        LemolLearner learner = learner(THREE, 0, List.of(1, 2), Centralisation.CENTRALISED, replay, SMALL);

        learner.keep(new float[] {1, 2, 3, 4, 5, 6, 7});

        float[] read = new float[7];
        new ReplayReader(replay)
                .copy("prediction/0/1", read, 0, 7)
                .copy("prediction/0/2", read, 4, 7)
                .read(new int[] {STEPS - 1});
        assertThat(read).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @ParameterizedTest
    @EnumSource(Centralisation.class)
    void agentsThatModelEachOtherLearn(Centralisation centralisation) {
        List<ReplayColumn> columns = new ArrayList<>();
        for (int seat = 0; seat < 3; seat++) {
            columns.addAll(LemolLearner.columns(seat, others(seat), THREE, predictsAnew(centralisation)));
        }
        JointReplay replay = replay(THREE, columns);
        for (int seat = 0; seat < 3; seat++) {
            policies.add(new LemolSeat(
                    seat,
                    learner(THREE, seat, others(seat), centralisation, replay, SMALL),
                    LemolLearnerTest::predict));
        }
        policies.forEach(policy -> policy.connect(policies));
        List<List<Float>> before = allParameters();

        update(2);

        List<List<Float>> after = allParameters();
        for (int i = 0; i < 12; i++) {
            assertThat(after.get(i)).isNotEqualTo(before.get(i)).allMatch(Float::isFinite);
        }
    }

    private static List<Integer> others(int seat) {
        return List.of(0, 1, 2).stream().filter(other -> other != seat).toList();
    }

    @Test
    void restartForgetsWhatWasLearned() {
        LemolLearner learner = lemolAgainstMaddpg(Centralisation.CENTRALISED);
        float[] first = parameters(0, "policy");
        update(2);

        MlpActor learned = learner.snapshot();
        policies.get(0).restart();

        assertThat(parameters(0, "policy")).isNotEqualTo(first).isEqualTo(parameters(0, "target_policy"));
        assertThat(output(learner.snapshot(), 0)).isNotEqualTo(output(learned, 0));
        update(1);
    }

    @Test
    void agentsThatCannotBeModelledAreRefused() {
        List<AgentSpec> boxed = List.of(
                agent("agent 0", Side.GOOD, 2, ActionHead.categorical("move", 3)),
                agent("agent 1", Side.GOOD, 2, ActionHead.box("move", 2, -1, 1)));
        JointReplay replay = new JointReplay(boxed, 10);

        assertThatThrownBy(() -> learner(boxed, 0, List.of(1), Centralisation.CENTRALISED, replay, SMALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Agent agent 1 cannot be modelled, since only categorical actions are predicted; another"
                        + " action mode of the scenario may help.");
        assertThatThrownBy(() -> learner(boxed, 0, List.of(0), Centralisation.CENTRALISED, replay, SMALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Agent agent 0 cannot model itself.");
    }
}
