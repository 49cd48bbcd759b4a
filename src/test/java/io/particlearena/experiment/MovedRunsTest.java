package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.CheckpointFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunIndex;
import io.particlearena.results.RunSummary;
import io.particlearena.results.Workspace;
import io.particlearena.results.WorkspaceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A runs folder that is moved as a whole, as to another machine. */
@Timeout(120)
final class MovedRunsTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path folder;

    private static SpecDraft draft() {
        return new SpecDraft(CATALOGUE)
                .over(CATALOGUE.presetLayer("simple_tag"))
                .policyOption("num_units", 8)
                .policyOption("batch_size", 16)
                .policyOption("warm_up_steps", 100)
                .policyOption("agent_update_freq", 25)
                .runOption("num_episodes", 16)
                .runOption("checkpoint_interval", 4)
                .runOption("checkpoints_kept", 10);
    }

    private static RunSummary execute(Run run) {
        run.execute();
        return RunSummary.read(new RunFolder(run.folder()).summary());
    }

    private static void assertSame(RunSummary actual, RunSummary expected) {
        assertThat(actual.state()).isEqualTo("finished");
        assertThat(actual.weightsSha256()).isEqualTo(expected.weightsSha256());
        assertThat(actual.metricsSha256()).isEqualTo(expected.metricsSha256());
    }

    private static void stop(Experiments experiments, ExperimentSpec spec, String name) {
        MetricListener stopper = new MetricListener(100);
        Run run = experiments.create(spec, name, List.of(), List.of(stopper));
        stopper.listenTo(run);
        assertThat(run.execute().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void everythingGoesOnAfterAMove() throws IOException {
        Path before = folder.resolve("here/runs");
        Experiments old = new Experiments(CATALOGUE, before);
        RunSummary base = execute(old.create(draft().resolve(), "base", List.of(), List.of()));
        List<CheckpointFile> files = CheckpointFile.list(new RunFolder(before.resolve("base")).checkpoints());
        long checkpoint = files.get(files.size() - 1).step();
        ForkOrigin origin = old.origin(before.resolve("base").toString(), OptionalLong.of(checkpoint));
        ExperimentSpec forked = draft().policyOption("lr", 0.002).resolve();
        RunSummary fork = execute(old.fork(origin, forked, "fork", List.of(), List.of()));
        ExperimentSpec taken =
                draft().load("good", before.resolve("base").toString()).resolve();
        RunSummary loaded = execute(old.create(taken, "loaded", List.of(), List.of()));
        RunSummary lemol = execute(old.create(TinyLemol.draft().resolve(), "lemol", List.of(), List.of()));
        stop(old, draft().resolve(), "base-stopped");
        stop(old, TinyLemol.draft().resolve(), "lemol-stopped");
        new Workspace(before).tag(before.resolve("fork"), "paper");
        Path inside = Files.createDirectories(before.resolve("others/one"));
        for (Path events : new RunFolder(before.resolve("base")).eventFiles()) {
            Files.copy(events, inside.resolve(events.getFileName()));
        }
        new Workspace(before).open(before.resolve("others"));

        Path after = folder.resolve("there/other runs, übrig");
        Files.createDirectories(folder.resolve("there"));
        Files.move(before, after);

        Experiments moved = new Experiments(CATALOGUE, after);
        RunIndex.Contents contents = new RunIndex(new Workspace(after)).update();
        assertThat(contents.problems()).isEmpty();
        assertThat(contents.runs())
                .extracting(WorkspaceRun::name)
                .containsExactlyInAnyOrder(
                        "base", "fork", "loaded", "lemol", "base-stopped", "lemol-stopped", "others/one");
        assertThat(contents.runs())
                .filteredOn(run -> run.name().equals("fork"))
                .allSatisfy(run -> assertThat(run.metadata().tags()).containsExactly("paper"));
        assertThat(new EpisodeArchive(CATALOGUE).play(after.resolve("base"), checkpoint, 0, 1))
                .hasSize(1);
        assertSame(execute(moved.resume("base-stopped", List.of(), List.of())), base);
        assertSame(execute(moved.resume("lemol-stopped", List.of(), List.of())), lemol);
        assertThat(Experiments.originOf(after.resolve("fork")))
                .contains(new ForkOrigin(after.resolve("base"), checkpoint));
        assertSame(execute(moved.repeat("fork", "fork-again", List.of(), List.of())), fork);
        assertSame(execute(moved.repeat("loaded", "loaded-again", List.of(), List.of())), loaded);
    }
}
