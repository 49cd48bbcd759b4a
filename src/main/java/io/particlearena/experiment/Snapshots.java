package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.InputFiles;
import io.particlearena.store.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small copies of runs that hold nothing but the specification and what the policies learned, for other runs to take over.
 * Those that ship with the program are found by name like runs.
 */
public final class Snapshots {

    /** The snapshots that ship with the program. */
    static final List<String> SHIPPED = List.of("lemol-push-model", "simple-spread-team");

    /** The one that shows at play what training leads to. */
    private static final String SHOWCASE = "simple-spread-team";

    private static final String RESOURCES = "/io/particlearena/presets/snapshots/";
    private static final Map<String, Path> EXTRACTED = new ConcurrentHashMap<>();

    private Snapshots() {}

    /**
     * Writes a snapshot of a run.
     *
     * @param run the run's folder
     * @param target a folder that does not exist yet
     * @throws OptionException if it exists
     */
    public static void write(Catalogue catalogue, Path run, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new OptionException("folder", "There is already something at " + target + ".");
        }
        RunFolder from = new RunFolder(run);
        RunFolder to = new RunFolder(target);
        ExperimentSpec spec = new Experiments(catalogue, run).spec(run);
        Files.createDirectories(to.checkpoints());
        Checkpoints.copyPolicies(from.checkpoints(), to.checkpoints(), catalogue, spec);
        AtomicFiles.write(to.spec(), InputFiles.bytes(from.spec(), JsonLimits.FILE_BYTES));
    }

    /** A player of episodes with trained agents, from a snapshot that ships with the program; takes a moment to load. */
    public static EpisodePlayer showcase(Catalogue catalogue) {
        return new Evaluation(catalogue, EXTRACTED.computeIfAbsent(SHOWCASE, Snapshots::extract), Map.of()).newPlayer();
    }

    /** The folder of a snapshot that ships with the program, copied to a temporary place on first use. */
    static Optional<Path> shipped(String name) {
        return SHIPPED.contains(name)
                ? Optional.of(EXTRACTED.computeIfAbsent(name, Snapshots::extract))
                : Optional.empty();
    }

    private static Path extract(String name) {
        try {
            Path folder = Files.createTempDirectory("particle-arena-" + name);
            RunFolder run = new RunFolder(folder);
            Path checkpoint = run.checkpoints().resolve(Checkpoints.COPY);
            Files.createDirectories(run.checkpoints());
            copy(name + "/" + Checkpoints.COPY, checkpoint);
            copy(name + "/" + run.spec().getFileName(), run.spec());
            for (Path path : List.of(folder, run.checkpoints(), run.spec(), checkpoint)) {
                path.toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot " + name + " cannot be unpacked: " + e.getMessage() + ".", e);
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = Snapshots.class.getResourceAsStream(RESOURCES + resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its resource " + RESOURCES + resource);
            }
            Files.copy(in, target);
        }
    }
}
