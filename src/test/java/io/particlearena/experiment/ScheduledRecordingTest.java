package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduledRecordingTest {

    @TempDir
    Path runs;

    private Experiments experiments() {
        return new Experiments(Tiny.CATALOGUE, runs);
    }

    private Path train(ExperimentSpec spec) {
        Run run = experiments().create(spec, "", List.of(), List.of());
        run.execute();
        return run.folder();
    }

    private static List<EpisodeFile> recordings(Path run) {
        return EpisodeFile.list(new RunFolder(run).episodes());
    }

    private static String weights(Path run) {
        return RunSummary.read(new RunFolder(run).summary()).weightsSha256();
    }

    private static String metrics(Path run) {
        return RunSummary.read(new RunFolder(run).summary()).metricsSha256();
    }

    @Test
    void recordingChangesNothing() {
        Path none = train(Tiny.spec(Map.of("record_every", 0)));
        Path all = train(Tiny.spec(Map.of("record_every", 1)));
        assertThat(recordings(none)).isEmpty();
        assertThat(recordings(all)).hasSize(40);
        assertThat(weights(all)).isEqualTo(weights(none));
        assertThat(metrics(all)).isEqualTo(metrics(none));
    }

    @Test
    void namesTellTheMomentAndSortByTime() {
        List<EpisodeFile> files = recordings(train(Tiny.spec(Map.of("record_every", 15))));
        assertThat(files).extracting(EpisodeFile::number).containsExactly("00000001", "00000016", "00000031");
        assertThat(files).extracting(EpisodeFile::step).isSorted().startsWith(0L);
        assertThat(files).extracting(file -> file.path().toString()).isSorted();
        for (EpisodeFile file : files) {
            EpisodeRecording recording = EpisodeRecording.read(file.path());
            assertThat(recording.about().moment())
                    .isEqualTo(new EpisodeRecording.Moment(file.step(), Long.parseLong(file.number())));
            assertThat(recording.about().origin()).isEqualTo("training episode " + Long.parseLong(file.number()));
            assertThat(Recordings.verify(Tiny.CATALOGUE, file.path()).agrees()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void resumedRunLeavesTheSameRecordings(int environments) throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("record_every", 3, "num_environments", environments));
        Map<String, String> whole = contents(train(spec));
        assertThat(whole).hasSizeGreaterThan(5);
        for (int stopAfter : new int[] {1, 17, 55, 100, 101, 102}) {
            CompletableFuture<Run> stopped = new CompletableFuture<>();
            Run run = experiments().create(spec, "", List.of(), List.of(new RunListener() {
                private int metrics;

                @Override
                public void metric(String tag, long step, double value) {
                    if (++metrics == stopAfter) {
                        stopped.join().stop();
                    }
                }
            }));
            stopped.complete(run);
            run.execute();
            experiments().resume(run.folder().toString(), List.of(), List.of()).execute();
            assertThat(contents(run.folder())).as("stopped after " + stopAfter).isEqualTo(whole);
        }
    }

    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (EpisodeFile file : recordings(run)) {
            contents.put(
                    String.valueOf(file.path().getFileName()),
                    Base64.getEncoder().encodeToString(Files.readAllBytes(file.path())));
        }
        return contents;
    }

    @Test
    void watchedEpisodeIsKept() throws InterruptedException {
        Run run = experiments().create(Tiny.spec(Map.of("num_episodes", 3000)), "", List.of(), List.of());
        run.start();
        EpisodePlayer player = run.newPlayer();
        assertThat(player.recording()).isEmpty();
        player.restart();
        assertThat(player.recording()).isEmpty();
        int steps = 0;
        double returned = 0;
        for (EpisodeFrame frame = player.next(); ; frame = player.next()) {
            steps++;
            returned = frame.returns().get(1);
            if (frame.last()) {
                break;
            }
        }
        Path file = run.keep(player.recording().orElseThrow());
        run.keep(player.recording().orElseThrow());
        run.stop();
        run.await();
        EpisodeRecording recording = EpisodeRecording.read(file);
        assertThat(recording.steps()).isEqualTo(steps);
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            sum += recording.reward(1, step);
        }
        assertThat(sum).isEqualTo(returned);
        assertThat(recordings(run.folder())).extracting(EpisodeFile::source).contains("watched");
        assertThat(Recordings.verify(Tiny.CATALOGUE, file).agrees()).isTrue();
        assertThat(recordings(run.folder()).stream()
                        .filter(each -> each.source().equals("watched")))
                .hasSize(2);
    }

    @Test
    void filesOfOtherNamesAreListedFirst() throws IOException {
        Files.writeString(runs.resolve("000000000012-training-00000002.episode"), "");
        Files.writeString(runs.resolve("mine.episode"), "");
        Files.writeString(runs.resolve("notes.txt"), "");
        assertThat(EpisodeFile.list(runs)).extracting(EpisodeFile::step).containsExactly(-1L, 12L);
        assertThat(EpisodeFile.list(runs).get(0).number()).isEqualTo("mine");
        assertThat(EpisodeFile.list(runs.resolve("nowhere"))).isEmpty();
    }
}
