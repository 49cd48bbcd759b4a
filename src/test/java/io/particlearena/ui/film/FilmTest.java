package io.particlearena.ui.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Episode;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.options.OptionException;
import io.particlearena.ui.Theme;
import io.particlearena.ui.arena.EpisodePicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monte.media.avi.AVIReader;

final class FilmTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");

    @TempDir
    private Path folder;

    private final Episode episode = new EpisodeArchive(Catalogue.standard()).open(GOLDEN);

    private Film film(int arenas) {
        EpisodePicture.Part part = new EpisodePicture.Part("golden", episode.frames());
        List<EpisodePicture.Part> parts =
                Stream.generate(() -> part).limit(arenas).toList();
        return new Film(new EpisodePicture(parts, 2, 101, Theme.DARK), 10, 2);
    }

    private static void write(Film film, Path file) throws IOException {
        film.write(file, () -> false, share -> {});
    }

    @Test
    void aGifHasAllFramesAndBeginsAnewWithoutEnd() throws IOException {
        Path file = folder.resolve("film.gif");
        Film film = film(3);
        write(film, file);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(film.frames());
            BufferedImage first = reader.read(0);
            assertThat(first.getWidth()).isEqualTo(206);
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
        assertThat(film.frames()).isEqualTo((episode.steps() + 1) / 2 + 1 + 6);
    }

    @Test
    void aVideoIsReadBackFrameByFrame() throws IOException {
        Path file = folder.resolve("film.avi");
        Film film = film(1);
        write(film, file);
        AVIReader reader = new AVIReader(file.toFile());
        try {
            assertThat(reader.getTrackCount()).isEqualTo(1);
            int frames = 0;
            for (BufferedImage next = read(reader); next != null; next = read(reader)) {
                assertThat(next.getWidth() % 2).isZero();
                frames++;
            }
            assertThat(frames).isEqualTo(film.frames());
        } finally {
            reader.close();
        }
    }

    private static @Nullable BufferedImage read(AVIReader reader) throws IOException {
        return reader.read(0, (BufferedImage) null);
    }

    @Test
    void picturesHaveNumbersAndTheSameFilmHasTheSamePixels() throws IOException {
        write(film(1), folder.resolve("one.png"));
        assertThat(film(1).pictures()).isEqualTo(14);
        write(film(1), folder.resolve("two.png"));
        Path last = folder.resolve("one-0013.png");
        assertThat(last).exists();
        assertThat(folder.resolve("one-0014.png")).doesNotExist();
        assertThat(last).hasSameBinaryContentAs(folder.resolve("two-0013.png"));
        BufferedImage picture = ImageIO.read(last.toFile());
        assertThat(Stream.iterate(0, x -> x < picture.getWidth(), x -> x + 1)
                        .map(x -> picture.getRGB(x, 70))
                        .distinct()
                        .count())
                .isGreaterThan(2);
    }

    @Test
    void aCancelledFilmLeavesNothing() throws IOException {
        Path file = folder.resolve("film.gif");
        int[] asked = {0};
        assertThatThrownBy(() -> film(1).write(file, () -> asked[0]++ == 3, share -> {}))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void otherFormatsAreRefused() {
        assertThatThrownBy(() -> write(film(1), folder.resolve("film.mp4")))
                .isInstanceOf(OptionException.class)
                .hasMessageEndingWith("but must end with .gif, .avi or .png.");
    }
}
