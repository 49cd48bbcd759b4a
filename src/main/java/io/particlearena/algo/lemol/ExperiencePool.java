package io.particlearena.algo.lemol;

import io.particlearena.store.IoReason;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trajectories that one agent has experienced: those finished, and the rows of the present one. Rows reach the disk in
 * segments that are written once, at every checkpoint and whenever enough have come together; a checkpoint refers to them.
 */
final class ExperiencePool implements Stateful {

    private static final int ROWS_IN_MEMORY = 1 << 15;

    /** A trajectory's name never leads out of its folder, even if a state was forged. */
    private static final Pattern NAME = Pattern.compile("\\d{6,18}");

    private final Path folder;
    private final ExperienceLayout layout;
    private final boolean shared;
    private final List<String> finished = new ArrayList<>();
    private final List<SegmentReference> references = new ArrayList<>();
    private final Map<String, Trajectory> opened = new HashMap<>();
    private float[] pending;
    private int pendingRows;
    private String present = "";
    private long rows;

    /**
     * @param folder made when first needed
     * @param shared whether runs have the folder in common; trajectories that it holds already then belong to the pool,
     *     while in a folder of the run's own they are what was written after the state from which the run goes on, and will
     *     be written again
     * @throws StoreException if the folder cannot be read
     */
    ExperiencePool(Path folder, ExperienceLayout layout, boolean shared) {
        this.folder = folder;
        this.layout = layout;
        this.shared = shared;
        this.pending = new float[64 * layout.size()];
        if (shared) {
            finished.addAll(list(folder, Trajectory.SUFFIX));
        }
    }

    /** The folder of a seat's pool within a folder of experience. */
    static Path folder(Path experience, int seat) {
        return experience.resolve("seat-" + seat);
    }

    /** The names of trajectories whose files end in a suffix. */
    private static List<String> list(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .filter(NAME.asMatchPredicate())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("Cannot read the folder " + folder + ": " + IoReason.of(e) + ".", e);
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

    /** The name of the present trajectory, whose folder keeps it from other runs, also while this one is stopped. */
    private String present() {
        if (present.isEmpty()) {
            Stream<String> reserved = shared ? list(folder, "").stream() : Stream.empty();
            long last = Stream.concat(finished.stream(), reserved)
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
            present = String.format(Locale.ROOT, "%06d", last + 1);
            try {
                Files.createDirectories(folder.resolve(present));
            } catch (IOException e) {
                throw new StoreException("Cannot write to " + folder + ": " + IoReason.of(e) + ".", e);
            }
            Segments.deleteExcept(folder.resolve(present), Set.of());
        }
        return present;
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
            present = "";
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
        out.putString("present", rows > 0 ? present() : "");
        out.putLong("rows", rows);
        Trajectory.saveReferences(references, out);
    }

    @Override
    public void load(StateReader in) {
        finished.clear();
        for (int i = 0; i < in.getLong("finished"); i++) {
            finished.add(name(in.getString("finished/" + i)));
        }
        String saved = in.getString("present");
        present = saved.isEmpty() ? saved : name(saved);
        rows = in.getLong("rows");
        pendingRows = 0;
        references.clear();
        references.addAll(Trajectory.loadReferences(in));
        opened.clear();
        deleteLater();
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException("\"" + name + "\" is not the name of a trajectory.");
        }
        return name;
    }

    /** What a killed process wrote after the state was saved will be written again. */
    private void deleteLater() {
        if (present.isEmpty()) {
            return;
        }
        Set<String> names =
                references.stream().map(SegmentReference::name).collect(Collectors.toCollection(HashSet::new));
        Segments.deleteExcept(folder.resolve(present()), names);
    }
}
