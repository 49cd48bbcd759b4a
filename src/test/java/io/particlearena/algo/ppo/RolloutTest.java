package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.maddpg.TinyWorld;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Parameters;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of steps from environments into a lesson. */
final class RolloutTest {

    private static final List<AgentSpec> AGENTS =
            TinyWorld.agents(ActionHead.oneHot("move", 2), ActionHead.oneHot("move", 2));

    private final PpoActor[] actors = new PpoActor[2];
    private final List<ActorMemory> memories;

    RolloutTest() {
        PolicyNetwork network = new PolicyNetwork(
                2, 3, new PpoDistribution(AGENTS.get(0).actions(), PpoOptions.Distribution.CATEGORICAL));
        Parameters parameters = new Parameters(network.layout());
        parameters.initialise(RandomStream.ofSeed(1));
        actors[0] = network.actors(parameters, List.of(0, 1)).get(0);
        actors[1] = network.actors(parameters, List.of(0, 1)).get(1);
        memories = List.of(actors[0].newMemory(), actors[1].newMemory());
    }

    /** Steps of which the first observed number tells the time, plus 100 for seat 1, and what is paid is the same. */
    private void add(Rollout rollout, int environment, int time, boolean terminated, boolean truncated) {
        add(rollout, environment, time, step(time + 1), terminated, truncated);
    }

    private void add(
            Rollout rollout, int environment, int time, StepBuffer after, boolean terminated, boolean truncated) {
        StepBuffer before = step(time);
        after.setEnd(terminated, truncated);
        for (int seat = 0; seat < 2; seat++) {
            actors[seat].act(before, memories.get(seat), false, RandomStream.ofSeed(time), new double[2]);
        }
        rollout.add(environment, before, after, memories);
    }

    private static StepBuffer step(int time) {
        StepBuffer step = new StepBuffer(AGENTS, 0, 0);
        for (int seat = 0; seat < 2; seat++) {
            step.observation(seat)[0] = time + 100 * seat;
            step.rewards()[seat] = time + 100 * seat;
        }
        return step;
    }

    private static Lesson lesson(Rollout rollout) {
        return lesson(rollout, PpoOptions.Bootstrap.VALUE);
    }

    private static Lesson lesson(Rollout rollout, PpoOptions.Bootstrap bootstrap) {
        return new Lesson(rollout, AGENTS, List.of(0), List.of(new ValueView(List.of(0))), bootstrap);
    }

    @Test
    void stepsOfEachEnvironmentBecomeNeighbours() {
        Rollout rollout = new Rollout(AGENTS, List.of(0), List.of(0), 5);
        for (int i = 0; i < 5; i++) {
            add(rollout, i % 2, 10 * (i % 2) + i / 2, false, false);
        }
        Lesson lesson = lesson(rollout);
        lesson.gather(1);

        assertThat(column(lesson.observations(), 0, 2)).containsExactly(0, 1, 2, 10, 11);
        assertThat(column(lesson.nextValueInputs(), 0, 2)).containsExactly(1, 2, 3, 11, 12);
    }

    @Test
    void seatsThatShareNetworksEachSeeThemselvesFirst() {
        Rollout rollout = new Rollout(AGENTS, List.of(0, 1), List.of(0, 1), 2);
        add(rollout, 0, 1, false, false);
        add(rollout, 0, 2, false, false);
        Lesson lesson = new Lesson(
                rollout,
                AGENTS,
                List.of(0, 1),
                List.of(
                        ValueView.of(0, PpoOptions.Critic.CENTRALISED, AGENTS),
                        ValueView.of(1, PpoOptions.Critic.CENTRALISED, AGENTS)),
                PpoOptions.Bootstrap.VALUE);
        lesson.gather(1);

        assertThat(lesson.rows()).isEqualTo(4);
        assertThat(column(lesson.observations(), 0, 2)).containsExactly(1, 2, 101, 102);
        assertThat(column(lesson.valueInputs(), 0, 4)).containsExactly(1, 2, 101, 102);
        assertThat(column(lesson.valueInputs(), 2, 4)).containsExactly(101, 102, 1, 2);
    }

    @Test
    void timeLimitsAndTheRolloutsEndBootstrapAndTrueEndsDoNot() {
        Rollout rollout = new Rollout(AGENTS, List.of(0), List.of(0), 4);
        add(rollout, 0, 1, true, false);
        add(rollout, 0, 2, false, true);
        add(rollout, 0, 3, false, false);
        add(rollout, 0, 4, false, false);
        Lesson lesson = lesson(rollout);
        lesson.gather(0.5);
        ReturnScale plain = new ReturnScale(false);
        float[] values = {10, 20, 30, 40};
        float[] nextValues = {11, 21, 31, 41};
        lesson.estimate(values, nextValues, plain, 1);

        // Rewards are 2, 3, 4, 5.
        double[] returns = {2, 3 + 0.5 * 21, 4 + 0.5 * (5 + 0.5 * 41), 5 + 0.5 * 41};
        assertThat(doubles(lesson.wantedValues())).containsExactly(returns, within(1e-6));
        double[] advantages = {-8, returns[1] - 20, 4 + 15.5 - 30 + 0.5 * (returns[3] - 40), returns[3] - 40};
        double mean = Arrays.stream(advantages).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(advantages)
                .map(a -> (a - mean) * (a - mean))
                .average()
                .orElseThrow());
        assertThat(doubles(lesson.advantages()))
                .containsExactly(
                        Arrays.stream(advantages)
                                .map(a -> (a - mean) / deviation)
                                .toArray(),
                        within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void latestRewardStandsForAllThatFollowsWhereTheFaithfulVariantIsChosen(boolean terminated, boolean truncated) {
        Rollout rollout = new Rollout(AGENTS, List.of(0), List.of(0), 4);
        double[] rewards = {1, 0, -1, 2};
        for (int time = 0; time < 4; time++) {
            StepBuffer after = step(time + 1);
            after.rewards()[0] = rewards[time];
            add(rollout, 0, time, after, time == 3 && terminated, time == 3 && truncated);
        }
        Lesson lesson = lesson(rollout, PpoOptions.Bootstrap.LAST_REWARD);
        lesson.gather(0.95);
        lesson.estimate(
                new float[] {0.5f, 0.4f, 0.3f, 0.2f},
                new float[] {0.4f, 0.3f, 0.2f, 0.6f},
                new ReturnScale(false),
                0.97);

        assertThat(doubles(lesson.wantedValues()))
                .containsExactly(new double[] {3.4412625, 2.56975, 2.705, 3.9}, within(1e-6));
    }

    @Test
    void normalisedReturnsHaveMeanZeroAndVarianceOneAndComeBack() {
        ReturnScale scale = new ReturnScale(true);
        assertThat(scale.toNetwork(7)).isEqualTo(7);
        scale.add(new double[] {10, 20, 30, 20});

        assertThat(scale.toNetwork(20)).isCloseTo(0, within(1e-9));
        assertThat(scale.toNetwork(30)).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(scale.fromNetwork(scale.toNetwork(13))).isCloseTo(13, within(1e-9));
        scale.add(new double[] {120});
        assertThat(scale.fromNetwork(0)).isCloseTo((0.99 * 20 + 120) / 1.99, within(1e-9));
    }

    @Test
    void fullRolloutIsEmptiedByTheNextStep() {
        Rollout rollout = new Rollout(AGENTS, List.of(0), List.of(0), 2);
        add(rollout, 0, 1, false, false);
        assertThat(rollout.isFull()).isFalse();
        add(rollout, 0, 2, false, false);
        assertThat(rollout.isFull()).isTrue();
        add(rollout, 0, 3, false, false);
        assertThat(rollout.isFull()).isFalse();
        add(rollout, 0, 4, false, false);

        Lesson lesson = lesson(rollout);
        lesson.gather(1);
        assertThat(column(lesson.observations(), 0, 2)).containsExactly(3, 4);
    }

    @Test
    void savedRolloutGoesOnAsIfNeverSaved() {
        Rollout rollout = new Rollout(AGENTS, List.of(1), List.of(0, 1), 3);
        add(rollout, 1, 1, true, false);
        add(rollout, 0, 2, false, true);
        Rollout other = new Rollout(AGENTS, List.of(1), List.of(0, 1), 3);
        other.load(MemoryState.of(rollout).reader());
        add(rollout, 1, 3, false, false);
        add(other, 1, 3, false, false);

        Lesson[] lessons = new Lesson[2];
        for (int i = 0; i < 2; i++) {
            lessons[i] = new Lesson(
                    i == 0 ? rollout : other,
                    AGENTS,
                    List.of(1),
                    List.of(new ValueView(List.of(1, 0))),
                    PpoOptions.Bootstrap.VALUE);
            lessons[i].gather(0.9);
            lessons[i].estimate(new float[] {1, 2, 3}, new float[] {4, 5, 6}, new ReturnScale(false), 0.9);
        }
        assertThat(lessons[1].valueInputs()).isEqualTo(lessons[0].valueInputs());
        assertThat(lessons[1].nextValueInputs()).isEqualTo(lessons[0].nextValueInputs());
        assertThat(lessons[1].samples()).isEqualTo(lessons[0].samples());
        assertThat(lessons[1].logProbabilities()).isEqualTo(lessons[0].logProbabilities());
        assertThat(lessons[1].advantages()).isEqualTo(lessons[0].advantages());
        assertThat(lessons[1].wantedValues()).isEqualTo(lessons[0].wantedValues());
    }

    @Test
    void rolloutOfAnotherLengthIsRefused() {
        Rollout rollout = new Rollout(AGENTS, List.of(0), List.of(0), 3);
        for (int i = 0; i < 3; i++) {
            add(rollout, 0, i, false, false);
        }
        Rollout smaller = new Rollout(AGENTS, List.of(0), List.of(0), 2);
        MemoryState state = MemoryState.of(rollout);

        assertThatThrownBy(() -> smaller.load(state.reader()))
                .isInstanceOf(StoreException.class)
                .hasMessage("A rollout of 2 steps cannot take the 3 that were stored.");
    }

    private static double[] column(float[] matrix, int column, int columns) {
        double[] values = new double[matrix.length / columns];
        Arrays.setAll(values, row -> matrix[row * columns + column]);
        return values;
    }

    private static double[] doubles(float[] values) {
        return column(values, 0, 1);
    }
}
