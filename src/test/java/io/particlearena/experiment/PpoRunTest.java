package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PPO in real scenarios, against itself and others. */
@Timeout(120)
final class PpoRunTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path runs;

    private static SpecDraft draft(String scenario, String good, String bad) {
        return new SpecDraft(CATALOGUE)
                .over(CATALOGUE.presetLayer("maddpg-openai"))
                .scenario(scenario)
                .algorithm("good", good)
                .algorithm("bad", bad)
                .policyOption("ppo_history_length", 60)
                .policyOption("ppo_train_cycles", 3)
                .policyOption("ppo_minibatches", 2)
                .runOption("num_episodes", 16)
                .runOption("num_environments", 3)
                .runOption("save_rate", 4)
                .runOption("checkpoint_interval", 3)
                .runOption("replay_buffer_capacity", 200);
    }

    private Run run(String name, ExperimentSpec spec, RunListener... listeners) {
        return new Experiments(CATALOGUE, runs).create(spec, name, List.of(), List.of(listeners));
    }

    private RunSummary summary(String name) {
        return RunSummary.read(new RunFolder(runs.resolve(name)).summary());
    }

    @ParameterizedTest
    @CsvSource({
        "simple_tag, ppo, ppo, own, false",
        "simple_tag, maddpg, ppo, centralised, true",
        "simple_world_comm, ppo, ddpg, own, false"
    })
    void stoppedAndWatchedRunsEndAsOneThatWasLeftAlone(
            String scenario, String good, String bad, String critic, boolean share) throws InterruptedException {
        SpecDraft draft =
                draft(scenario, good, bad).policyOption("critic", critic).policyOption("share_weights", share);
        if (!good.equals(bad)) {
            draft.policyOption("batch_size", 64)
                    .policyOption("warm_up_steps", 100)
                    .policyOption("agent_update_freq", 20);
        }
        ExperimentSpec spec = draft.resolve();
        run("whole", spec).execute();
        RunSummary whole = summary("whole");
        assertThat(whole.updates()).isPositive();

        Run[] stopped = new Run[1];
        stopped[0] = run("stopped", spec, new RunListener() {
            @Override
            public void metric(String tag, long step, double value) {
                if (step >= 230) {
                    stopped[0].stop();
                }
            }
        });
        assertThat(stopped[0].execute().state()).isEqualTo(RunState.STOPPED);
        new Experiments(CATALOGUE, runs).resume("stopped", List.of(), List.of()).execute();

        Run watched = run("watched", spec);
        watched.start();
        EpisodePlayer player = watched.newPlayer();
        for (int i = 0; i < 30; i++) {
            player.next();
        }
        watched.await();

        for (String name : List.of("stopped", "watched")) {
            assertThat(summary(name).state()).isEqualTo("finished");
            assertThat(summary(name).weightsSha256()).isEqualTo(whole.weightsSha256());
            assertThat(summary(name).metricsSha256()).isEqualTo(whole.metricsSha256());
        }
    }

    @Test
    void runWithPpoCanBeEvaluatedAndItsPolicyTakenOver() {
        run("first", draft("simple_push", "ppo", "ppo").resolve()).execute();
        Evaluation.Result result = new Evaluation(CATALOGUE, runs.resolve("first"), Map.of()).play(3, true, 1);
        assertThat(result.returns()).hasSize(2);
        assertThat(new Evaluation(CATALOGUE, runs.resolve("first"), Map.of())
                        .play(3, true, 1)
                        .sum())
                .isEqualTo(result.sum());

        ExperimentSpec second = draft("simple_push", "ppo", "ppo")
                .load("good", runs.resolve("first").toString())
                .policyOption("ppo_history_length", 50)
                .resolve();
        assertThat(run("second", second).execute().state()).isEqualTo(RunState.FINISHED);
    }
}
