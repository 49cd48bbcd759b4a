package io.particlearena.experiment;

import static io.particlearena.experiment.Tiny.assertSame;
import static io.particlearena.experiment.Tiny.execute;
import static io.particlearena.experiment.Tiny.experiments;
import static io.particlearena.experiment.Tiny.stoppedAfter;
import static io.particlearena.experiment.Tiny.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.env.AgentSpec;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunIndex;
import io.particlearena.results.RunSummary;
import io.particlearena.results.Workspace;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.store.LockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of a tiny algorithm in a tiny environment. */
@Timeout(120)
final class RunTest {

    @TempDir
    private Path runs;

    @Test
    void sameSpecificationLeavesTheSameDigests() {
        ExperimentSpec spec = Tiny.spec(Map.of());
        RunSummary first = train(runs, spec);
        assertSame(train(runs, spec), first);
        assertThat(train(runs, Tiny.draft().seed(6).resolve()).weightsSha256()).isNotEqualTo(first.weightsSha256());
    }

    @Test
    void runFolderHoldsEverything() throws IOException {
        Run run =
                experiments(runs).create(Tiny.spec(Map.of("checkpoints_kept", 2)), "mine", List.of("words"), List.of());
        run.execute();
        RunFolder folder = new RunFolder(runs.resolve("mine"));
        assertThat(run.folder()).isEqualTo(folder.path());
        assertThat(experiments(runs).spec(folder.path())).isEqualTo(run.spec());
        assertThat(Files.readString(folder.provenance())).contains("\"seed\" : 5", "words", "java");
        assertThat(folder.eventFiles()).hasSize(1);
        assertThat(Checkpoints.list(folder.checkpoints())).isNotEmpty().hasSizeLessThanOrEqualTo(2);
        assertThat(new RunIndex(new Workspace(runs)).update().runs())
                .map(WorkspaceRun::listing)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo("finished");
                    assertThat(line.episodes()).isEqualTo(40);
                });
    }

    @Test
    void stoppedRunResumesToTheSameEnd() {
        ExperimentSpec spec = Tiny.spec(Map.of("num_environments", 2));
        RunSummary whole = train(runs, spec);
        for (int stopAfter : new int[] {1, 17, 100}) {
            Run stopped = stoppedAfter(runs, stopAfter, spec);
            assertSame(execute(experiments(runs).resume(stopped.folder().toString(), List.of(), List.of())), whole);
        }
    }

    @Test
    void pointsBeyondTheCheckpointAreDropped() throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("checkpoints_kept", 100));
        RunSummary whole = train(runs, spec);
        Run stopped = stoppedAfter(runs, 150, spec);
        List<Path> checkpoints = Checkpoints.list(stopped.folder().resolve("checkpoints"));
        assertThat(checkpoints).hasSizeGreaterThan(1);
        Files.delete(checkpoints.get(0));
        assertSame(
                execute(experiments(runs).resume(stopped.folder().getFileName().toString(), List.of(), List.of())),
                whole);
    }

    @Test
    void folderThatCannotBeWrittenIsRefusedAndNothingIsLeft() throws IOException {
        Path file = Files.writeString(runs.resolve("file"), "in the way");
        List<String> messages = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void failed(String message, Throwable cause) {
                assertThat(cause).isInstanceOf(OptionException.class);
                messages.add(message);
            }
        };
        Run run =
                new Experiments(Tiny.CATALOGUE, file).create(Tiny.spec(Map.of()), "mine", List.of(), List.of(listener));
        assertThat(run.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("The run's folder " + run.folder() + " cannot be written: ");
        Run half = experiments(runs).create(Tiny.spec(Map.of()), "half", List.of(), List.of(listener));
        Files.createDirectories(runs.resolve("half/.spec.json.tmp/in the way"));
        assertThat(half.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(runs.resolve("half")).isDirectoryNotContaining(left -> !left.endsWith(".spec.json.tmp"));
        assertThat(messages).hasSize(2).last().asString().endsWith("cannot be written: a folder is in the way.");
    }

    @Test
    void killedRunResumesToTheSameEnd() throws IOException, InterruptedException {
        ExperimentSpec spec = RunInChild.Subject.TINY.spec();
        RunSummary whole = train(runs, spec);
        Process child = RunInChild.start(RunInChild.Subject.TINY, runs, "killed");
        Path checkpoints = runs.resolve("killed/checkpoints");
        while (Checkpoints.list(checkpoints).isEmpty() && child.isAlive()) {
            Thread.sleep(5);
        }
        child.destroyForcibly();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(RunSummary.read(runs.resolve("killed/summary.json")).state()).isEqualTo("running");
        assertSame(execute(experiments(runs).resume("killed", List.of(), List.of())), whole);
    }

    @Test
    void watchingChangesNothing() throws InterruptedException {
        ExperimentSpec spec = Tiny.spec(Map.of("num_episodes", 3000));
        RunSummary alone = train(runs, spec);
        Run run = experiments(runs).create(spec, "", List.of(), List.of(new RunListener() {}));
        run.start();
        EpisodePlayer player = run.newPlayer();
        EpisodeFrame first = player.next();
        assertThat(first.step()).isZero();
        assertThat(first.agents()).extracting(AgentSpec::name).containsExactly("adversary 0", "agent 0");
        for (int i = 0; i < 500; i++) {
            player.next();
        }
        run.await();
        assertSame(RunSummary.read(run.folder().resolve("summary.json")), alone);
    }

    @Test
    void pausedRunGoesOnToTheSameEnd() throws InterruptedException {
        ExperimentSpec spec = Tiny.spec(Map.of("num_episodes", 3000));
        RunSummary whole = train(runs, spec);
        Run run = experiments(runs).create(spec, "", List.of(), List.of());
        run.pause();
        run.start();
        while (run.progress().state() != RunState.PAUSED) {
            Thread.sleep(1);
        }
        assertThat(run.progress().step()).isZero();
        run.resume();
        run.await();
        assertSame(RunSummary.read(run.folder().resolve("summary.json")), whole);
    }

    @Test
    void listenerThatThrowsIsHeardNoMore() {
        ExperimentSpec spec = Tiny.spec(Map.of());
        RunSummary alone = train(runs, spec);
        AtomicInteger calls = new AtomicInteger();
        RunSummary watched = train(runs, spec, new RunListener() {
            @Override
            public void metric(String tag, long step, double value) {
                calls.incrementAndGet();
                throw new IllegalStateException("A listener's fault");
            }
        });
        assertSame(watched, alone);
        assertThat(calls).hasValue(1);
    }

    @Test
    void failureKeepsTheDataOfTheRun() {
        ExperimentSpec spec = Tiny.draft().policyOption("good", "fail_at", 12).resolve();
        List<String> messages = new ArrayList<>();
        RunSummary summary = train(runs, spec, new RunListener() {
            @Override
            public void failed(String message, Throwable cause) {
                messages.add(message);
            }
        });
        assertThat(summary.state()).isEqualTo("failed");
        assertThat(summary.message()).contains("critic_loss").isEqualTo(messages.get(0));
        assertThat(summary.episodes()).isPositive();
    }

    @Test
    void aRunWhoseFolderIsTakenAwayFailsInsteadOfTrainingForNothing() {
        List<String> messages = new ArrayList<>();
        Run run = experiments(runs).create(Tiny.spec(Map.of()), "gone", List.of(), List.of(new RunListener() {
            @Override
            public void metric(String tag, long step, double value) {
                try {
                    Files.deleteIfExists(runs.resolve("gone/spec.json"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void failed(String message, Throwable cause) {
                messages.add(message);
            }
        }));
        assertThat(run.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(messages)
                .containsExactly("The run's folder " + run.folder() + " was deleted or moved while it trained.");
    }

    @Test
    void policyOfAnEarlierRunIsTakenOver() {
        Run first = experiments(runs).create(Tiny.spec(Map.of()), "first", List.of(), List.of());
        RunSummary trained = execute(first);
        ExperimentSpec spec = Tiny.draft()
                .runOption("test", true)
                .load("good", "first")
                .load("bad", "first")
                .resolve();
        assertThat(train(runs, spec).weightsSha256()).isEqualTo(trained.weightsSha256());
        assertThatThrownBy(() -> train(runs, Tiny.draft().load("good", "none").resolve()))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("There is no run \"none\"");
        assertThatThrownBy(() -> train(
                        runs,
                        Tiny.draft()
                                .algorithm("good", "other-walk")
                                .load("good", "first")
                                .resolve()))
                .isInstanceOf(OptionException.class);
    }

    @Test
    void runInProgressCannotBeTakenTwice() {
        Run stopped = stoppedAfter(runs, 150, Tiny.spec(Map.of()));
        try (LockFile lock = new RunFolder(stopped.folder()).lock()) {
            assertThat(lock).isNotNull();
            Run resumed = experiments(runs).resume(stopped.folder().toString(), List.of(), List.of());
            assertThat(resumed.execute().state()).isEqualTo(RunState.FAILED);
        }
    }
}
