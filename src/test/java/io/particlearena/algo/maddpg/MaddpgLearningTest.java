package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.env.ActionHead;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agents learn to follow their cues within seconds. */
final class MaddpgLearningTest {

    private static final Map<String, Object> QUICK =
            Map.of("batch_size", 128, "num_units", 24, "agent_update_freq", 5, "warm_up_steps", 200, "gamma", 0.5);

    private static TinyRun learned(AlgorithmEntry<?> algorithm, int steps, ActionHead... heads) {
        TinyRun run = new TinyRun(new TinyWorld(TinyWorld.agents(heads), 4), QUICK, List.of(algorithm), 8);
        run.learn(steps);
        return run;
    }

    @Test
    void relaxedActionsFollowTheCue() {
        ActionHead move = ActionHead.categorical("move", 3);
        TinyRun run = learned(Maddpg.MADDPG, 4000, move, move);

        assertThat(run.play(500, false)).isGreaterThan(0.8);
        assertThat(run.play(500, true)).isGreaterThan(0.95);
    }

    @Test
    void minimaxLearnersFollowTheCue() {
        ActionHead move = ActionHead.categorical("move", 3);
        TinyRun run = learned(Maddpg.M3DDPG, 4000, move, move, move);

        assertThat(run.play(500, true)).isGreaterThan(0.95);
    }

    @Test
    void oneHotActionsFollowTheCue() {
        ActionHead move = ActionHead.oneHot("move", 3);
        TinyRun run = learned(Maddpg.DDPG, 4000, move, move);

        assertThat(run.play(500, false)).isGreaterThan(0.8);
        assertThat(run.play(500, true)).isGreaterThan(0.95);
    }

    @Test
    void boxActionsFollowTheCue() {
        TinyRun run = learned(Maddpg.MADDPG, 6000, ActionHead.box("move", 1, -1.5, 1.5));

        assertThat(run.play(500, true)).isGreaterThan(-0.05);
    }
}
