package io.particlearena.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills a {@link HistogramStore} with the tags that were asked for, from the event files of a run's folder, also while the run
 * goes on in another process. Belongs to one thread but for its store.
 */
public final class HistogramLoader {

    private final Path folder;
    private final HistogramStore store;
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final Map<Path, Long> offsets = new HashMap<>();

    /** A loader that has read nothing yet. */
    public HistogramLoader(Path folder) {
        this(folder, new HistogramStore());
    }

    private HistogramLoader(Path folder, HistogramStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** Reads the histograms of one tag, every one of them however many there are. */
    public static HistogramSeries loadAll(Path folder, String tag) throws IOException {
        HistogramLoader loader = new HistogramLoader(folder, new HistogramStore(Integer.MAX_VALUE));
        HistogramSeries series = loader.store.series(tag);
        loader.update();
        return series;
    }

    /** Reads the histograms of a run with these tags. */
    public static HistogramStore load(Path folder, Collection<String> tags) throws IOException {
        HistogramLoader loader = new HistogramLoader(folder);
        tags.forEach(loader.store::series);
        loader.update();
        return loader.store;
    }

    /** What was read so far; to ask it for a series is to want its tag. */
    public HistogramStore store() {
        return store;
    }

    /** Whether a tag was asked for that was not read yet. */
    boolean isBehind() {
        return store.tagCount() > read.size();
    }

    /** Reads what was added since the last call, and of tags that are new everything. */
    public void update() throws IOException {
        Set<String> fresh = store.tags();
        fresh.removeAll(read);
        for (Path file : EventFiles.list(folder)) {
            long before = offsets.getOrDefault(file, 0L);
            if (!read.isEmpty()) {
                offsets.put(
                        file, EventReader.read(file, before, new Chosen(read)).nextOffset());
            }
        }
        if (!fresh.isEmpty()) {
            // What the two passes both read replaces itself.
            for (Path file : EventFiles.list(folder)) {
                EventReader.Report report = EventReader.read(file, new Chosen(fresh));
                offsets.putIfAbsent(file, report.nextOffset());
            }
            read.addAll(fresh);
        }
    }

    /** The store, of which only some tags are filled. */
    private final class Chosen implements EventSink {

        private final Set<String> tags;

        Chosen(Set<String> tags) {
            this.tags = Set.copyOf(tags);
        }

        @Override
        public void scalar(double wallTime, long step, String tag, float value) {
            // Scalars are read elsewhere.
        }

        @Override
        public boolean wantsHistogram(String tag) {
            return tags.contains(tag);
        }

        @Override
        public void histogram(String tag, HistogramPoint point, String description) {
            store.histogram(tag, point, description);
        }

        @Override
        public void refusedHistogram(String tag) {
            store.refusedHistogram(tag);
        }

        @Override
        public void sessionStart(double wallTime, long step) {
            tags.forEach(tag -> store.series(tag).dropFrom(step));
        }
    }
}
