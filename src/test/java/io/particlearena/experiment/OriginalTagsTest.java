package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.MetricDictionary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OriginalTagsTest {

    private static final ExperimentSpec SPEC = Tiny.draft()
            .algorithm("bad", "tiny-student")
            .scenarioOption("num_good", 2)
            .resolve();
    private final OriginalTags tags = new OriginalTags(SPEC, Tiny.CATALOGUE.seating(SPEC));

    @Test
    void agentsAreCalledByAlgorithmAndSide() {
        assertThat(tags.of("adversary 0/critic_loss")).contains("q_loss_tiny-student-bad");
        assertThat(tags.of("agent 1/policy_loss")).contains("pg_loss_tiny-walk-good-1");
        assertThat(tags.of("adversary 0/opponent_model_loss/agent 0"))
                .contains("tiny-student-bad_lemol_opponent_model_loss");
        assertThat(tags.of("adversary 0/in_play_accuracy/agent 0")).contains("in_play_lemol_om_prediction_accuracy");
    }

    @Test
    void whatTheProgramDidNotWriteHasNoTag() {
        for (String tag : List.of("episode_return_sum", "adversary 0/episode_return", "steps_per_second")) {
            assertThat(tags.of(tag)).isEmpty();
        }
    }

    @Test
    void originalTagsAreInTheDictionary() {
        assertThat(Stream.of("q_loss_lemol-bad", "kl_ppo-good", "lemol-bad_lemol_opponent_model_loss"))
                .allMatch(tag -> MetricDictionary.find(tag).isPresent());
    }
}
