package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsTest {

    private static final int ROW_BYTES = 12;

    @TempDir
    Path folder;

    @Test
    void rowsComeBackInOrder() {
        SegmentReference reference = append(100, 250);
        assertThat(rows(reference, 0, 1000)).containsExactlyElementsOf(numbers(100, 250));
    }

    @Test
    void onlyTheRowsAskedForAreDelivered() {
        SegmentReference reference = append(100, 250);
        assertThat(rows(reference, 200, 220)).containsExactlyElementsOf(numbers(200, 220));
        assertThat(rows(reference, 240, 300)).containsExactlyElementsOf(numbers(240, 250));
        assertThat(rows(reference, 250, 300)).isEmpty();
        assertThat(rows(reference, 0, 100)).isEmpty();
    }

    @Test
    void segmentsLargerThanAChunkComeBack() {
        SegmentReference reference = append(0, 200_000);
        assertThat(rows(reference, 99_999, 200_000)).containsExactlyElementsOf(numbers(99_999, 200_000));
    }

    @Test
    void emptySegmentIsAllowed() {
        assertThat(rows(append(5, 5), 0, 10)).isEmpty();
    }

    @Test
    void rowsWiderThanAChunkComeBack() {
        int wide = 3 << 20;
        SegmentReference reference = Segments.append(folder, 0, 2, wide, (row, into) -> {
            while (into.hasRemaining()) {
                into.put((byte) row);
            }
        });
        List<Integer> firstBytes = new ArrayList<>();
        Segments.read(folder, reference, 0, 2, (row, from) -> {
            assertThat(from.remaining()).isEqualTo(wide);
            firstBytes.add((int) from.get());
        });
        assertThat(firstBytes).containsExactly(0, 1);
    }

    @Test
    void changedByteInAnyPositionIsDetectedBeforeAnyRowIsDelivered() throws IOException {
        SegmentReference reference = append(0, 10);
        Path file = folder.resolve(reference.name());
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 16;
            Files.write(file, changed);
            assertThatThrownBy(() -> Segments.read(folder, reference, 0, 10, (row, from) -> {
                        throw new AssertionError("Row " + row + " was delivered");
                    }))
                    .as("byte %s", i)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(reference.name());
        }
    }

    @Test
    void cutOrMissingSegmentIsRefused() throws IOException {
        SegmentReference reference = append(0, 10);
        Path file = folder.resolve(reference.name());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> Segments.verify(folder, reference))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
        Files.delete(file);
        assertThatThrownBy(() -> Segments.verify(folder, reference))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void otherContentForTheSameRowsLeavesTheFirstSegmentAlone() {
        SegmentReference first = append(0, 10);
        SegmentReference second =
                Segments.append(folder, 0, 10, ROW_BYTES, (row, into) -> into.put(new byte[ROW_BYTES]));
        assertThat(second.name()).isNotEqualTo(first.name());
        Segments.verify(folder, first);
        Segments.verify(folder, second);
    }

    @Test
    void failedAppendLeavesEarlierSegmentsAlone() throws IOException {
        SegmentReference first = append(0, 10);
        assertThatThrownBy(() -> Segments.append(folder, 10, 20, ROW_BYTES, (row, into) -> {
                    throw new IllegalStateException("The machine stopped");
                }))
                .hasMessage("The machine stopped");
        Segments.verify(folder, first);
        Segments.deleteExcept(folder, Set.of(first.name()));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(first.name()));
        }
    }

    @Test
    void deletionSparesNamedSegmentsAndForeignFiles() throws IOException {
        SegmentReference first = append(0, 10);
        SegmentReference second = append(10, 20);
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
        Segments.deleteExcept(folder, Set.of(second.name()));
        assertThat(folder.resolve(first.name())).doesNotExist();
        assertThat(folder.resolve(second.name())).exists();
        assertThat(foreign).exists();
        Segments.deleteExcept(folder.resolve("nowhere"), Set.of());
    }

    @Test
    void referenceComesBackFromACheckpoint() {
        SegmentReference reference = append(0, 10);
        MemoryState state = new MemoryState();
        reference.save(state);
        assertThat(SegmentReference.load(state.reader())).isEqualTo(reference);
    }

    @Test
    void referenceCannotLeadOutOfItsFolder() {
        assertThatThrownBy(() -> new SegmentReference("../../etc/passwd", 0, 1, 1, 0))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void rowThatIsNotFilledIsAMistake() {
        assertThatThrownBy(() -> Segments.append(folder, 0, 1, ROW_BYTES, (row, into) -> into.putInt(1)))
                .hasMessageContaining("lacks 8 of 12 bytes");
    }

    private SegmentReference append(long from, long to) {
        return Segments.append(folder, from, to, ROW_BYTES, (row, into) -> {
            assertThat(into.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            into.putLong(row).putFloat(0.5f * row);
        });
    }

    private List<Long> rows(SegmentReference reference, long from, long to) {
        List<Long> rows = new ArrayList<>();
        Segments.read(folder, reference, from, to, (row, bytes) -> {
            long value = bytes.getLong();
            if (value != row || bytes.getFloat() != 0.5f * row || bytes.hasRemaining()) {
                throw new AssertionError("Row " + row + " holds " + value);
            }
            rows.add(row);
        });
        return rows;
    }

    private static List<Long> numbers(long from, long to) {
        List<Long> numbers = new ArrayList<>();
        for (long row = from; row < to; row++) {
            numbers.add(row);
        }
        return numbers;
    }
}
