package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.faults.Faults;
import io.particlearena.faults.FaultyFileSystem;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunSummary;
import io.particlearena.store.Folders;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Training on a disk of which every operation fails once, one after the other: the program says what happened, other runs are
 * as they were, and once the disk is well again the run comes to the same end.
 */
final class FaultyDiskTest {

    private static final ExperimentSpec SPEC = Tiny.spec(Map.of("record_every", 15, "num_episodes", 20));

    @TempDir
    private Path folder;

    private final Faults faults = new Faults();
    private Path runs;
    private Path faulty;
    private RunSummary whole;
    private Map<String, Integer> earlier;

    @BeforeEach
    void trainBefore() throws IOException {
        runs = folder.resolve("runs");
        faulty = FaultyFileSystem.path(runs, faults);
        whole = Tiny.execute(Tiny.experiments(runs).create(SPEC, "earlier", List.of(), List.of()));
        earlier = contents(runs.resolve("earlier"));
    }

    /** Something done on the faulty disk, which tells the user a sentence or nothing. */
    private interface Work {
        void doIt(List<String> told);
    }

    @ParameterizedTest
    @EnumSource
    void aNewRunTellsOfEachFailureAndGoesOnAfterIt(Faults.Kind kind) throws IOException {
        failEachOperation(kind, told -> {
            Run run = Tiny.experiments(faulty).create(SPEC, "later", List.of(), List.of(listening(told)));
            run.execute();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aResumedRunTellsOfEachFailureAndGoesOnAfterIt(Faults.Kind kind) throws IOException {
        Path stopped = folder.resolve("stopped");
        Run broken = Tiny.stoppedAfter(stopped, 30, SPEC);
        failEachOperation(kind, told -> {
            copy(broken.folder(), runs.resolve("later"));
            Tiny.experiments(faulty)
                    .resume("later", List.of(), List.of(listening(told)))
                    .execute();
        });
    }

    private void failEachOperation(Faults.Kind kind, Work work) throws IOException {
        for (int operation = 0; ; operation++) {
            List<String> told = new ArrayList<>();
            faults.arm(kind, operation);
            try {
                work.doIt(told);
            } catch (OptionException | StoreException e) {
                told.add(String.valueOf(e.getMessage()));
            }
            String failed = faults.failed();
            faults.disarm();
            assertThat(contents(runs.resolve("earlier"))).as(failed).isEqualTo(earlier);
            RunSummary end = goOn(told, failed);
            Tiny.assertSame(end, whole);
            Folders.delete(runs.resolve("later"));
            if (failed.isEmpty()) {
                assertThat(operation).isGreaterThan(10);
                return;
            }
        }
    }

    /** What the run comes to on a disk that is well again. */
    private RunSummary goOn(List<String> told, String failed) throws IOException {
        Path later = runs.resolve("later");
        if (isFinished(later)) {
            return RunSummary.read(later.resolve("summary.json"));
        }
        assertThat(told)
                .as(failed)
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence)
                        .matches("(?s)[A-Z/].*\\.")
                        .doesNotContain("Exception")
                        .contains("later"));
        if (Files.exists(later.resolve("spec.json"))) {
            return Tiny.execute(Tiny.experiments(runs).resume("later", List.of(), List.of()));
        }
        return Tiny.execute(Tiny.experiments(runs).create(SPEC, "later", List.of(), List.of()));
    }

    private static boolean isFinished(Path run) throws IOException {
        Path summary = run.resolve("summary.json");
        return Files.exists(summary) && RunSummary.read(summary).state().equals("finished");
    }

    private static RunListener listening(List<String> told) {
        return new RunListener() {
            @Override
            public void failed(String message, Throwable cause) {
                told.add(message);
            }
        };
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new StoreException("The test cannot copy " + from, e);
        }
    }

    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return found;
    }
}
