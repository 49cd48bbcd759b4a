package io.particlearena.algo.lemol;

import io.particlearena.store.MemoryState;
import io.particlearena.store.SegmentReference;
import io.particlearena.store.Segments;
import io.particlearena.store.StateFile;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The experience of one finished trajectory on disk: an index file {@code NAME.trajectory} and a folder {@code NAME} of
 * segments with the rows, which are mapped into memory, so that only what is read is loaded and nothing is held twice.
 */
final class Trajectory {

    static final String SUFFIX = ".trajectory";
    private static final String FORMAT = "particle-arena-trajectory/1";

    private final long rows;
    private final int columns;
    private final List<FloatBuffer> parts = new ArrayList<>();
    private final List<SegmentReference> references;

    private Trajectory(Path folder, List<SegmentReference> references, int columns) {
        this.references = references;
        this.columns = columns;
        long next = 0;
        for (SegmentReference reference : references) {
            if (reference.fromRow() != next || reference.rowBytes() != columns * Float.BYTES) {
                throw new StoreException("The trajectory in " + folder + " lacks rows or has rows of another size.");
            }
            parts.add(Segments.map(folder, reference).asFloatBuffer());
            next = reference.toRow();
        }
        rows = next;
    }

    /** Completes a trajectory whose rows are all in segments. */
    static void write(Path folder, String name, ExperienceLayout layout, List<SegmentReference> references) {
        MemoryState state = new MemoryState();
        state.putString("format", FORMAT);
        state.putString("layout", layout.toString());
        saveReferences(references, state);
        StateFile.write(folder.resolve(name + SUFFIX), state);
    }

    /**
     * Opens a trajectory.
     *
     * @throws StoreException if it is damaged, or of another layout, that is of another scenario or other modelled agents
     */
    static Trajectory open(Path folder, String name, ExperienceLayout layout) {
        Path index = folder.resolve(name + SUFFIX);
        StateReader state = StateFile.read(index);
        if (!state.has("format") || !state.getString("format").equals(FORMAT)) {
            throw new StoreException(index + " is not a trajectory of this program.");
        }
        if (!state.getString("layout").equals(layout.toString())) {
            throw new StoreException("The trajectory " + index + " has rows of " + state.getString("layout")
                    + ", but this run has " + layout + "; give it another lemol_save_path.");
        }
        return new Trajectory(folder.resolve(name), loadReferences(state), layout.size());
    }

    static void saveReferences(List<SegmentReference> references, StateWriter out) {
        out.putLong("segments", references.size());
        for (int i = 0; i < references.size(); i++) {
            references.get(i).save(out.child("segment").child(Integer.toString(i)));
        }
    }

    static List<SegmentReference> loadReferences(StateReader in) {
        List<SegmentReference> references = new ArrayList<>();
        for (int i = 0; i < in.getLong("segments"); i++) {
            references.add(SegmentReference.load(in.child("segment").child(Integer.toString(i))));
        }
        return references;
    }

    /** The number of steps. */
    long rows() {
        return rows;
    }

    /** Copies rows one after the other to the beginning of {@code target}. */
    void read(long from, int count, float[] target) {
        int done = 0;
        for (int part = 0; part < parts.size() && done < count; part++) {
            SegmentReference reference = references.get(part);
            long row = from + done;
            if (row < reference.toRow()) {
                int here = (int) Math.min(count - done, reference.toRow() - row);
                parts.get(part)
                        .get((int) (row - reference.fromRow()) * columns, target, done * columns, here * columns);
                done += here;
            }
        }
        if (done < count) {
            throw new IllegalArgumentException(
                    "Rows " + from + " to " + (from + count) + " of " + rows + " were asked for");
        }
    }
}
