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
 * A recording in a run's folder, as its name tells it: {@code STEP-SOURCE-NUMBER.episode}, so that names sort by training
 * time.
 *
 * @param path the file
 * @param step the environment steps made in training when the episode began, for a lesson when it was learned from; -1 for
 *     a file of another name
 * @param source how it came about: {@code training}, {@code watched}, {@code lesson}, {@code evaluation}, {@code
 *     deterministic} or {@code match}; empty for a file of another name
 * @param number its number among those of its source, for people; the file's name without its end for one of another name
 */
public record EpisodeFile(Path path, long step, String source, String number) {

    /** Recorded on schedule in training; the number is that of the training episode. */
    public static final String TRAINING = "training";

    /** Kept by somebody who watched. */
    public static final String WATCHED = "watched";

    /** Played with a person's help, and learned from because the person wished it. */
    public static final String LESSON = "lesson";

    /** Played by the policies of a checkpoint. */
    public static final String EVALUATION = "evaluation";

    /** The same with likeliest actions instead of samples. */
    public static final String DETERMINISTIC = "deterministic";

    /** Played by the policies of a checkpoint with others that came from elsewhere. */
    public static final String MATCH = "match";

    private static final String END = ".episode";
    private static final Pattern NAME = Pattern.compile("(\\d{12,18})-([a-z]+)-([0-9-]+)\\.episode");

    /** Oldest moment first, then by name. */
    private static final Comparator<EpisodeFile> BY_TIME =
            Comparator.comparingLong(EpisodeFile::step).thenComparing(EpisodeFile::path);

    /** The name of a training episode's recording. */
    public static String ofTraining(long step, long episode) {
        return name(step, TRAINING, String.format(Locale.ROOT, "%08d", episode));
    }

    /** The name of the recording of an episode that the policies of a checkpoint played with a seed of its own. */
    public static String played(long step, boolean deterministic, long seed, long number) {
        return name(
                step, deterministic ? DETERMINISTIC : EVALUATION, String.format(Locale.ROOT, "%d-%06d", seed, number));
    }

    /** The first free place in a folder for the recording of an episode that cannot be played again. */
    public static Path next(Path folder, long step, String source) {
        for (int number = 1; ; number++) {
            Path file = folder.resolve(name(step, source, String.format(Locale.ROOT, "%04d", number)));
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    private static String name(long step, String source, String number) {
        return String.format(Locale.ROOT, "%012d-%s-%s%s", Math.max(0, step), source, number, END);
    }

    /** What a file's name tells. */
    public static EpisodeFile of(Path path) {
        String name = String.valueOf(path.getFileName());
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return new EpisodeFile(
                    path, -1, "", name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name);
        }
        return new EpisodeFile(path, Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3));
    }

    /** The recordings in a folder in the order of training time; none if there is no such folder. */
    public static List<EpisodeFile> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END))
                    .map(EpisodeFile::of)
                    .sorted(BY_TIME)
                    .toList();
        } catch (IOException e) {
            throw new StoreException("Cannot read the folder " + folder + ": " + IoReason.of(e) + ".", e);
        }
    }
}
