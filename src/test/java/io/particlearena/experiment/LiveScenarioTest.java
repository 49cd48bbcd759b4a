package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.options.OptionException;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the scenario that change while a run trains. */
final class LiveScenarioTest {

    private static final int STEP = 63;

    @TempDir
    private Path runs;

    private static ExperimentSpec spec(int environments) {
        return spec(environments, 40);
    }

    private static ExperimentSpec spec(int environments, int episodes) {
        return Tiny.spec(Map.of(
                "record_every",
                1,
                "checkpoints_kept",
                100,
                "num_environments",
                environments,
                "num_episodes",
                episodes));
    }

    /** Episodes end after one step from the given step on. */
    private static ExperimentSpec changed(int environments) {
        return changed(spec(environments));
    }

    private static ExperimentSpec changed(ExperimentSpec spec) {
        return spec.withChanges(List.of(new OptionChange(STEP, "", "end_chance", 1.0)));
    }

    private static Map<String, String> files(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (EpisodeFile file : EpisodeFile.list(new RunFolder(run).episodes())) {
            contents.put(
                    String.valueOf(file.path().getFileName()),
                    Files.readString(file.path(), StandardCharsets.ISO_8859_1));
        }
        contents.put("changes", Files.readString(new RunFolder(run).changes()));
        return contents;
    }

    private Run execute(ExperimentSpec spec) {
        Run run = Tiny.experiments(runs).create(spec, "", List.of(), List.of());
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        return run;
    }

    private static RunSummary summary(Run run) {
        return RunSummary.read(new RunFolder(run.folder()).summary());
    }

    @Test
    void holdsFromItsStepOnInTheMiddleOfAnEpisode() throws IOException {
        RunSummary plain = summary(execute(spec(1)));
        Run run = execute(changed(1));
        RunSummary summary = summary(run);
        assertThat(summary.steps()).isLessThan(plain.steps());
        // All episodes but those of the first steps end at once.
        List<EpisodeFile> recorded = EpisodeFile.list(new RunFolder(run.folder()).episodes());
        EpisodeFile last = recorded.get(recorded.size() - 1);
        assertThat(last.step()).isEqualTo(summary.steps() - 1);
        assertThat(Files.readString(new RunFolder(run.folder()).changes()))
                .contains("\"option\" : \"end_chance\"", "\"step\" : " + STEP)
                .doesNotContain("policy");
    }

    @Test
    void recordingsPlayAgainAndTheOneOfTwoScenariosIsLeftOut() {
        List<EpisodeFile> recorded =
                EpisodeFile.list(new RunFolder(execute(changed(1)).folder()).episodes());
        assertThat(recorded).hasSize(39);
        for (EpisodeFile file : recorded) {
            assertThat(Recordings.verify(Tiny.CATALOGUE, file.path()).agrees()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aResumedRunEndsInTheSameBytes(int environments) throws IOException {
        Run whole = execute(changed(environments));
        for (int metrics : new int[] {30, 90, 140, 150, 160, 240}) {
            Path folder = runs.resolve("stopped-" + metrics);
            Run stopped = Tiny.stoppedAfter(folder, metrics, changed(environments));
            Run resumed = Tiny.experiments(folder).resume(stopped.folder().toString(), List.of(), List.of());
            Tiny.assertSame(Tiny.execute(resumed), summary(whole));
            assertThat(files(resumed.folder())).isEqualTo(files(whole.folder()));
        }
    }

    @Test
    void aRepetitionAndTheCommandDoTheSame() throws IOException {
        Run whole = execute(changed(1));
        Run repeated = Tiny.experiments(runs).repeat(whole.folder().toString(), "", List.of(), List.of());
        Tiny.assertSame(Tiny.execute(repeated), summary(whole));
        assertThat(files(repeated.folder())).isEqualTo(files(whole.folder()));
        assertThat(SpecCommand.line(Tiny.CATALOGUE, whole.spec())).contains(" --change " + STEP + ":end_chance=1.0");
    }

    @Test
    void watchedEpisodesTakePlaceInTheChangedScenario() {
        CompletableFuture<EpisodePlayer> player = new CompletableFuture<>();
        CompletableFuture<Run> begun = new CompletableFuture<>();
        boolean[] endsAtOnce = new boolean[2];
        Run run = Tiny.experiments(runs).create(changed(1), "", List.of(), List.of(new RunListener() {
            @Override
            public void started(ExperimentSpec spec, Path folder) {
                player.complete(begun.join().newPlayer());
                endsAtOnce[0] = endsAtOnce();
            }

            @Override
            public void notice(String message) {
                endsAtOnce[1] = endsAtOnce();
            }

            private boolean endsAtOnce() {
                player.join().restart();
                return player.join().next().last();
            }
        }));
        begun.complete(run);
        run.execute();
        assertThat(endsAtOnce).containsExactly(false, true);
    }

    @Test
    void theFirstEpisodeThatIsWatchedAfterResumingIsOfThatTime() throws Exception {
        Run stopped = Tiny.stoppedAfter(runs, 260, changed(1));
        long steps = summary(stopped).steps();
        assertThat(steps).isGreaterThan(STEP);
        Run resumed = Tiny.experiments(runs).resume(stopped.folder().toString(), List.of(), List.of());
        CompletableFuture<EpisodeRecording> watched = CompletableFuture.supplyAsync(() -> {
            EpisodePlayer player = resumed.newPlayer();
            player.restart();
            assertThat(player.next().last()).isTrue();
            return player.recording().orElseThrow();
        });
        resumed.execute();
        assertThat(watched.get().about().moment().step()).isGreaterThanOrEqualTo(steps);
    }

    @Test
    void aForkGoesOnWithTheChangeUnlessItAsksForAnotherValue() throws IOException {
        RunSummary longer = summary(execute(changed(spec(1, 60))));
        Run whole = execute(changed(1));
        // The last, since the clock decides which of those before it are there.
        ForkOrigin origin = new ForkOrigin(whole.folder(), summary(whole).steps());
        Experiments experiments = Tiny.experiments(runs);
        Run same = experiments.fork(origin, spec(1, 60), "", List.of(), List.of());
        assertThat(Tiny.execute(same).weightsSha256()).isEqualTo(longer.weightsSha256());

        ExperimentSpec other = spec(1, 60).withScenarioOptions(Map.of("end_chance", 0.0));
        Run forked = experiments.fork(origin, other, "", List.of(), List.of());
        RunSummary end = Tiny.execute(forked);
        assertThat(end.steps()).isEqualTo(summary(whole).steps() + 20 * 5);
        assertThat(new RunFolder(forked.folder()).changes()).doesNotExist();
    }

    @Test
    void whatCannotChangeIsRefused() {
        Run run = Tiny.experiments(runs).create(spec(1), "", List.of(), List.of());
        assertThatThrownBy(() -> run.change("", "max_episode_len", 7))
                .isInstanceOf(OptionException.class)
                .hasMessage(
                        "Option max_episode_len of tiny cannot change while training; those that can are end_chance.");
        assertThatThrownBy(() -> run.change("", "end_chance", 2))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("end_chance is \"2\"");
    }
}
