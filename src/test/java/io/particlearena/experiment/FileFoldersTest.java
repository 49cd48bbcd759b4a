package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file alone does not make a run write to folders other than its own. */
final class FileFoldersTest {

    @TempDir
    private Path place;

    private Path runs;
    private Path pool;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        runs = place.resolve("runs");
        pool = place.resolve("pool");
        file = place.resolve("spec.json");
        Files.writeString(file, SpecJson.write(TinyLemol.CATALOGUE, toldToUse(pool)));
    }

    private static ExperimentSpec toldToUse(Path pool) {
        return TinyLemol.draft()
                .policyOption("bad", "lemol_save_path", pool.toString())
                .resolve();
    }

    private String refusal() {
        return "Policy bad: Option lemol_save_path is " + pool + " in the file, but no run has written to " + pool
                + "/seat-0 before, and a file alone does not begin such a folder; give the flag --lemol-save-path, or set the"
                + " option in the window.";
    }

    private Run train() {
        Run run = new Experiments(TinyLemol.CATALOGUE, runs).create(toldToUse(pool), "told", List.of(), List.of());
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        return run;
    }

    @Test
    void aFileThatNamesANewFolderIsRefused() {
        assertThatThrownBy(() -> TinyLemol.CATALOGUE.read(file))
                .isInstanceOf(OptionException.class)
                .hasMessage(refusal());
        assertThat(pool).doesNotExist();
    }

    @Test
    void whatIsSaidAfterTheFileCounts() {
        SpecDraft again = new SpecDraft(TinyLemol.CATALOGUE).overFile(file);
        assertThat(again.policyOption("bad", "lemol_save_path", pool.toString()).resolve())
                .isEqualTo(toldToUse(pool));
        SpecDraft all = new SpecDraft(TinyLemol.CATALOGUE).overFile(file);
        assertThat(all.policyOption("lemol_save_path", pool.toString()).resolve())
                .isEqualTo(toldToUse(pool));
        SpecDraft own = new SpecDraft(TinyLemol.CATALOGUE).overFile(file);
        assertThat(own.policyOption("bad", "lemol_save_path", "").resolve())
                .isEqualTo(TinyLemol.draft().resolve());
        SpecDraft other = new SpecDraft(TinyLemol.CATALOGUE).overFile(file).policyOption("bad", "lr", 0.5);
        assertThatThrownBy(other::resolve).hasMessage(refusal());
        // A run that only plays writes nothing.
        assertThat(new SpecDraft(TinyLemol.CATALOGUE)
                        .overFile(file)
                        .runOption("n_opp_cycles", 1)
                        .runOption("traj_per_iter", 1)
                        .runOption("test", true)
                        .resolve()
                        .run()
                        .test())
                .isTrue();
    }

    @Test
    void aFileMayNameAFolderToWhichARunHasWritten() throws IOException {
        train();
        assertThat(TinyLemol.CATALOGUE.read(file).policy("bad"))
                .isEqualTo(toldToUse(pool).policy("bad"));
        // The folder of another place is another folder.
        Files.move(pool, place.resolve("moved"));
        assertThatThrownBy(() -> TinyLemol.CATALOGUE.read(file)).hasMessage(refusal());
        Files.createSymbolicLink(pool, place.resolve("moved"));
        assertThat(TinyLemol.CATALOGUE.read(file).policy("bad"))
                .isEqualTo(toldToUse(pool).policy("bad"));
    }

    @Test
    void theSpecificationOfARunIsAFileLikeOthers() throws IOException {
        Path run = train().folder();
        Experiments experiments = new Experiments(TinyLemol.CATALOGUE, runs);
        assertThat(experiments.repetition(run)).isEqualTo(toldToUse(pool));
        Files.move(pool, place.resolve("moved"));
        assertThatThrownBy(() -> experiments.repetition(run))
                .isInstanceOf(OptionException.class)
                .hasMessage("In the specification " + run.resolve("spec.json") + ": " + refusal());
        Files.delete(run.resolve("summary.json"));
        assertThatThrownBy(() -> experiments.resume("told", List.of(), List.of()))
                .hasMessageEndingWith(refusal());
        assertThatThrownBy(() -> experiments.repeat("told", "again", List.of(), List.of()))
                .hasMessageEndingWith(refusal());
        assertThat(pool).doesNotExist();
        // It can be played nevertheless.
        assertThat(experiments.spec(run)).isEqualTo(toldToUse(pool));
        assertThat(new Evaluation(TinyLemol.CATALOGUE, run, Map.of())
                        .play(1, true, 1)
                        .episodes())
                .isEqualTo(1);
    }

    @Test
    void aFolderOfExperienceThatHoldsALinkIsRefused() throws IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
        Files.createDirectories(pool);
        Path link = Files.createSymbolicLink(pool.resolve("seat-0"), outside);
        MetricListener listener = new MetricListener(0);
        Run run = new Experiments(TinyLemol.CATALOGUE, runs)
                .create(toldToUse(pool), "told", List.of(), List.of(listener));
        assertThat(run.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(outside).isEmptyDirectory();
        assertThat(runs.resolve("told")).doesNotExist();
        Files.delete(link);
        Files.createDirectories(pool.resolve("seat-0"));
        Files.createSymbolicLink(pool.resolve("seat-0/000001"), outside);
        Run again = new Experiments(TinyLemol.CATALOGUE, runs).create(toldToUse(pool), "told", List.of(), List.of());
        assertThat(again.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(outside).isEmptyDirectory();
    }
}
