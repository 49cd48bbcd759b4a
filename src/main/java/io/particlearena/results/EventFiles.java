package io.particlearena.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the event files of a run. */
final class EventFiles {

    /** What the name of every event file begins with. */
    static final String PREFIX = "events.out.tfevents.";

    private static final Pattern BEGUN = Pattern.compile(Pattern.quote(PREFIX) + "([0-9]{1,11})\\b");

    private EventFiles() {}

    /** When a file was begun, which its name says in seconds since 1970. */
    static Optional<Instant> begun(Path file) {
        Matcher seconds = BEGUN.matcher(String.valueOf(file.getFileName()));
        return seconds.lookingAt()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))))
                : Optional.empty();
    }

    /** Whether a file's name is that of an event file. */
    static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).startsWith(PREFIX);
    }

    /** The event files of a folder in the order in which they were begun; links are left out. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOne(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
