package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trajectories must have steps enough for a chunk of LeMOL's model. */
final class LemolTrajectoryLengthTest {

    @TempDir
    private Path runs;

    @Test
    void trajectoriesShorterThanAChunkAreRefusedBeforeAnythingIsWritten() {
        // 14 episodes of 25 steps, of which 100 steps are exploration.
        create(TinyLemol.draft().policyOption("bad", "chunk_length", 10));
        assertThatThrownBy(() -> create(TinyLemol.draft().policyOption("bad", "chunk_length", 11)))
                .isInstanceOf(OptionException.class)
                .hasMessage(
                        "Policy bad: Option chunk_length is 11, which makes chunks of 275 steps, but a trajectory has at"
                                + " most 250 after exploration; raise num_episodes, or make chunk_length at most 10.")
                .extracting(refused -> ((OptionException) refused).option())
                .isEqualTo("policies.bad.chunk_length");
        assertThatThrownBy(() -> create(TinyLemol.draft().runOption("num_episodes", 4)))
                .hasMessageEndingWith("at most 0 after exploration; raise num_episodes.");
        assertThat(runs).as("the folder of runs").isEmptyDirectory();
    }

    private Run create(SpecDraft draft) {
        return new Experiments(TinyLemol.CATALOGUE, runs).create(draft.resolve(), "", List.of(), List.of());
    }

    @Test
    void explorationLastsAsLongAsThatOfWhoeverPlays() {
        SpecDraft slow =
                TinyLemol.draft().policyOption("bad", "chunk_length", 8).policyOption("good", "warm_up_steps", 160);
        assertThatThrownBy(() -> create(slow)).hasMessageContaining("at most 175 after exploration");
        create(slow.runOption("replay_buffer_capacity", 150));
        SpecDraft turns = TinyLemol.draft()
                .policyOption("bad", "chunk_length", 8)
                .algorithms("good", List.of("maddpg", "mmmaddpg"))
                .policyOption("good", "warm_up_steps", 160)
                .policyOption("good-2", "batch_size", 32)
                .policyOption("good-2", "warm_up_steps", 150);
        create(turns);
        assertThatThrownBy(() -> create(turns.policyOption("good-2", "warm_up_steps", 160)))
                .hasMessageContaining("at most 175 after exploration");
    }

    @Test
    void severalEnvironmentsShareTheEpisodesOfATrajectory() {
        SpecDraft draft = TinyLemol.draft().runOption("num_environments", 2).policyOption("bad", "chunk_length", 5);
        create(draft);
        assertThatThrownBy(() -> create(draft.policyOption("bad", "chunk_length", 6)))
                .hasMessageContaining("at most 125 after exploration");
        Run run = create(draft.policyOption("bad", "chunk_length", 5));
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.progress().stage().cycle()).isEqualTo(2);
    }

    @Test
    void shortTrajectoriesAreAllowedWhereNothingIsLearnedFromThem() {
        for (Map.Entry<String, Object> option : Map.<String, Object>of(
                        "om_training_iters", 0, "feed_lemol_true_action", true)
                .entrySet()) {
            create(TinyLemol.draft()
                    .policyOption("bad", "chunk_length", 400)
                    .policyOption("bad", option.getKey(), option.getValue()));
        }
    }

    @Test
    void learningWithoutPlayNeedsALearnerAndExperience() {
        for (String option : List.of("skip_to_om_training", "skip_to_om_training_first_cycle")) {
            SpecDraft draft = TinyLemol.draft().runOption(option, true);
            assertThatThrownBy(() -> create(draft))
                    .hasMessageStartingWith("Policy bad: Option lemol_save_path is empty");
            Path empty = runs.resolve("none");
            assertThatThrownBy(() -> create(draft.policyOption("bad", "lemol_save_path", empty.toString())))
                    .hasMessageStartingWith("Policy bad: Option lemol_save_path is " + empty + ", which holds no");
            assertThatThrownBy(() -> create(draft.policyOption("bad", "feed_lemol_true_action", true)))
                    .hasMessageStartingWith("Policy bad: An oracle has no opponent model");
            assertThatThrownBy(() ->
                            create(TinyLemol.draft().algorithm("bad", "maddpg").runOption(option, true)))
                    .hasMessageStartingWith("Option " + option + " leaves out play, but no policy learns");
        }
        assertThat(runs).as("the folder of runs").isEmptyDirectory();
    }
}
