package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose folders hold symbolic links are not read, gone on with or written to. */
final class LinkedRunsTest {

    @TempDir
    private Path place;

    private Path outside;
    private Experiments experiments;
    private Path run;

    @BeforeEach
    void train() throws IOException {
        outside = Files.createDirectories(place.resolve("outside"));
        experiments = Tiny.experiments(Files.createDirectories(place.resolve("runs")));
        ExperimentSpec spec = Tiny.spec(Map.of("record_every", 10));
        run = Tiny.stoppedAfter(place.resolve("runs"), 30, spec).folder();
        Evaluation evaluation = new Evaluation(Tiny.CATALOGUE, run, Map.of());
        evaluation.play(1, true, 1, recording -> new EpisodeArchive(Tiny.CATALOGUE).keep(run, recording), 1);
    }

    /** Moves a file or folder out of the run and leaves a link to it. */
    private Path link(String name) throws IOException {
        Path own = run.resolve(name);
        Path target = outside.resolve(name);
        Files.createDirectories(target.getParent());
        Files.move(own, target);
        return Files.createSymbolicLink(own, target);
    }

    private Map<String, String> outside() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(outside)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return found;
    }

    private static void assertRefused(Path link, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfAny(StoreException.class, OptionException.class)
                .hasMessageContaining(link + " is a symbolic link, which might lead anywhere; put the file or folder"
                        + " itself in its place.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"episodes", "checkpoints", "checkpoints/replay", "spec.json", "summary.json", "provenance.json"})
    void nothingIsDoneWithARunThatHoldsALink(String name) throws IOException {
        assertThat(run.resolve(name)).exists();
        Path link = link(name);
        Map<String, String> before = outside();
        EpisodeArchive archive = new EpisodeArchive(Tiny.CATALOGUE);
        assertRefused(link, () -> new Evaluation(Tiny.CATALOGUE, run, Map.of()));
        assertRefused(link, () -> archive.history(run));
        assertRefused(link, () -> archive.play(run, 0, 0, 1));
        assertRefused(link, () -> Snapshots.write(Tiny.CATALOGUE, run, place.resolve("snapshot")));
        assertThat(place.resolve("snapshot")).doesNotExist();
        assertRefused(link, () -> experiments.repeat(run.toString(), "again", List.of(), List.of()));
        assertRefused(
                link,
                () -> experiments.create(
                        Tiny.draft().load("good", run.toString()).resolve(), "taught", List.of(), List.of()));
        if (!name.equals("summary.json")) {
            assertRefused(link, () -> experiments.resume(run.toString(), List.of(), List.of()));
        }
        if (!name.equals("checkpoints")) {
            assertRefused(link, () -> {
                ForkOrigin origin = experiments.origin(run.toString(), OptionalLong.empty());
                experiments.fork(origin, Tiny.spec(Map.of()), "fork", List.of(), List.of());
            });
        }
        assertThat(outside()).isEqualTo(before);
    }

    @Test
    void aSummaryIsNotReadThroughALink() throws IOException {
        Path link = link("summary.json");
        assertThatThrownBy(() -> experiments.resume(run.toString(), List.of(), List.of()))
                .isInstanceOf(StoreException.class)
                .hasMessage("Cannot read " + link + ": it is a symbolic link.");
    }

    @Test
    void noEpisodeIsKeptThroughALink() throws IOException {
        Evaluation evaluation = new Evaluation(Tiny.CATALOGUE, run, Map.of());
        Path link = link("episodes");
        Map<String, String> before = outside();
        EpisodeArchive archive = new EpisodeArchive(Tiny.CATALOGUE);
        assertRefused(link, () -> evaluation.play(1, false, 2, recording -> archive.keep(run, recording), 1));
        assertRefused(
                link, () -> evaluation.play(1, false, 2, recording -> archive.record(run, episode(recording), 1), 1));
        assertThat(outside()).isEqualTo(before);
    }

    private static Episode episode(EpisodeRecording recording) {
        return Recordings.episode(Tiny.CATALOGUE, recording);
    }

    @Test
    void aRunMayItselfBeReachedByALink() throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("runs/linked"), Files.move(run, outside.resolve("moved")));
        assertThat(new EpisodeArchive(Tiny.CATALOGUE).history(link).episodes()).isNotEmpty();
        Run resumed = experiments.resume("linked", List.of(), List.of());
        assertThat(resumed.execute().state()).isEqualTo(RunState.FINISHED);
        assertThat(experiments.finished(outside.resolve("moved"))).isPresent();
        assertThat(new RunFolder(link).hasCheckpoint()).isTrue();
    }
}
