package io.particlearena.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the event files of a run. */
final class EventFiles {

    /** What the name of every event file begins with. */
    static final String PREFIX = "events.out.tfevents.";

    private EventFiles() {}

    /** The event files of a folder in the order in which they were begun. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
                    .sorted()
                    .toList();
        }
    }
}
