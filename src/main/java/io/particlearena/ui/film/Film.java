package io.particlearena.ui.film;

import io.particlearena.store.AtomicFiles;
import io.particlearena.ui.arena.EpisodePicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javax.imageio.ImageIO;

/**
 * A film of episodes: evenly spaced frames from their beginning to their end, where it rests a moment.
 *
 * @param picture what is seen
 * @param framesPerSecond of the film, from 1 to 50
 * @param speed how many times as fast as in the arena, positive; at 1 there are ten steps in a second
 */
public record Film(EpisodePicture picture, int framesPerSecond, double speed) {

    private static final double STEPS_PER_SECOND = 10;
    private static final double REST_SECONDS = 0.6;

    /** The frames that are usual where nobody asks for others. */
    public static final int USUAL_FRAMES = 20;

    /** The number of frames, those of the rest among them. */
    public int frames() {
        return moving() + (int) Math.ceil(REST_SECONDS * framesPerSecond);
    }

    /** The number of pictures where each frame gets a file, without those of the rest. */
    public int pictures() {
        return moving();
    }

    private int moving() {
        return (int) Math.ceil(picture.steps() / stepsPerFrame()) + 1;
    }

    private double stepsPerFrame() {
        return STEPS_PER_SECOND * speed / framesPerSecond;
    }

    private BufferedImage frame(int number) {
        return picture.at(Math.min(picture.steps(), number * stepsPerFrame()));
    }

    /**
     * Writes the film, in the format that the file's name asks for. A GIF or video replaces the file in one step. Pictures
     * go to files with numbers beside it, {@code NAME-0000.png} and so on, without those of the rest.
     *
     * @param cancelled asked before every frame
     * @param progress told the share that is written, on the calling thread
     * @throws CancellationException if it was cancelled; of a GIF or video nothing is left then
     */
    public void write(Path file, BooleanSupplier cancelled, DoubleConsumer progress) throws IOException {
        switch (FilmFormat.of(file)) {
            case GIF ->
                AtomicFiles.writeFile(
                        file, part -> shoot(new GifSink(part, framesPerSecond), frames(), cancelled, progress));
            case AVI ->
                AtomicFiles.writeFile(
                        file, part -> shoot(new AviSink(part, framesPerSecond), frames(), cancelled, progress));
            case PNG -> shoot(new PictureSink(file), moving(), cancelled, progress);
        }
    }

    private void shoot(FrameSink target, int frames, BooleanSupplier cancelled, DoubleConsumer progress)
            throws IOException {
        try (FrameSink sink = target) {
            for (int number = 0; number < frames; number++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("The film was cancelled");
                }
                sink.add(frame(number));
                progress.accept((number + 1.0) / frames);
            }
        }
    }

    /** The file of a picture of a film that is written to {@code NAME.png}. */
    public static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        String stem = name.substring(0, name.length() - FilmFormat.PNG.ending().length());
        return file.resolveSibling(String.format(Locale.ROOT, "%s-%04d.png", stem, number));
    }

    /** Writes one picture as PNG, replacing the file in one step. */
    public static void writePicture(BufferedImage picture, Path file) throws IOException {
        AtomicFiles.writeFile(file, part -> {
            // Given the file itself, ImageIO prints a stack trace where it cannot be opened, and hides the reason.
            try (OutputStream stream = Files.newOutputStream(part)) {
                ImageIO.write(picture, "png", stream);
            }
        });
    }

    /** Files with numbers. */
    private static final class PictureSink implements FrameSink {

        private final Path file;
        private int number;

        PictureSink(Path file) {
            this.file = file;
        }

        @Override
        public void add(BufferedImage frame) throws IOException {
            writePicture(frame, numbered(file, number++));
        }

        @Override
        public void close() {}
    }
}
