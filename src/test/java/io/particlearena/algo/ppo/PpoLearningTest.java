package io.particlearena.algo.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.maddpg.TinyWorld;
import io.particlearena.env.ActionHead;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents learn to follow their cues within seconds. */
final class PpoLearningTest {

    private static PpoRun learned(Map<String, ?> options, int steps, ActionHead... heads) {
        PpoRun run = new PpoRun(TinyWorld.agents(heads), 4, options);
        run.learn(steps);
        return run;
    }

    @ParameterizedTest
    @CsvSource({"own, false", "own, true", "centralised, false", "centralised, true"})
    void classesFollowTheCue(String critic, boolean share) {
        Map<String, Object> options =
                Map.of("critic", critic, "share_weights", share, "gamma", 0.5, "num_units", 24, "ppo_pi_lr", 0.003);
        ActionHead move = ActionHead.categorical("move", 3);
        PpoRun run = learned(options, 10_000, move, move);

        assertThat(run.play(500, false)).isGreaterThan(0.8);
        assertThat(run.play(500, true)).isGreaterThan(0.95);
    }

    @Test
    void softmaxOfNormalNumbersFollowsTheCue() {
        Map<String, Object> options =
                Map.of("ppo_distribution", "gaussian_softmax", "gamma", 0, "num_units", 24, "ppo_pi_lr", 0.003);
        PpoRun run = learned(options, 12_000, ActionHead.categorical("move", 3));

        assertThat(run.play(500, true)).isGreaterThan(0.8);
    }

    @Test
    void boxActionsFollowTheCue() {
        Map<String, Object> options =
                Map.of("gamma", 0, "num_units", 24, "ppo_pi_lr", 0.003, "ppo_minibatches", 5, "ppo_train_cycles", 20);
        PpoRun run = learned(options, 12_000, ActionHead.box("move", 1, -1.5, 1.5));

        assertThat(run.play(500, true)).isGreaterThan(-0.05);
    }
}
