package io.particlearena.experiment;

import static io.particlearena.experiment.Tiny.assertSame;
import static io.particlearena.experiment.Tiny.execute;
import static io.particlearena.experiment.Tiny.experiments;
import static io.particlearena.experiment.Tiny.stoppedAfter;
import static io.particlearena.experiment.Tiny.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are to go on from checkpoints or event files that are damaged, missing or of another run. */
@Timeout(120)
final class DamagedRunTest {

    @TempDir
    private Path runs;

    @Test
    void damagedCheckpointIsPassedOverForTheOneBefore() throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("checkpoints_kept", 100));
        RunSummary whole = train(runs, spec);
        Run stopped = stoppedAfter(runs, 150, spec);
        Path newest = Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0);
        flipByte(newest, Files.size(newest) / 2);
        List<String> notices = new ArrayList<>();
        Run resumed = experiments(runs).resume(stopped.folder().toString(), List.of(), List.of(new RunListener() {
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
        Run stopped = stoppedAfter(runs, 150, Tiny.spec(Map.of()));
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
        Run stopped = stoppedAfter(runs, 150, Tiny.spec(Map.of("checkpoints_kept", 1)));
        Path only = Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0);
        flipByte(only, Files.size(only) / 2);
        Map<Path, String> before = contents(stopped.folder());
        assertThat(refusalOf(stopped.folder()))
                .startsWith("The only checkpoint of the run cannot be used: " + only + " is damaged")
                .endsWith(".");
        assertThat(contents(stopped.folder())).isEqualTo(before);
    }

    @Test
    void aForeignCheckpointTakesNoPlaceAndIsNotUsed() throws IOException {
        ExperimentSpec spec = Tiny.spec(Map.of("checkpoints_kept", 1));
        RunSummary whole = train(runs, spec);
        Run stopped = stoppedAfter(runs, 150, spec);
        Run other = experiments(runs).create(Tiny.draft().seed(9).resolve(), "other", List.of(), List.of());
        other.execute();
        Path folder = stopped.folder().resolve("checkpoints");
        Path foreign = folder.resolve("checkpoint-000000999999.state");
        Files.copy(Checkpoints.list(other.folder().resolve("checkpoints")).get(0), foreign);

        Evaluation.Result before = new Evaluation(Tiny.CATALOGUE, stopped.folder(), Map.of()).play(5, true, 1);
        assertThat(before).isNotEqualTo(new Evaluation(Tiny.CATALOGUE, other.folder(), Map.of()).play(5, true, 1));
        assertSame(execute(experiments(runs).resume(stopped.folder().toString(), List.of(), List.of())), whole);
        assertThat(Checkpoints.list(folder)).hasSize(2).contains(foreign);
    }

    @Test
    void checkpointOfAnotherRunIsRefused() throws IOException {
        Run stopped = stoppedAfter(runs, 150, Tiny.spec(Map.of()));
        Run other = stoppedAfter(runs, 150, Tiny.draft().seed(9).resolve());
        for (Path file : Checkpoints.list(other.folder().resolve("checkpoints"))) {
            Files.delete(file);
        }
        Path foreign = Checkpoints.list(stopped.folder().resolve("checkpoints")).get(0);
        Files.copy(foreign, other.folder().resolve("checkpoints").resolve(foreign.getFileName()));
        Run resumed = experiments(runs).resume(other.folder().toString(), List.of(), List.of());
        assertThat(resumed.execute().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void eventFileThatLostValuesIsNotGoneOnWith() throws IOException {
        Run stopped = stoppedAfter(runs, 150, Tiny.spec(Map.of()));
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
        assertThat(execute(experiments(runs).resume(stopped.folder().toString(), List.of(), List.of()))
                        .state())
                .isEqualTo("finished");
    }

    @Test
    void damagedEventFileIsToldOf() throws IOException {
        Run stopped = stoppedAfter(runs, 150, Tiny.spec(Map.of()));
        flipByte(new RunFolder(stopped.folder()).eventFiles().get(0), 100);
        List<String> notices = new ArrayList<>();
        Run resumed = experiments(runs).resume(stopped.folder().toString(), List.of(), List.of(new RunListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        }));
        assertThat(execute(resumed).state()).isEqualTo("finished");
        assertThat(notices).singleElement().asString().contains("event file before is damaged", "metricsSha256");
    }

    /** The sentence with which a run is refused that cannot go on. */
    private String refusalOf(Path folder) {
        List<Throwable> failures = new ArrayList<>();
        Run resumed = experiments(runs).resume(folder.toString(), List.of(), List.of(new RunListener() {
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

    private static void flipByte(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x10));
            channel.write(one.flip(), at);
        }
    }
}
