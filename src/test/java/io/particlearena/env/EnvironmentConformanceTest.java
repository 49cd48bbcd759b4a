package io.particlearena.env;

import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conformance checks hold for an environment that has no particle world. */
final class EnvironmentConformanceTest {

    @Test
    void aTinyCorridorConforms() {
        EnvironmentConformance.check(Corridor::new);
    }

    /** One agent in a corridor of cells; it is paid for reaching the end, which ends the episode. */
    static final class Corridor implements Environment {

        private static final int LENGTH = 6;
        private static final AgentSpec WALKER = new AgentSpec(
                "walker",
                Side.GOOD,
                List.of(ObservationPart.vector("vector", 1)),
                List.of(ActionHead.oneHot("move", 2)));

        private final RandomStream random;
        private int cell;
        private int steps;
        private boolean running;

        Corridor(RandomStream random) {
            this.random = random;
        }

        @Override
        public List<AgentSpec> agents() {
            return List.of(WALKER);
        }

        @Override
        public List<String> rewardTerms() {
            return List.of("goal", "time");
        }

        @Override
        public List<String> events() {
            return List.of("goal_reached");
        }

        @Override
        public int timeLimit() {
            return 12;
        }

        @Override
        public void reset(StepBuffer out) {
            cell = random.nextInt(LENGTH - 2);
            steps = 0;
            running = true;
            write(out, false);
            out.rewardTerms(0)[1] = 0;
            out.rewards()[0] = 0;
            out.setEnd(false, false);
        }

        @Override
        public boolean observeBeginning(StepBuffer out) {
            out.observation(0)[0] = cell;
            return true;
        }

        @Override
        public void step(double[][] actions, StepBuffer out) {
            if (!running) {
                throw new IllegalStateException("Reset the corridor first");
            }
            steps++;
            cell = Math.max(0, cell + (actions[0][1] > actions[0][0] ? 1 : -1));
            boolean arrived = cell == LENGTH - 1;
            write(out, arrived);
            out.setEnd(arrived && steps < timeLimit(), steps >= timeLimit());
            running = !out.episodeOver();
        }

        private void write(StepBuffer out, boolean arrived) {
            out.observation(0)[0] = cell;
            out.rewardTerms(0)[0] = arrived ? 1 : 0;
            out.rewardTerms(0)[1] = -0.125;
            out.rewards()[0] = out.rewardTerms(0)[0] + out.rewardTerms(0)[1];
            out.events(0)[0] = arrived ? 1 : 0;
        }

        @Override
        public Scene scene() {
            Scene.Colour grey = new Scene.Colour(0.5, 0.5, 0.5, 1);
            return new Scene(
                    List.of(new Scene.Disc("walker", Scene.Kind.AGENT, 0, cell + 0.5, 0.5, 0.4, 0, 0, grey)),
                    List.of(new Scene.Cell(LENGTH - 1, 0, 1, grey)),
                    List.of(),
                    LENGTH / 2.0,
                    0.5,
                    LENGTH / 2.0);
        }

        @Override
        public void save(StateWriter out) {
            out.putLongs("state", new long[] {cell, steps, running ? 1 : 0});
            RandomStream.State state = random.state();
            out.putLongs("random", new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
        }

        @Override
        public void load(StateReader in) {
            long[] state = in.getLongs("state");
            cell = (int) state[0];
            steps = (int) state[1];
            running = state[2] != 0;
            long[] words = in.getLongs("random");
            random.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
        }
    }
}
