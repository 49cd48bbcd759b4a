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
                .contains("tiny-student-bad_lemol_opponent_model_loss_good-0");
        assertThat(tags.of("adversary 0/in_play_accuracy/agent 1"))
                .contains("tiny-student-bad_in_play_lemol_om_prediction_accuracy_good-1");
        assertThat(tags.of("adversary 0/opponent_model_influence")).contains("tiny-student-bad_LeMOL_om_influence");
    }

    private static OriginalTags tags(SpecDraft draft) {
        ExperimentSpec spec = draft.resolve();
        return new OriginalTags(spec, Tiny.CATALOGUE.seating(spec));
    }

    @Test
    void twoAgentsHaveTheTagsOfTheProgram() {
        OriginalTags two = tags(Tiny.draft().algorithm("bad", "tiny-student"));
        assertThat(two.of("agent 0/critic_loss")).contains("q_loss_tiny-walk-good");
        assertThat(two.of("adversary 0/opponent_model_loss/agent 0"))
                .contains("tiny-student-bad_lemol_opponent_model_loss");
        assertThat(two.of("adversary 0/in_play_accuracy/agent 0")).contains("in_play_lemol_om_prediction_accuracy");
        assertThat(two.of("adversary 0/opponent_model_influence")).contains("LeMOL_om_influence");
    }

    @Test
    void agentsThatModelEachOtherHaveCurvesOfTheirOwn() {
        OriginalTags both = tags(Tiny.draft().algorithm("bad", "tiny-student").algorithm("good", "tiny-student"));
        assertThat(both.of("adversary 0/in_play_accuracy/agent 0"))
                .contains("tiny-student-bad_in_play_lemol_om_prediction_accuracy_good");
        assertThat(both.of("agent 0/in_play_accuracy/adversary 0"))
                .contains("tiny-student-good_in_play_lemol_om_prediction_accuracy_bad");
    }

    @Test
    void policiesThatTakeTurnsAreCalledByWhoPlays() {
        OriginalTags turns = tags(Tiny.draft()
                .algorithm("bad", "tiny-student")
                .algorithms("good", List.of("tiny-walk", "other-walk", "tiny-walk")));
        assertThat(turns.of("agent 0/critic_loss")).contains("q_loss_tiny-walk-good");
        turns.seat("good-2");
        assertThat(turns.of("agent 0/critic_loss")).contains("q_loss_other-walk-good");
        assertThat(turns.of("adversary 0/critic_loss")).contains("q_loss_tiny-student-bad");
        turns.seat("good-3");
        assertThat(turns.of("agent 0/critic_loss")).contains("q_loss_tiny-walk-good-3");
        turns.seat("good");
        assertThat(turns.of("agent 0/critic_loss")).contains("q_loss_tiny-walk-good");
    }

    @Test
    void whatTheProgramDidNotWriteHasNoTag() {
        for (String tag : List.of(
                "episode_return_sum",
                "adversary 0/episode_return",
                "steps_per_second",
                "adversary 0/in_play_accuracy/agent 0/move")) {
            assertThat(tags.of(tag)).isEmpty();
        }
    }

    @Test
    void originalTagsAreInTheDictionary() {
        assertThat(Stream.of("q_loss_lemol-bad", "kl_ppo-good", "lemol-bad_lemol_opponent_model_loss"))
                .allMatch(tag -> MetricDictionary.find(tag).isPresent());
    }
}
