package io.particlearena.experiment;

import static io.particlearena.experiment.TinyLemol.mean;
import static io.particlearena.experiment.TinyLemol.metrics;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.options.OptionException;
import io.particlearena.store.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The trajectories that runs of LeMOL store and study. */
@Timeout(120)
final class LemolExperienceTest {

    @TempDir
    private Path runs;

    @Test
    void experienceMayLieElsewhereAndBeStudiedAlone() {
        String folder = runs.resolve("pool").toString();
        metrics(runs, TinyLemol.draft().policyOption("bad", "lemol_save_path", folder));
        Map<String, List<Double>> metrics = metrics(
                runs,
                TinyLemol.draft()
                        .policyOption("bad", "lemol_save_path", folder)
                        .runOption("skip_to_om_training", true));
        assertThat(metrics).containsKey("adversary 0/opponent_model_loss/agent 0");
        assertThat(metrics).doesNotContainKey("adversary 0/episode_return");
    }

    @Test
    void aFolderOfExperienceBelongsToOneRunAtATime() throws IOException {
        Path folder = runs.resolve("pool");
        SpecDraft draft = TinyLemol.draft().policyOption("bad", "lemol_save_path", folder.toString());
        Path lock = folder.resolve("seat-0/training.lock");
        Files.createDirectories(folder.resolve("seat-0"));
        try (LockFile held = LockFile.take(lock).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(refusal(draft))
                    .isEqualTo("Policy bad: Another run that is training writes to the folder " + folder
                            + "/seat-0; wait for its end, or choose another folder.");
            assertThat(runs.resolve("refused")).doesNotExist();
            // Who only plays writes nothing.
            assertThat(metrics(
                            runs,
                            TinyLemol.draft()
                                    .policyOption("bad", "lemol_save_path", folder.toString())
                                    .runOption("n_opp_cycles", 1)
                                    .runOption("traj_per_iter", 1)
                                    .runOption("test", true)))
                    .containsKey("adversary 0/episode_return");
        }
        metrics(runs, draft);
        LockFile.take(lock).orElseThrow().close();
        SpecDraft turns = TinyLemol.draft().algorithms("bad", List.of("lemol", "lemol"));
        TinyLemol.small(turns, "bad-2");
        turns.policyOption("batch_size", 32).policyOption("lemol_save_path", folder.toString());
        assertThat(refusal(turns))
                .isEqualTo("Policy bad-2: Both policies \"bad\" and \"bad-2\" would write to the folder " + folder
                        + "/seat-0; give each one of its own.");
    }

    private String refusal(SpecDraft draft) {
        List<String> messages = new ArrayList<>();
        Run run = new Experiments(TinyLemol.CATALOGUE, runs)
                .create(draft.resolve(), "refused", List.of(), List.of(new RunListener() {
                    @Override
                    public void failed(String message, Throwable cause) {
                        assertThat(cause).isInstanceOf(OptionException.class);
                        messages.add(message);
                    }
                }));
        assertThat(run.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @Test
    void episodesThatEndEarlyAreLearnedFrom() {
        Map<String, List<Double>> metrics =
                metrics(runs, TinyLemol.draft().scenario("uav").runOption("num_episodes", 60));
        assertThat(mean(metrics, "episode_length")).isLessThan(25);
        assertThat(mean(metrics, "adversary 0/opponent_model_loss/agent 0")).isPositive();
    }

    @Test
    void episodesThatEndEarlyMayMakeTrajectoriesTooShort() {
        SpecDraft draft =
                TinyLemol.draft().scenario("uav").runOption("num_episodes", 60).policyOption("bad", "chunk_length", 50);
        List<String> notices = new ArrayList<>();
        Run run = new Experiments(TinyLemol.CATALOGUE, runs)
                .create(draft.resolve(), "short", List.of(), List.of(new RunListener() {
                    @Override
                    public void notice(String sentence) {
                        notices.add(sentence);
                    }
                }));
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        assertThat(notices)
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("learns nothing in this cycle: its chunks have 1250 steps"));
    }
}
