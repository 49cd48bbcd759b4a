package io.particlearena.results;

import io.particlearena.store.AtomicFiles;
import io.particlearena.store.Folders;
import io.particlearena.store.IoReason;
import io.particlearena.store.LockFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of a run lie.
 *
 * <pre>
 * spec.json               what was asked for
 * provenance.json         versions, seed, machine and command
 * changes.json            options changed while training
 * events.out.tfevents.*   the metrics, for TensorBoard
 * checkpoints/            the whole state, for going on
 * episodes/               recordings
 * summary.json            state, counts, final returns, digests
 * run.lock                held by the process that trains
 * </pre>
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

    private static final String LOCK = "run.lock";

    /** Longer than those who list runs hold a lock, to see whether it is free. */
    private static final Duration A_LOOK = Duration.ofMillis(50);

    /** The run's name, which is that of its folder. */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** The specification. */
    public Path spec() {
        return path.resolve("spec.json");
    }

    /** Versions, seed, machine and command. */
    public Path provenance() {
        return path.resolve("provenance.json");
    }

    /** Options that were changed while training; missing where none was. */
    public Path changes() {
        return path.resolve("changes.json");
    }

    /** State, counts, final returns and digests, see {@link RunSummary}. */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Whether there is a checkpoint from which the run could go on. */
    public boolean hasCheckpoint() {
        if (!Files.isDirectory(checkpoints(), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(checkpoints())) {
            return files.anyMatch(file -> file.toString().endsWith(".state"));
        } catch (IOException e) {
            // A folder that this user may not read: to all intents there is none.
            return false;
        }
    }

    /** The folder of recordings. */
    public Path episodes() {
        return path.resolve("episodes");
    }

    /** The event files in the order in which they were begun. */
    public List<Path> eventFiles() throws IOException {
        return EventFiles.list(path);
    }

    /** Whether the folder looks like a run's. */
    public boolean exists() {
        return Files.isRegularFile(spec());
    }

    /**
     * Takes the run for this process, so that no other one trains it at the same time; the lock also ends with the process.
     *
     * @throws StoreException if another process, or another part of this one, holds it
     */
    public LockFile lock() {
        return tryLock().orElseThrow(() -> new StoreException("Run " + name() + " is in progress elsewhere."));
    }

    /**
     * Whether the folder holds nothing but what is left where a program was killed, or its disk failed, before a run's
     * specification was written.
     */
    public boolean isBrokenOffBeginning() {
        if (!Files.isDirectory(path) || isLocked()) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file ->
                    file.equals(provenance()) || file.equals(path.resolve(LOCK)) || AtomicFiles.isTemporary(file));
        } catch (IOException e) {
            // What cannot be looked at is not ours to take.
            return false;
        }
    }

    /**
     * Makes sure that what is read from the run's folder, written to it or deleted in it lies in it. The folder itself may
     * be reached by a link.
     *
     * @throws StoreException if the folder holds a symbolic link
     */
    public void requireNoLinks() {
        requireNoLinks(Integer.MAX_VALUE);
    }

    /** The same for the folder's own entries alone, which is quick. */
    void requireNoLinkedEntries() {
        requireNoLinks(1);
    }

    private void requireNoLinks(int depth) {
        try {
            Folders.requireNoLinks(path.toRealPath(), depth);
        } catch (IOException e) {
            throw new StoreException("Cannot read the folder " + path + ": " + IoReason.of(e) + ".", e);
        }
    }

    /** Deletes what a run writes before its first step, after that failed. */
    public void deleteBeginning() throws IOException {
        for (Path file : List.of(provenance(), spec(), path.resolve(LOCK), path)) {
            Files.deleteIfExists(file);
        }
    }

    /** Whether a process is training the run at this moment, or just looks whether one does. */
    public boolean isLocked() {
        return isHeld(Duration.ZERO);
    }

    /** Whether a process is training the run at this moment; takes longer if one does, and is never wrong about it. */
    boolean isTrained() {
        return isHeld(A_LOOK);
    }

    private boolean isHeld(Duration patience) {
        Path file = path.resolve(LOCK);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && LockFile.isHeld(file, patience);
        } catch (IOException e) {
            throw new StoreException("Cannot look at the lock of run " + name() + ": " + IoReason.of(e) + ".", e);
        }
    }

    private Optional<LockFile> tryLock() {
        try {
            return LockFile.take(path.resolve(LOCK), A_LOOK);
        } catch (IOException e) {
            throw new StoreException("Cannot lock run " + name() + ": " + IoReason.of(e) + ".", e);
        }
    }

    /** All runs of a folder, newest first, read anew; one that cannot be read is listed with its problem. */
    public static List<RunListing> list(Path runsFolder) throws IOException {
        if (!Files.isDirectory(runsFolder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runsFolder)) {
            return folders.filter(Files::isDirectory)
                    .map(RunFolder::new)
                    .filter(RunFolder::looksLikeARun)
                    .map(RunListing::of)
                    .sorted(RunListing.NEWEST_FIRST)
                    .toList();
        }
    }

    /** A run whose specification was lost is still one. */
    boolean looksLikeARun() {
        return exists() || Files.exists(summary()) || Files.exists(provenance()) || Files.isDirectory(checkpoints());
    }
}
