package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.results.CheckpointFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on from a checkpoint of another one. */
final class ForkTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    @SuppressWarnings("NullAway.Init")
    private static RunSummary whole;

    private static Experiments experiments() {
        return new Experiments(CATALOGUE, runs);
    }

    private static ExperimentSpec spec(long episodes) {
        return draft(new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple_tag")), episodes)
                .resolve();
    }

    private static SpecDraft draft(SpecDraft draft, long episodes) {
        return draft.policyOption("num_units", 8)
                .policyOption("batch_size", 16)
                .policyOption("warm_up_steps", 100)
                .policyOption("agent_update_freq", 25)
                .runOption("num_episodes", episodes)
                .runOption("checkpoint_interval", 10)
                .runOption("checkpoints_kept", 100);
    }

    private static RunSummary execute(Run run) {
        run.execute();
        return RunSummary.read(new RunFolder(run.folder()).summary());
    }

    @BeforeAll
    static void train() {
        whole = execute(experiments().create(spec(40), "whole", List.of(), List.of()));
        assertThat(whole.state()).isEqualTo("finished");
    }

    private static long someCheckpoint() {
        List<CheckpointFile> files = CheckpointFile.list(new RunFolder(runs.resolve("whole")).checkpoints());
        assertThat(files).hasSizeGreaterThan(1);
        return files.get(files.size() - 1).step();
    }

    private static Run fork(ForkOrigin origin, ExperimentSpec spec, String name) {
        return experiments().fork(origin, spec, name, List.of(), List.of());
    }

    @Test
    void withoutChangesItEndsInTheSameWeights() throws IOException {
        ForkOrigin origin = experiments().origin("whole", OptionalLong.of(someCheckpoint()));
        Run run = fork(origin, spec(40), "same");
        RunSummary end = execute(run);
        assertThat(end.state()).isEqualTo("finished");
        assertThat(end.weightsSha256()).isEqualTo(whole.weightsSha256());
        assertThat(end.steps()).isEqualTo(whole.steps());
        assertThat(Files.readString(new RunFolder(run.folder()).provenance()))
                .contains("\"origin\"")
                .contains("whole")
                .contains("\"checkpoint\" : " + someCheckpoint())
                .contains("fork");
        assertThat(new RunFolder(run.folder()).checkpoints())
                .isDirectoryContaining("glob:**" + someCheckpoint() + ".state");
    }

    @Test
    void aChangedOptionHoldsFromTheCheckpointOnAndTheForkCanBeRepeated() {
        ForkOrigin origin = experiments().origin("whole", OptionalLong.of(someCheckpoint()));
        ExperimentSpec changed = draft(new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple_tag")), 40)
                .policyOption("lr", 0.001)
                .policyOption("gamma", 0.9)
                .resolve();
        RunSummary one = execute(fork(origin, changed, "changed-1"));
        RunSummary two = execute(fork(origin, changed, "changed-2"));
        assertThat(one.weightsSha256()).isEqualTo(two.weightsSha256()).isNotEqualTo(whole.weightsSha256());
        assertThat(one.metricsSha256()).isEqualTo(two.metricsSha256());
    }

    @Test
    void moreEpisodesGoOnAfterTheEndAsIfTheRunHadBeenLonger() {
        RunSummary longer = execute(experiments().create(spec(55), "longer", List.of(), List.of()));
        ForkOrigin origin = experiments().origin("whole", OptionalLong.empty());
        RunSummary extended = execute(fork(origin, spec(55), "extended"));
        assertThat(extended.episodes()).isEqualTo(55);
        assertThat(extended.weightsSha256()).isEqualTo(longer.weightsSha256());
    }

    @Test
    void aForkThatWasStoppedGoesOnLikeAnyRun() {
        ForkOrigin origin = experiments().origin("whole", OptionalLong.of(someCheckpoint()));
        Run run = fork(origin, spec(40), "stopped");
        run.stop();
        assertThat(execute(run).state()).isEqualTo("stopped");
        RunSummary end = execute(experiments().resume("stopped", List.of(), List.of()));
        assertThat(end.weightsSha256()).isEqualTo(whole.weightsSha256());
    }

    @Test
    void whatDoesNotFitIsRefusedInWordsBeforeAnythingIsWritten() {
        ForkOrigin origin = experiments().origin("whole", OptionalLong.empty());
        SpecDraft wide = draft(new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple_tag")), 60)
                .policyOption("num_units", 16);
        assertRefused(origin, wide, "Option num_units is 16, but the networks");
        SpecDraft seeded = draft(new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple_tag")), 60)
                .seed(77);
        assertRefused(origin, seeded, "The seed of a fork cannot change");
        SpecDraft crowded = draft(new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple_tag")), 60)
                .scenarioOption("num_adversaries", 2);
        assertRefused(origin, crowded, "what agents there are");
        SpecDraft parallel = draft(new SpecDraft(CATALOGUE).over(CATALOGUE.presetLayer("simple_tag")), 60)
                .runOption("num_environments", 2);
        assertRefused(origin, parallel, "Option num_environments cannot change in a fork");
        assertThatThrownBy(() -> experiments().origin("whole", OptionalLong.of(7)))
                .isInstanceOf(OptionException.class)
                .hasMessageStartingWith("There is no checkpoint of step 7");
        Run over = fork(origin, spec(40), "over");
        assertThat(over.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(over.folder()).doesNotExist();
    }

    private static void assertRefused(ForkOrigin origin, SpecDraft draft, String sentence) {
        assertThatThrownBy(() -> fork(origin, draft.resolve(), "refused"))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining(sentence);
        assertThat(runs.resolve("refused")).doesNotExist();
    }
}
