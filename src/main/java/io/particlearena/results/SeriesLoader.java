package io.particlearena.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a {@link SeriesStore} from the event files of a run's folder, also while the run goes on in another process.
 * Belongs to one thread.
 */
public final class SeriesLoader {

    private static final EventReader.Report NOTHING = new EventReader.Report(0, 0, 0, 0, 0);

    private final Path folder;
    private final SeriesStore store = new SeriesStore();
    private final Map<Path, EventReader.Report> progress = new HashMap<>();

    /** A loader that has read nothing yet. */
    public SeriesLoader(Path folder) {
        this.folder = folder;
    }

    /** Reads a whole run. */
    public static SeriesStore load(Path folder) throws IOException {
        SeriesLoader loader = new SeriesLoader(folder);
        loader.update();
        return loader.store();
    }

    /** What was read so far. */
    public SeriesStore store() {
        return store;
    }

    /** The places at which events were damaged and had to be skipped, in all files. */
    public long damaged() {
        return progress.values().stream()
                .mapToLong(EventReader.Report::allDamaged)
                .sum();
    }

    /** Reads what was added since the last call. */
    public void update() throws IOException {
        List<Path> files = EventFiles.list(folder);
        for (Path file : files) {
            EventReader.Report before = progress.getOrDefault(file, NOTHING);
            EventReader.Report now = EventReader.read(file, before.nextOffset(), store);
            progress.put(
                    file,
                    new EventReader.Report(
                            before.events() + now.events(),
                            before.damaged() + now.damaged(),
                            now.damagedAtEnd(),
                            now.nextOffset(),
                            now.tornBytes()));
        }
    }
}
