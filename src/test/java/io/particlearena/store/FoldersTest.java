package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links are never followed out of a folder. */
final class FoldersTest {

    @TempDir
    private Path place;

    private Path outside;
    private Path kept;
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        outside = Files.createDirectories(place.resolve("outside"));
        kept = Files.writeString(outside.resolve("kept.txt"), "kept");
        folder = Files.createDirectories(place.resolve("folder"));
        Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("inner/file.txt"), "file");
    }

    @Test
    void deletingAFolderTakesLinksAndNotWhatTheyPointAt() throws IOException {
        Files.createSymbolicLink(folder.resolve("folder-link"), outside);
        Files.createSymbolicLink(folder.resolve("inner/file-link"), kept);
        Files.createSymbolicLink(folder.resolve("inner/nowhere"), place.resolve("missing"));
        Folders.delete(folder);
        assertThat(folder).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    @Test
    void deletingALinkTakesTheLinkAlone() throws IOException {
        for (Path target : new Path[] {folder, place.resolve("missing")}) {
            Path link = Files.createSymbolicLink(place.resolve("link"), target);
            Folders.delete(link);
            assertThat(Files.isSymbolicLink(link)).isFalse();
        }
        assertThat(folder.resolve("inner/file.txt")).hasContent("file");
    }

    @Test
    void aLinkIsRefusedAtAnyDepthThatIsLookedAt() throws IOException {
        Folders.requireNoLinks(folder, Integer.MAX_VALUE);
        Path link = Files.createSymbolicLink(folder.resolve("inner/link"), outside);
        assertThatThrownBy(() -> Folders.requireNoLinks(folder, Integer.MAX_VALUE))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        link + " is a symbolic link, which might lead anywhere; put the file or folder itself in its"
                                + " place.");
        assertThatCode(() -> Folders.requireNoLinks(folder, 1)).doesNotThrowAnyException();
        Path top = Files.createSymbolicLink(folder.resolve("top"), place.resolve("missing"));
        assertThatThrownBy(() -> Folders.requireNoLinks(folder, 1)).hasMessageStartingWith(top + " is a symbolic link");
        Path itself = Files.createSymbolicLink(place.resolve("itself"), folder);
        assertThatThrownBy(() -> Folders.requireNoLinks(itself, 1))
                .hasMessageStartingWith(itself + " is a symbolic link");
    }

    @Test
    void segmentsOfALinkedFolderStay() throws IOException {
        SegmentReference reference = Segments.append(outside, 0, 4, 8, (row, buffer) -> buffer.putLong(row));
        Path link = Files.createSymbolicLink(folder.resolve("replay"), outside);
        Segments.deleteExcept(link, Set.of());
        assertThat(outside.resolve(reference.name())).exists();
    }

    @Test
    void ofALinkedSegmentTheLinkGoes() throws IOException {
        SegmentReference reference = Segments.append(outside, 0, 4, 8, (row, buffer) -> buffer.putLong(row));
        Path link = Files.createSymbolicLink(folder.resolve(reference.name()), outside.resolve(reference.name()));
        Segments.deleteExcept(folder, Set.of());
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(outside.resolve(reference.name())).exists();
    }

    @Test
    void writingReplacesALinkAndNotWhatItPointsAt() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), kept);
        AtomicFiles.write(link, "new");
        assertThat(kept).hasContent("kept");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        Path temporary = AtomicFiles.temporarySibling(folder.resolve("other.txt"));
        Files.createSymbolicLink(temporary, kept);
        AtomicFiles.write(folder.resolve("other.txt"), "other");
        assertThat(kept).hasContent("kept");
    }

    @Test
    void anOwnFileIsNotReadThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), kept);
        assertThat(InputFiles.bytes(link, 100)).hasSize(4);
        assertThatThrownBy(() -> InputFiles.ownBytes(link, 100))
                .isInstanceOf(FileSystemException.class)
                .hasMessageEndingWith("it is a symbolic link");
    }

    @Test
    void aLockIsNeitherALinkNorAFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("lock"), place.resolve("made-by-a-lock"));
        assertThatThrownBy(() -> LockFile.take(link, Duration.ZERO)).hasMessageContaining("lock is a symbolic link");
        assertThat(place.resolve("made-by-a-lock")).doesNotExist();
        assertThatThrownBy(() -> LockFile.take(folder.resolve("inner"))).hasMessageContaining("inner is not a file");
    }
}
