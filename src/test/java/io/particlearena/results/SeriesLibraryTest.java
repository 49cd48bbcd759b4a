package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesLibraryTest {

    @TempDir
    Path parent;

    private final SeriesLibrary library = new SeriesLibrary();

    @Test
    void manyRunsAreReadAndFollowed() throws IOException {
        List<Path> folders = new ArrayList<>();
        List<EventWriter> writers = new ArrayList<>();
        for (int run = 0; run < 20; run++) {
            Path folder = parent.resolve("run " + run);
            folders.add(folder);
            EventWriter writer = EventWriter.create(folder);
            writer.scalar("loss", 1, run);
            writer.flush();
            writers.add(writer);
        }
        library.follow(folders);
        assertThat(library.update()).isTrue();
        assertThat(library.update()).isFalse();
        SeriesStore seventh = library.store(folders.get(7));
        writers.get(7).scalar("loss", 2, 70);
        for (EventWriter writer : writers) {
            writer.close();
        }
        assertThat(library.update()).isTrue();
        assertThat(library.store(folders.get(7))).isSameAs(seventh);
        SeriesView view = seventh.find("loss").orElseThrow().view();
        assertThat(view.values()).containsExactly(7, 70);
        assertThat(library.store(folders.get(8)).find("loss").orElseThrow().length())
                .isEqualTo(1);
    }

    @Test
    void damageIsCountedForItsFolder() throws IOException {
        Path whole = runOf(parent.resolve("whole"));
        Path hurt = runOf(parent.resolve("hurt"));
        Path file = EventFiles.list(hurt).get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 70] ^= 1;
        Files.write(file, bytes);
        library.follow(List.of(whole, hurt));
        library.update();
        assertThat(library.damaged(whole)).isZero();
        assertThat(library.damaged(hurt)).isEqualTo(1);
        assertThat(library.store(hurt).find("loss").orElseThrow().length()).isEqualTo(9);
    }

    @Test
    void aFolderThatIsNotFollowedAnyMoreIsForgotten() throws IOException {
        Path folder = runOf(parent.resolve("run"));
        library.follow(List.of(folder));
        library.update();
        library.follow(List.of());
        assertThat(library.update()).isFalse();
        assertThat(library.store(folder).tags()).isEmpty();
    }

    private static Path runOf(Path folder) throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            for (int step = 1; step <= 10; step++) {
                writer.scalar("loss", step, step);
            }
        }
        return folder;
    }
}
