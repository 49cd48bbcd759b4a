package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperiencePoolTest {

    private static final ExperienceLayout LAYOUT = new ExperienceLayout(0, List.of(1, 2), 3, 2, List.of(2, 1));

    @TempDir
    private Path folder;

    private ExperiencePool pool() {
        return new ExperiencePool(folder, LAYOUT, true);
    }

    private static float[] row(long number) {
        float[] row = new float[LAYOUT.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = number * 100 + i;
        }
        return row;
    }

    private static void add(ExperiencePool pool, int from, int to) {
        for (int number = from; number < to; number++) {
            pool.add(row(number));
        }
    }

    private static void assertHolds(Trajectory trajectory, int rows) {
        assertThat(trajectory.rows()).isEqualTo(rows);
        float[] read = new float[7 * LAYOUT.size()];
        for (int from = 0; from + 7 <= rows; from++) {
            trajectory.read(from, 7, read);
            for (int i = 0; i < 7; i++) {
                for (int column = 0; column < LAYOUT.size(); column++) {
                    assertThat(read[i * LAYOUT.size() + column]).isEqualTo(row(from + i)[column]);
                }
            }
        }
    }

    @Test
    void rowsOfSeveralSegmentsAreReadAcrossTheirEdges() {
        ExperiencePool pool = pool();
        add(pool, 0, 10);
        MemoryState.of(pool);
        add(pool, 10, 23);
        MemoryState.of(pool);
        add(pool, 23, 40);
        pool.finish();
        assertThat(pool.finished()).containsExactly("000001");
        assertHolds(pool.open("000001"), 40);
    }

    @Test
    void whatCameAfterTheSavedStateIsWrittenAgain() throws IOException {
        ExperiencePool killed = pool();
        add(killed, 0, 5);
        killed.finish();
        add(killed, 0, 10);
        MemoryState saved = MemoryState.of(killed);
        add(killed, 10, 15);
        MemoryState.of(killed);

        ExperiencePool resumed = pool();
        resumed.load(saved.reader());
        assertThat(resumed.finished()).containsExactly("000001");
        add(resumed, 10, 30);
        resumed.finish();
        assertHolds(pool().open("000002"), 30);
        try (Stream<Path> segments = Files.list(folder.resolve("000002"))) {
            assertThat(segments).hasSize(2);
        }
    }

    @Test
    void anotherRunGoesOnWithTheTrajectoriesOfAFolder() {
        ExperiencePool first = pool();
        add(first, 0, 8);
        first.finish();
        ExperiencePool second = pool();
        add(second, 0, 9);
        second.finish();
        assertThat(second.finished()).containsExactly("000001", "000002");
    }

    @Test
    void aStoppedRunKeepsItsUnfinishedTrajectoryWhileAnotherFinishesOne() {
        ExperiencePool stopped = pool();
        add(stopped, 0, 10);
        MemoryState saved = MemoryState.of(stopped);
        ExperiencePool other = pool();
        add(other, 0, 9);
        other.finish();

        ExperiencePool resumed = pool();
        resumed.load(saved.reader());
        add(resumed, 10, 30);
        resumed.finish();
        assertThat(resumed.finished()).containsExactly("000001");
        assertThat(pool().finished()).containsExactly("000001", "000002");
        assertHolds(pool().open("000001"), 30);
        assertHolds(pool().open("000002"), 9);
    }

    @Test
    void aTrajectoryWithoutStepsIsNotKept() {
        ExperiencePool pool = pool();
        pool.finish();
        assertThat(pool.finished()).isEmpty();
    }

    @Test
    void damageAndForeignLayoutsAreRefused() throws IOException {
        ExperiencePool pool = pool();
        add(pool, 0, 20);
        pool.finish();
        ExperienceLayout other = new ExperienceLayout(0, List.of(1), 3, 2, List.of(2));
        assertThatThrownBy(() -> Trajectory.open(folder, "000001", other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("lemol_save_path");

        Path segment;
        try (Stream<Path> segments = Files.list(folder.resolve("000001"))) {
            segment = segments.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertThatThrownBy(() -> pool().open("000001"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void anEventIsWhatTheModelSeesInPlay() {
        float[] row = row(0);
        float[] event = new float[LAYOUT.eventSize(0)];
        LAYOUT.event(row, 0, 0, event, 0);
        double[] action = {row[LAYOUT.modelledAction(0)], row[LAYOUT.modelledAction(0) + 1]};
        float[] inPlay = new float[event.length];
        new OpponentModelShape(3, 2, List.of(2))
                .writeEvent(action, new double[] {0, 1, 2}, new double[] {3, 4}, 5, true, inPlay);
        inPlay[inPlay.length - 1] = row[LAYOUT.last()];
        assertThat(event).containsExactly(inPlay);
    }

    @Test
    void aPoolOfARunsOwnBeginsEmptyAndReplacesWhatAKilledProcessLeft() {
        for (int process = 0; process < 2; process++) {
            ExperiencePool own = new ExperiencePool(folder, LAYOUT, false);
            assertThat(own.finished()).isEmpty();
            add(own, 0, 10 + process);
            own.finish();
            add(own, 0, 8);
            own.finish();
            assertThat(own.finished()).containsExactly("000001", "000002");
            assertHolds(own.open("000001"), 10 + process);
        }
    }
}
