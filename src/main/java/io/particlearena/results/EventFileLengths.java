package io.particlearena.results;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a run's event files were at a checkpoint, so that one that lost values is not gone on with. */
public final class EventFileLengths {

    /** A name never leads out of its folder, even if a state was forged. */
    private static final Pattern NAME = Pattern.compile(Pattern.quote(EventFiles.PREFIX) + "[^/\\\\\\x00:]*");

    private EventFileLengths() {}

    /** Notes the present lengths of the event files of a folder, which must have been flushed. */
    public static void save(Path folder, StateWriter out) throws IOException {
        List<Path> files = EventFiles.list(folder);
        out.putLong("files", files.size());
        for (int i = 0; i < files.size(); i++) {
            out.putString("name/" + i, String.valueOf(files.get(i).getFileName()));
            out.putLong("bytes/" + i, Files.size(files.get(i)));
        }
    }

    /**
     * Compares the event files of a folder with what was noted. They may have grown since.
     *
     * @return what a file has lost, as a sentence; empty if none lost anything
     */
    public static Optional<String> loss(Path folder, StateReader in) throws IOException {
        for (int i = 0; i < in.getLong("files"); i++) {
            String name = in.getString("name/" + i);
            if (!NAME.matcher(name).matches()) {
                throw new StoreException("\"" + name + "\" is not the name of an event file.");
            }
            Path file = folder.resolve(name);
            long expected = in.getLong("bytes/" + i);
            if (!Files.exists(file)) {
                return Optional.of("The event file " + file + " is missing; it had " + expected
                        + " bytes when the checkpoint was written, and without these values the run cannot go on.");
            }
            if (Files.size(file) < expected) {
                return Optional.of("The event file " + file + " has " + Files.size(file) + " bytes, but had " + expected
                        + " when the checkpoint was written, and without these values the run cannot go on.");
            }
        }
        return Optional.empty();
    }
}
