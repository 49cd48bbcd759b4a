package io.particlearena.experiment;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.store.SegmentReference;
import io.particlearena.store.Segments;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The replay buffer on disk: segments that are written once, so that a checkpoint writes only what came since the one
 * before.
 */
final class ReplaySegments {

    private final Path folder;
    private final JointReplay replay;
    private final List<SegmentReference> references = new ArrayList<>();

    ReplaySegments(Path folder, JointReplay replay) {
        this.folder = folder;
        this.replay = replay;
    }

    /** Brings the disk up to date and writes what finds the rows again. */
    void save(StateWriter out) {
        long oldest = replay.oldestStep();
        long newest = replay.totalSteps();
        references.removeIf(reference -> reference.toRow() <= oldest);
        long from = references.isEmpty()
                ? oldest
                : references.get(references.size() - 1).toRow();
        if (from < newest) {
            references.add(Segments.append(
                    folder, from, newest, replay.rowBytes(), (row, buffer) -> replay.writeRows(row, row + 1, buffer)));
        }
        out.putLong("oldest", oldest);
        out.putLong("newest", newest);
        out.putLong("segments", references.size());
        for (int i = 0; i < references.size(); i++) {
            references.get(i).save(out.child("segment").child(Integer.toString(i)));
        }
    }

    /** Fills the replay buffer as it was when the state was saved. */
    void load(StateReader in) {
        List<SegmentReference> saved = references(in);
        long oldest = in.getLong("oldest");
        long newest = in.getLong("newest");
        for (SegmentReference reference : saved) {
            if (reference.rowBytes() != replay.rowBytes()) {
                throw new StoreException("The replay buffer's rows have " + reference.rowBytes() + " bytes where "
                        + replay.rowBytes() + " belong.");
            }
        }
        replay.restoreFrom(oldest);
        for (SegmentReference reference : saved) {
            if (reference.fromRow() > replay.totalSteps()) {
                throw new StoreException("The replay buffer lacks the rows before segment " + reference.name() + ".");
            }
            Segments.read(folder, reference, oldest, newest, (row, buffer) -> replay.readRows(buffer));
        }
        if (replay.totalSteps() != newest || replay.oldestStep() != oldest) {
            throw new StoreException("The replay buffer lacks rows: it ends at step " + replay.totalSteps() + " where "
                    + newest + " belongs.");
        }
        references.clear();
        references.addAll(saved);
    }

    /** The names of the segments that a saved state needs. */
    static Set<String> names(StateReader in) {
        return references(in).stream().map(SegmentReference::name).collect(Collectors.toSet());
    }

    private static List<SegmentReference> references(StateReader in) {
        List<SegmentReference> references = new ArrayList<>();
        for (int i = 0; i < in.getLong("segments"); i++) {
            references.add(SegmentReference.load(in.child("segment").child(Integer.toString(i))));
        }
        return references;
    }
}
