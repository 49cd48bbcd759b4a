package io.particlearena.algo.lemol;

import io.particlearena.store.SegmentReference;
import io.particlearena.store.Segments;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trajectories that one agent has experienced: those finished, and the rows of the present one. Rows reach the disk in
 * segments that are written once, at every checkpoint and whenever enough have come together; a checkpoint refers to them.
 */
final class ExperiencePool implements Stateful {

    private static final int ROWS_IN_MEMORY = 1 << 15;

    private final Path folder;
    private final ExperienceLayout layout;
    private final List<String> finished = new ArrayList<>();
    private final List<SegmentReference> references = new ArrayList<>();
    private final Map<String, Trajectory> opened = new HashMap<>();
    private float[] pending;
    private int pendingRows;
    private long rows;

    /**
     * @param folder made when first needed; trajectories that it holds already belong to the pool
     * @throws StoreException if the folder cannot be read
     */
    ExperiencePool(Path folder, ExperienceLayout layout) {
        this.folder = folder;
        this.layout = layout;
        this.pending = new float[64 * layout.size()];
        finished.addAll(list(folder));
    }

    private static List<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(Trajectory.SUFFIX))
                    .map(name -> name.substring(0, name.length() - Trajectory.SUFFIX.length()))
                    .filter(name -> name.matches("\\d{6,18}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("Cannot read the folder " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    ExperienceLayout layout() {
        return layout;
    }

    /** The names of the finished trajectories, oldest first. */
    List<String> finished() {
        return List.copyOf(finished);
    }

    /** Adds a step to the present trajectory. */
    void add(float[] row) {
        int at = pendingRows * layout.size();
        if (at == pending.length) {
            pending = Arrays.copyOf(pending, 2 * pending.length);
        }
        System.arraycopy(row, 0, pending, at, layout.size());
        pendingRows++;
        rows++;
        if (pendingRows == ROWS_IN_MEMORY) {
            flush();
        }
    }

    /** The name of the present trajectory: one more than that of the last, whatever else lies in the folder. */
    private String present() {
        String last = finished.isEmpty() ? "0" : finished.get(finished.size() - 1);
        return String.format(Locale.ROOT, "%06d", Long.parseLong(last) + 1);
    }

    private void flush() {
        if (pendingRows > 0) {
            long from = rows - pendingRows;
            references.add(Segments.append(
                    folder.resolve(present()),
                    from,
                    rows,
                    layout.size() * Float.BYTES,
                    (row, into) -> put(row - from, into)));
            pendingRows = 0;
        }
    }

    private void put(long row, ByteBuffer into) {
        into.asFloatBuffer().put(pending, (int) row * layout.size(), layout.size());
        into.position(into.position() + layout.size() * Float.BYTES);
    }

    /** Ends the present trajectory; one without any step is not kept. */
    void finish() {
        if (rows > 0) {
            flush();
            Trajectory.write(folder, present(), layout, references);
            finished.add(present());
        }
        references.clear();
        rows = 0;
    }

    /** A finished trajectory. */
    Trajectory open(String name) {
        return opened.computeIfAbsent(name, key -> Trajectory.open(folder, key, layout));
    }

    /** Lets go of the memory of opened trajectories. */
    void close() {
        opened.clear();
    }

    @Override
    public void save(StateWriter out) {
        flush();
        out.putLong("finished", finished.size());
        for (int i = 0; i < finished.size(); i++) {
            out.putString("finished/" + i, finished.get(i));
        }
        out.putLong("rows", rows);
        Trajectory.saveReferences(references, out);
    }

    @Override
    public void load(StateReader in) {
        finished.clear();
        for (int i = 0; i < in.getLong("finished"); i++) {
            finished.add(in.getString("finished/" + i));
        }
        rows = in.getLong("rows");
        pendingRows = 0;
        references.clear();
        references.addAll(Trajectory.loadReferences(in));
        opened.clear();
        deleteLater();
    }

    /** What a killed process wrote after the state was saved will be written again. */
    private void deleteLater() {
        Set<String> names =
                references.stream().map(SegmentReference::name).collect(Collectors.toCollection(HashSet::new));
        Segments.deleteExcept(folder.resolve(present()), names);
    }
}
