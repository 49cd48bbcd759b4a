package io.particlearena.experiment;

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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RunTest {

    @TempDir
    private Path runs;

    private Experiments experiments() {
        return new Experiments(Tiny.CATALOGUE, runs);
    }

    private RunSummary execute(Run run) {
        run.execute();
        return RunSummary.read(run.folder().resolve("summary.json"));
    }

    private RunSummary train(ExperimentSpec spec, RunListener... listeners) {
        return execute(experiments().create(spec, "", List.of(), List.of(listeners)));
    }

    private static void assertSame(RunSummary actual, RunSummary expected) {
        assertThat(actual.state()).isEqualTo("finished");
        assertThat(actual.weightsSha256()).isEqualTo(expected.weightsSha256()).hasSize(64);
        assertThat(actual.metricsSha256()).isEqualTo(expected.metricsSha256()).hasSize(64);
        assertThat(actual.finalReturns()).isEqualTo(expected.finalReturns());
        assertThat(actual.steps()).isEqualTo(expected.steps());
        assertThat(actual.updates()).isEqualTo(expected.updates());
    }

    /** Stops its run when so many metrics were reported. */
    private static final class Stopper implements RunListener {
        private final int after;
        private final AtomicInteger metrics = new AtomicInteger();
        private @Nullable Run run;

        Stopper(int after) {
            this.after = after;
        }

        @Override
        public void metric(String tag, long step, double value) {
            if (metrics.incrementAndGet() == after && run != null) {
                run.stop();
            }
        }
    }

    private Run stoppedAfter(int metrics, ExperimentSpec spec) {
        Stopper stopper = new Stopper(metrics);
        Run run = experiments().create(spec, "", List.of(), List.of(stopper));
        stopper.run = run;
        assertThat(run.execute().state()).isEqualTo(RunState.STOPPED);
        return run;
    }

    @Test
    void sameSpecificationLeavesTheSameDigests() {
        ExperimentSpec spec = Tiny.spec(Map.of());
        RunSummary first = train(spec);
        assertSame(train(spec), first);
        assertThat(train(Tiny.draft().seed(6).resolve()).weightsSha256()).isNotEqualTo(first.weightsSha256());
    }

    @Test
    void runFolderHoldsEverything() throws IOException {
        Run run = experiments().create(Tiny.spec(Map.of("checkpoints_kept", 2)), "mine", List.of("words"), List.of());
        run.execute();
        RunFolder folder = new RunFolder(runs.resolve("mine"));
        assertThat(run.folder()).isEqualTo(folder.path());
        assertThat(experiments().spec(folder.path())).isEqualTo(run.spec());
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
        RunSummary whole = train(spec);
        for (int stopAfter : new int[] {1, 17, 100}) {
            Run stopped = stoppedAfter(stopAfter, spec);
            assertSame(execute(experiments().resume(stopped.folder().toString(), List.of(), List.of())), whole);
        }
    }

    @Test
    void pointsBeyondTheCheckpointAreDropped() throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("checkpoints_kept", 100));
        RunSummary whole = train(spec);
        Run stopped = stoppedAfter(150, spec);
        List<Path> checkpoints = Checkpoints.list(stopped.folder().resolve("checkpoints"));
        assertThat(checkpoints).hasSizeGreaterThan(1);
        Files.delete(checkpoints.get(0));
        assertSame(
                execute(experiments().resume(stopped.folder().getFileName().toString(), List.of(), List.of())), whole);
    }

    @Test
    void aForeignCheckpointTakesNoPlaceAndIsNotUsed() throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("checkpoints_kept", 1));
        RunSummary whole = train(spec);
        Run stopped = stoppedAfter(150, spec);
        Run other = experiments().create(Tiny.draft().seed(9).resolve(), "other", List.of(), List.of());
        other.execute();
        Path folder = stopped.folder().resolve("checkpoints");
        Path foreign = folder.resolve("checkpoint-000000999999.state");
        Files.copy(Checkpoints.list(other.folder().resolve("checkpoints")).get(0), foreign);

        Evaluation.Result before = new Evaluation(Tiny.CATALOGUE, stopped.folder(), Map.of()).play(5, true, 1);
        assertThat(before).isNotEqualTo(new Evaluation(Tiny.CATALOGUE, other.folder(), Map.of()).play(5, true, 1));
        assertSame(execute(experiments().resume(stopped.folder().toString(), List.of(), List.of())), whole);
        assertThat(Checkpoints.list(folder)).hasSize(2).contains(foreign);
    }

    @Test
    void damagedCheckpointIsPassedOverForTheOneBefore() throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("checkpoints_kept", 100));
        RunSummary whole = train(spec);
        Run stopped = stoppedAfter(150, spec);
        Path newest = Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0);
        flipByte(newest, Files.size(newest) / 2);
        List<String> notices = new ArrayList<>();
        Run resumed = experiments().resume(stopped.folder().toString(), List.of(), List.of(new RunListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        }));
        assertSame(execute(resumed), whole);
        assertThat(notices)
                .singleElement()
                .asString()
                .contains(newest.getFileName().toString(), "damaged");
    }

    @Test
    void damagedReplayIsRefused() throws IOException {
        Run stopped = stoppedAfter(150, Tiny.spec(Map.of()));
        Path replay = stopped.folder().resolve("checkpoints/replay");
        try (var files = Files.list(replay)) {
            for (Path file : files.toList()) {
                flipByte(file, Files.size(file) - 1);
            }
        }
        assertThat(refusalOf(stopped.folder()))
                .contains("checkpoints can be used; the newest: ", "damaged")
                .endsWith(".");
    }

    @Test
    void runWhoseOnlyCheckpointIsDamagedStaysAsItWas() throws IOException {
        Run stopped = stoppedAfter(150, Tiny.spec(Map.of("checkpoints_kept", 1)));
        Path only = Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0);
        flipByte(only, Files.size(only) / 2);
        Map<Path, String> before = contents(stopped.folder());
        assertThat(refusalOf(stopped.folder()))
                .startsWith("The only checkpoint of the run cannot be used: " + only + " is damaged")
                .endsWith(".");
        assertThat(contents(stopped.folder())).isEqualTo(before);
    }

    /** The sentence with which a run is refused that cannot go on. */
    private String refusalOf(Path folder) {
        List<Throwable> failures = new ArrayList<>();
        Run resumed = experiments().resume(folder.toString(), List.of(), List.of(new RunListener() {
            @Override
            public void failed(String message, Throwable cause) {
                failures.add(cause);
            }
        }));
        assertThat(resumed.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(failures).singleElement().isInstanceOf(OptionException.class);
        return String.valueOf(failures.get(0).getMessage());
    }

    private static Map<Path, String> contents(Path folder) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
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
        Run half = experiments().create(Tiny.spec(Map.of()), "half", List.of(), List.of(listener));
        Files.createDirectories(runs.resolve("half/.spec.json.tmp"));
        assertThat(half.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(runs.resolve("half")).doesNotExist();
        assertThat(messages).hasSize(2);
    }

    @Test
    void checkpointOfAnotherRunIsRefused() throws IOException {
        Run stopped = stoppedAfter(150, Tiny.spec(Map.of()));
        Run other = stoppedAfter(150, Tiny.draft().seed(9).resolve());
        for (Path file : Checkpoints.list(other.folder().resolve("checkpoints"))) {
            Files.delete(file);
        }
        Path foreign = Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0);
        Files.copy(foreign, other.folder().resolve("checkpoints").resolve(foreign.getFileName()));
        Run resumed = experiments().resume(other.folder().toString(), List.of(), List.of());
        assertThat(resumed.execute().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void eventFileThatLostValuesIsNotGoneOnWith() throws IOException {
        Run stopped = stoppedAfter(150, Tiny.spec(Map.of()));
        Path events = new RunFolder(stopped.folder()).eventFiles().get(0);
        byte[] whole = Files.readAllBytes(events);
        Files.write(events, Arrays.copyOf(whole, whole.length - 1));
        Map<Path, String> before = contents(stopped.folder());
        assertThat(refusalOf(stopped.folder()))
                .isEqualTo("The event file " + events + " has " + (whole.length - 1) + " bytes, but had " + whole.length
                        + " when the checkpoint was written, and without these values the run cannot go on.");
        assertThat(contents(stopped.folder())).isEqualTo(before);
        Files.delete(events);
        assertThat(refusalOf(stopped.folder()))
                .isEqualTo("The event file " + events + " is missing; it had " + whole.length
                        + " bytes when the checkpoint was written, and without these values the run cannot go on.");
        Files.write(events, whole);
        assertThat(execute(experiments().resume(stopped.folder().toString(), List.of(), List.of()))
                        .state())
                .isEqualTo("finished");
    }

    @Test
    void damagedEventFileIsToldOf() throws IOException {
        Run stopped = stoppedAfter(150, Tiny.spec(Map.of()));
        flipByte(new RunFolder(stopped.folder()).eventFiles().get(0), 100);
        List<String> notices = new ArrayList<>();
        Run resumed = experiments().resume(stopped.folder().toString(), List.of(), List.of(new RunListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        }));
        assertThat(execute(resumed).state()).isEqualTo("finished");
        assertThat(notices).singleElement().asString().contains("event file before is damaged", "metricsSha256");
    }

    private static void flipByte(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x10));
            channel.write(one.flip(), at);
        }
    }

    @Test
    void killedRunResumesToTheSameEnd() throws IOException, InterruptedException {
        ExperimentSpec spec = RunInChild.Subject.TINY.spec();
        RunSummary whole = train(spec);
        Process child = RunInChild.start(RunInChild.Subject.TINY, runs, "killed");
        Path checkpoints = runs.resolve("killed/checkpoints");
        while (Checkpoints.list(checkpoints).isEmpty() && child.isAlive()) {
            Thread.sleep(5);
        }
        child.destroyForcibly();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(RunSummary.read(runs.resolve("killed/summary.json")).state()).isEqualTo("running");
        assertSame(execute(experiments().resume("killed", List.of(), List.of())), whole);
    }

    @Test
    void watchingChangesNothing() throws InterruptedException {
        ExperimentSpec spec = Tiny.spec(Map.of("num_episodes", 3000));
        RunSummary alone = train(spec);
        Run run = experiments().create(spec, "", List.of(), List.of(new RunListener() {}));
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
        RunSummary whole = train(spec);
        Run run = experiments().create(spec, "", List.of(), List.of());
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
        RunSummary alone = train(spec);
        AtomicInteger calls = new AtomicInteger();
        RunSummary watched = train(spec, new RunListener() {
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
        RunSummary summary = train(spec, new RunListener() {
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
    void policyOfAnEarlierRunIsTakenOver() {
        Run first = experiments().create(Tiny.spec(Map.of()), "first", List.of(), List.of());
        RunSummary trained = execute(first);
        ExperimentSpec spec = Tiny.draft()
                .runOption("test", true)
                .load("good", "first")
                .load("bad", "first")
                .resolve();
        assertThat(train(spec).weightsSha256()).isEqualTo(trained.weightsSha256());
        assertThatThrownBy(() -> train(Tiny.draft().load("good", "none").resolve()))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("There is no run \"none\"");
        assertThatThrownBy(() -> train(Tiny.draft()
                        .algorithm("good", "other-walk")
                        .load("good", "first")
                        .resolve()))
                .isInstanceOf(OptionException.class);
    }

    @Test
    void runInProgressCannotBeTakenTwice() {
        Run stopped = stoppedAfter(150, Tiny.spec(Map.of()));
        try (LockFile lock = new RunFolder(stopped.folder()).lock()) {
            assertThat(lock).isNotNull();
            Run resumed = experiments().resume(stopped.folder().toString(), List.of(), List.of());
            assertThat(resumed.execute().state()).isEqualTo(RunState.FAILED);
        }
    }
}
