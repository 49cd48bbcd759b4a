package io.particlearena.results;

import io.particlearena.store.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The series of many runs' folders, also of runs that other processes write: each call of {@link #update} reads what was
 * added, in as many folders at once as there are processors.
 *
 * <p>Any thread may ask for a store, which fills while it is read. Folders are followed and updated by one thread at a time.
 */
public final class SeriesLibrary {

    private final Map<Path, Entry> entries = new ConcurrentHashMap<>();

    /** Follows these folders and no others; what was read of those that stay is kept. */
    public synchronized void follow(Collection<Path> folders) {
        entries.keySet().retainAll(new LinkedHashSet<>(folders));
        folders.forEach(folder -> entries.computeIfAbsent(folder, Entry::new));
    }

    /** What was read of a folder so far; nothing of one that is not followed. */
    public SeriesStore store(Path folder) {
        Entry entry = entries.get(folder);
        return entry == null ? new SeriesStore() : entry.loader.store();
    }

    /** The places in the folder's files at which events were damaged and had to be skipped. */
    public long damaged(Path folder) {
        Entry entry = entries.get(folder);
        return entry == null ? 0 : entry.damaged;
    }

    /** Why the folder could not be read, in one sentence; empty if it could. */
    public String problem(Path folder) {
        Entry entry = entries.get(folder);
        return entry == null ? "" : entry.problem;
    }

    /** Reads what was added to the folders since the last call, and says whether that was anything. */
    public synchronized boolean update() {
        return new ArrayList<>(entries.values())
                .parallelStream().map(Entry::update).reduce(false, Boolean::logicalOr);
    }

    /** A folder and how far it was read. */
    private static final class Entry {
        private final Path folder;
        private final SeriesLoader loader;
        private volatile long damaged;
        private volatile String problem = "";

        Entry(Path folder) {
            this.folder = folder;
            this.loader = new SeriesLoader(folder);
        }

        boolean update() {
            long version = loader.store().version();
            try {
                loader.update();
                problem = "";
            } catch (IOException e) {
                problem = folder + " cannot be read: " + IoReason.of(e) + ".";
            }
            damaged = loader.damaged();
            return loader.store().version() != version;
        }
    }
}
