package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaneTest {

    /** Keeps what it is told of the others, and chooses nothing itself. */
    private static final class Oracle implements Actor {
        private final RandomActor random;
        private double[] told = {};

        Oracle(AgentSpec agent) {
            random = new RandomActor(agent);
        }

        @Override
        public ActorMemory newMemory() {
            return random.newMemory();
        }

        @Override
        public boolean actsLast() {
            return true;
        }

        @Override
        public void foresee(double[][] actions, ActorMemory memory) {
            told = actions[1].clone();
        }

        @Override
        public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream stream, double[] act) {
            random.act(step, memory, deterministic, stream, act);
        }
    }

    /** Chooses weights that are not one-hot, different ones at every step. */
    private record Relaxed(RandomActor memories) implements Actor {
        @Override
        public ActorMemory newMemory() {
            return memories.newMemory();
        }

        @Override
        public void act(
                StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
            for (int i = 0; i < action.length; i++) {
                action[i] = random.nextDouble();
            }
        }
    }

    private static Environment push(String actionMode) {
        return Catalogue.standard()
                .scenario("simple_push")
                .create(Map.of("action_mode", actionMode), RandomStream.ofSeed(1));
    }

    @ParameterizedTest
    @CsvSource({"vector, false", "forced, true", "index, true"})
    void anOracleIsToldWhatTheEnvironmentExecutes(String actionMode, boolean oneHot) {
        Environment environment = push(actionMode);
        Oracle oracle = new Oracle(environment.agents().get(0));
        Actor[] actors = {
            oracle, new Relaxed(new RandomActor(environment.agents().get(1)))
        };
        Lane lane = new Lane(environment, actors, new RandomStreams(3), "acting/0", false);
        lane.begin();
        for (int step = 0; step < 20; step++) {
            lane.step(actors);
            assertThat(oracle.told).isEqualTo(lane.executed()[1]);
            if (oneHot) {
                assertThat(oracle.told).containsOnly(0, 1).containsOnlyOnce(1);
                assertThat(lane.chosen()[1]).doesNotContain(0, 1);
            } else {
                assertThat(oracle.told).isEqualTo(lane.chosen()[1]);
            }
            lane.proceed();
        }
    }
}
