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
 * The histograms of the runs that are shown, of which only the tags that were asked for are read, see {@link #store}. Any
 * thread may ask for a store, which fills while it is read; folders are followed and updated by one thread at a time.
 */
public final class HistogramLibrary {

    private static final System.Logger LOG = System.getLogger(HistogramLibrary.class.getName());

    private final Map<Path, HistogramLoader> loaders = new ConcurrentHashMap<>();

    /** Follows these folders and no others; what was read of those that stay is kept. */
    public synchronized void follow(Collection<Path> folders) {
        loaders.keySet().retainAll(new LinkedHashSet<>(folders));
        folders.forEach(folder -> loaders.computeIfAbsent(folder, HistogramLoader::new));
    }

    /** What was read of a folder so far; to ask it for a series is to want its tag. Nothing of one that is not followed. */
    public HistogramStore store(Path folder) {
        HistogramLoader loader = loaders.get(folder);
        return loader == null ? new HistogramStore() : loader.store();
    }

    /** Reads what was added to the folders, and what was asked for, since the last call. */
    public synchronized void update() {
        for (HistogramLoader loader : new ArrayList<>(loaders.values())) {
            try {
                loader.update();
            } catch (IOException e) {
                // Who shows the run's scalars, which lie in the same files, says so to the user.
                LOG.log(System.Logger.Level.DEBUG, "Histograms cannot be read: " + IoReason.of(e), e);
            }
        }
    }

    /** Whether something was asked for that was not read yet. */
    public boolean isBehind() {
        return loaders.values().stream().anyMatch(HistogramLoader::isBehind);
    }
}
