package io.particlearena.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.store.IoReason;
import io.particlearena.store.JsonLimits;
import io.particlearena.store.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file or folder is that a user hands to the program.
 *
 * @param kind what it is
 * @param path where it is to be read from: of a run, and of event files, the folder, also if a file in it was given
 */
public record KnownFile(Kind kind, Path path) {

    private static final JsonFactory JSON = JsonLimits.factory();
    private static final String EVENTS = "tfevents";
    private static final int DEPTH = 4;

    /** The kinds of files that the program opens. */
    public enum Kind {
        /** A specification or preset as JSON. */
        SPECIFICATION,
        /** A run's folder. */
        RUN,
        /** A directory of TensorBoard event files that no run of this program wrote. */
        EVENTS,
        /** A recorded episode. */
        RECORDING
    }

    /**
     * Looks at a file or folder. Reads files, so call it off the JavaFX thread.
     *
     * @throws OptionException with one sentence if it is nothing that the program opens
     */
    public static KnownFile of(Path path) {
        try {
            return look(path);
        } catch (UncheckedIOException e) {
            // A folder within may not be looked into.
            throw new OptionException(
                    "file",
                    "The file " + path + " cannot be read: " + IoReason.of(Objects.requireNonNull(e.getCause())) + ".");
        } catch (IOException e) {
            throw new OptionException("file", "The file " + path + " cannot be read: " + IoReason.of(e) + ".");
        }
    }

    private static KnownFile look(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new OptionException("file", "There is no file or folder " + path + ".");
        }
        Optional<Path> run = runAround(path);
        if (run.isPresent()) {
            return new KnownFile(Kind.RUN, run.get());
        }
        Path parent = path.toAbsolutePath().getParent();
        if (isEventFile(path) && parent != null) {
            return new KnownFile(Kind.EVENTS, parent);
        }
        if (StateFile.looksLikeOne(path)) {
            return new KnownFile(Kind.RECORDING, path);
        }
        return new KnownFile(json(path), path);
    }

    private static KnownFile folder(Path path) throws IOException {
        RunFolder run = new RunFolder(path);
        if (run.exists() || Files.exists(run.summary())) {
            return new KnownFile(Kind.RUN, path);
        }
        try (Stream<Path> files = Files.walk(path, DEPTH)) {
            if (files.anyMatch(KnownFile::isEventFile)) {
                return new KnownFile(Kind.EVENTS, path);
            }
        }
        throw new OptionException("file", "The folder " + path + " is no run and holds no TensorBoard event files.");
    }

    /** The run to which a file belongs that lies in its folder, or among its checkpoints. */
    private static Optional<Path> runAround(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String name = String.valueOf(file.getFileName());
        if (folder != null && String.valueOf(folder.getFileName()).equals("checkpoints")) {
            folder = folder.getParent();
        } else if (!name.equals("spec.json")
                && !name.equals("summary.json")
                && !name.equals("provenance.json")
                && !isEventFile(file)) {
            return Optional.empty();
        }
        return Optional.ofNullable(folder).filter(KnownFile::isRun);
    }

    /** A specification alone makes no run. */
    private static boolean isRun(Path folder) {
        RunFolder run = new RunFolder(folder);
        return run.exists() && (Files.exists(run.summary()) || Files.exists(run.provenance()));
    }

    private static boolean isEventFile(Path file) {
        return String.valueOf(file.getFileName()).contains(EVENTS);
    }

    /** Tells by the first key that only one kind of file has. */
    private static Kind json(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                @Nullable String key = parser.nextFieldName();
                while (key != null) {
                    if (key.equals("format")) {
                        return Kind.RECORDING;
                    }
                    if (SpecJson.KEYS.contains(key)) {
                        return Kind.SPECIFICATION;
                    }
                    parser.nextToken();
                    parser.skipChildren();
                    key = parser.nextFieldName();
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new OptionException(
                    "file",
                    "The file " + file
                            + " is none that Particle Arena opens: a specification, a run, a recording or event files.");
        }
        throw new OptionException("file", "The file " + file + " is neither a specification nor a recording.");
    }
}
