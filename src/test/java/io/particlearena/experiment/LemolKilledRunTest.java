package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.CheckpointFile;
import io.particlearena.results.RunSummary;
import io.particlearena.store.StateFile;
import io.particlearena.store.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LeMOL's runs whose process is killed. */
@Timeout(120)
final class LemolKilledRunTest {

    @TempDir
    private Path runs;

    @Test
    void aRunKilledInAStudyResumesToTheSameEnd() throws IOException, InterruptedException {
        Experiments experiments = new Experiments(TinyLemol.CATALOGUE, runs);
        experiments
                .create(RunInChild.Subject.LEMOL.spec(), "whole", List.of(), List.of())
                .execute();
        RunSummary whole = RunSummary.read(runs.resolve("whole/summary.json"));
        Process child = RunInChild.start(RunInChild.Subject.LEMOL, runs, "killed");
        while (!wasSavedInAStudy(runs.resolve("killed/checkpoints")) && child.isAlive()) {
            Thread.sleep(20);
        }
        child.destroyForcibly();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wasSavedInAStudy(runs.resolve("killed/checkpoints"))).isTrue();
        Path summary = runs.resolve("killed/summary.json");
        assertThat(RunSummary.read(summary).state()).isEqualTo("running");
        experiments.resume("killed", List.of(), List.of()).execute();
        RunSummary end = RunSummary.read(summary);
        assertThat(end.state()).isEqualTo("finished");
        assertThat(end.weightsSha256()).isEqualTo(whole.weightsSha256());
        assertThat(end.metricsSha256()).isEqualTo(whole.metricsSha256());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunKilledBeforeItsFirstCheckpointForgetsWhatItHadExperienced(boolean shared) throws IOException {
        SpecDraft draft = TinyLemol.draft().runOption("checkpoint_interval", 0);
        if (shared) {
            draft.policyOption(
                    "bad", "lemol_save_path", runs.resolve("experience").toString());
        }
        Experiments experiments = new Experiments(TinyLemol.CATALOGUE, runs);
        Path beginning = runs.resolve("killed/checkpoints").resolve(CheckpointFile.name(0));
        Path aside = runs.resolve("beginning");
        RunListener keeper = new RunListener() {
            @Override
            public void started(ExperimentSpec spec, Path folder) {
                try {
                    Files.copy(beginning, aside);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        experiments
                .create(draft.resolve(), "killed", List.of(), List.of(keeper))
                .execute();
        Path summary = runs.resolve("killed/summary.json");
        RunSummary whole = RunSummary.read(summary);
        Files.writeString(summary, Files.readString(summary).replace("\"finished\"", "\"running\""));
        assertThat(beginning).doesNotExist();
        for (Path later : Checkpoints.list(runs.resolve("killed/checkpoints"))) {
            Files.delete(later);
        }
        Files.copy(aside, beginning);
        experiments.resume("killed", List.of(), List.of()).execute();
        RunSummary end = RunSummary.read(summary);
        assertThat(end.weightsSha256()).isEqualTo(whole.weightsSha256());
        assertThat(end.metricsSha256()).isEqualTo(whole.metricsSha256());
    }

    /** Whether the newest checkpoint lies between two units of study. */
    private static boolean wasSavedInAStudy(Path checkpoints) {
        List<Path> saved = Checkpoints.list(checkpoints);
        if (saved.isEmpty()) {
            return false;
        }
        StateReader course = StateFile.read(saved.get(0)).child("trainer").child("course");
        return course.getLong("student") >= 0 && course.getLong("unit") > 0;
    }
}
