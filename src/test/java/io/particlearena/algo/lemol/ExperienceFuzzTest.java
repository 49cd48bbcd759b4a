package io.particlearena.algo.lemol;

import io.particlearena.fuzz.ByteMutations;
import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.StateFileMutations;
import io.particlearena.store.MemoryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trajectories on disk that were changed at random. */
final class ExperienceFuzzTest {

    private static final ExperienceLayout LAYOUT = new ExperienceLayout(0, List.of(1, 2), 3, 2, List.of(2, 1));

    @TempDir
    private Path outside;

    private Fuzzer fuzzer;

    @BeforeEach
    void prepare() throws IOException {
        fuzzer = new Fuzzer(outside);
        ExperiencePool pool = new ExperiencePool(fuzzer.folder(), LAYOUT, true);
        float[] row = new float[LAYOUT.size()];
        for (int step = 0; step < 60; step++) {
            row[0] = step;
            pool.add(row);
            if (step == 20 || step == 45) {
                // Begins another segment.
                MemoryState.of(pool);
            }
        }
        pool.finish();
    }

    /** What a study reads: all finished trajectories, chunk by chunk. */
    private void study() {
        ExperiencePool pool = new ExperiencePool(fuzzer.folder(), LAYOUT, true);
        float[] chunk = new float[25 * LAYOUT.size()];
        for (String name : pool.finished()) {
            Trajectory trajectory = pool.open(name);
            for (long from = 0; from + 25 <= Math.min(trajectory.rows(), 10_000); from += 25) {
                trajectory.read(from, 25, chunk);
            }
        }
    }

    @Test
    void theIndexOfATrajectoryIsReadOrRefused() throws Exception {
        Path index = fuzzer.folder().resolve("000001" + Trajectory.SUFFIX);
        fuzzer.cases(1_500).run(index, StateFileMutations::any, this::study);
    }

    @Test
    void theRowsOfATrajectoryAreReadOrRefused() throws Exception {
        try (Stream<Path> segments = Files.list(fuzzer.folder().resolve("000001"))) {
            for (Path segment : segments.toList()) {
                fuzzer.cases(300).run(segment, ByteMutations::any, this::study);
            }
        }
    }
}
