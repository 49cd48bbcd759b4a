package io.particlearena.results;

import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A checkpoint in a run's folder, as its name {@code checkpoint-STEP.state} tells it.
 *
 * @param path the file
 * @param step the environment steps made in training
 */
public record CheckpointFile(Path path, long step) {

    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{12,18})\\.state");

    /** The name of the checkpoint of a step. */
    public static String name(long step) {
        return String.format(Locale.ROOT, "checkpoint-%012d.state", step);
    }

    /** The checkpoints of a folder, newest first; none if there is no such folder. */
    public static List<CheckpointFile> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(CheckpointFile::of)
                    .sorted(Comparator.comparingLong(CheckpointFile::step).reversed())
                    .toList();
        } catch (IOException e) {
            throw new StoreException("Cannot read the folder " + folder + ": " + IoReason.of(e) + ".", e);
        }
    }

    private static Stream<CheckpointFile> of(Path path) {
        Matcher matcher = NAME.matcher(String.valueOf(path.getFileName()));
        return matcher.matches()
                ? Stream.of(new CheckpointFile(path, Long.parseLong(matcher.group(1))))
                : Stream.empty();
    }
}
