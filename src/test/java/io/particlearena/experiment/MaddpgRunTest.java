package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds for a real algorithm in a real scenario what {@link RunTest} holds for tiny ones. */
@Timeout(120)
final class MaddpgRunTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path runs;

    private static ExperimentSpec spec(String algorithm, String order) {
        return new SpecDraft(CATALOGUE)
                .over(CATALOGUE.presetLayer("maddpg-openai"))
                .algorithm("good", algorithm)
                .algorithm("bad", algorithm)
                .policyOption("batch_size", 64)
                .policyOption("warm_up_steps", 100)
                .policyOption("agent_update_freq", 20)
                .runOption("num_episodes", 16)
                .runOption("agent_updates", order)
                .runOption("save_rate", 4)
                .runOption("checkpoint_interval", 3)
                .runOption("replay_buffer_capacity", 200)
                .resolve();
    }

    private Run run(String name, ExperimentSpec spec, RunListener... listeners) {
        return new Experiments(CATALOGUE, runs).create(spec, name, List.of(), List.of(listeners));
    }

    private RunSummary summary(String name) {
        return RunSummary.read(new RunFolder(runs.resolve(name)).summary());
    }

    @ParameterizedTest
    @CsvSource({"maddpg, sequential", "maddpg, simultaneous", "ddpg, sequential", "mmmaddpg, sequential"})
    void stoppedAndWatchedRunsEndAsOneThatWasLeftAlone(String algorithm, String order) throws InterruptedException {
        ExperimentSpec spec = spec(algorithm, order);
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
        for (int i = 0; i < 60; i++) {
            player.next();
        }
        watched.await();

        for (String name : List.of("stopped", "watched")) {
            assertThat(summary(name).state()).isEqualTo("finished");
            assertThat(summary(name).weightsSha256()).isEqualTo(whole.weightsSha256());
            assertThat(summary(name).metricsSha256()).isEqualTo(whole.metricsSha256());
        }
    }
}
