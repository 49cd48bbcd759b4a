package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an oracle tells its policy of an opponent that moves one-hot and talks in relaxed weights. */
final class LemolActorTest {

    private static final int OBSERVATION = 3;
    private static final int MOVES = 5;
    private static final int WORDS = 2;
    private static final int STEPS = 20_000;

    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec(
                    "adversary 0",
                    Side.BAD,
                    List.of(ObservationPart.vector("place", OBSERVATION)),
                    List.of(ActionHead.categorical("move", MOVES))),
            new AgentSpec(
                    "agent 0",
                    Side.GOOD,
                    List.of(ObservationPart.vector("place", 2)),
                    List.of(ActionHead.oneHot("move", MOVES), ActionHead.categorical("message", WORDS))));

    private final RandomStream random = RandomStream.ofSeed(2);
    private final StepBuffer step = new StepBuffer(AGENTS, 0, 0);

    private static Actor oracle(double truth) {
        Map<String, Object> options = Map.of(
                "feed_lemol_true_action",
                true,
                "lemol_true_action_feed_proportion",
                truth,
                "lemol_oracle_baseline_acc",
                0.0,
                "num_units",
                4);
        PolicyContext context = new PolicyContext(
                "bad",
                List.of(0),
                AGENTS,
                new RandomStreams(5),
                new JointReplay(AGENTS, 1),
                25,
                Path.of("experience"),
                false);
        return Lemol.LEMOL.create(options, context).actor(0);
    }

    private float[] told(Actor oracle, LemolMemory memory) {
        oracle.act(step, memory, false, random, new double[MOVES]);
        return Arrays.copyOfRange(memory.input, OBSERVATION, OBSERVATION + MOVES + WORDS);
    }

    @Test
    void theTruthIsWhatIsExecuted() {
        Actor oracle = oracle(1);
        LemolMemory memory = (LemolMemory) oracle.newMemory();
        oracle.foresee(new double[][] {new double[MOVES], {0, 0, 1, 0, 0, 0.25, 0.75}}, memory);
        assertThat(told(oracle, memory)).containsExactly(0, 0, 1, 0, 0, 0.25f, 0.75f);
    }

    @Test
    void noiseIsARandomOneHotWhereActionsAre() {
        Actor oracle = oracle(0);
        LemolMemory memory = (LemolMemory) oracle.newMemory();
        int[] counts = new int[MOVES];
        for (int i = 0; i < STEPS; i++) {
            float[] told = told(oracle, memory);
            float[] move = Arrays.copyOf(told, MOVES);
            assertThat(move).containsOnly(0, 1).containsOnlyOnce(1);
            counts[PredictionTally.largest(move, 0, MOVES)]++;
        }
        for (int count : counts) {
            assertThat(count / (double) STEPS).isCloseTo(1.0 / MOVES, within(0.01));
        }
    }

    @Test
    void noiseIsEvenOverAllDistributionsWhereActionsAreRelaxed() {
        Actor oracle = oracle(0);
        LemolMemory memory = (LemolMemory) oracle.newMemory();
        double mean = 0;
        double meanSquare = 0;
        for (int i = 0; i < STEPS; i++) {
            float[] told = told(oracle, memory);
            assertThat(told[MOVES] + told[MOVES + 1]).isCloseTo(1, within(1e-6f));
            mean += told[MOVES] / STEPS;
            meanSquare += told[MOVES] * told[MOVES] / STEPS;
        }
        assertThat(mean).isCloseTo(1.0 / 2, within(0.01));
        assertThat(meanSquare).as("of a number that is even between 0 and 1").isCloseTo(1.0 / 3, within(0.01));
    }
}
