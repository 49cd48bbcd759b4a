package io.particlearena.algo.parts;

import io.particlearena.algo.parts.RowLayout.Place;
import io.particlearena.env.ObservationPart.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies columns of sampled rows into matrices of the caller. What is copied is declared once; neighbouring columns with
 * neighbouring destinations are then copied as one, and each row is visited once. Reading allocates nothing.
 */
public final class ReplayReader {

    /** A run of neighbouring elements and where it goes. */
    private static final class Copy {
        private final boolean isFloat;
        private final int source;
        private final int size;
        private final float[] target;
        private final int offset;
        private final int stride;

        Copy(boolean isFloat, int source, int size, float[] target, int offset, int stride) {
            this.isFloat = isFloat;
            this.source = source;
            this.size = size;
            this.target = target;
            this.offset = offset;
            this.stride = stride;
        }

        /** Whether another copy continues this one on both sides. */
        boolean continuedBy(Copy next) {
            return isFloat == next.isFloat
                    && target == next.target
                    && stride == next.stride
                    && source + size == next.source
                    && offset + size == next.offset;
        }
    }

    private final JointReplay replay;
    private final List<Copy> declared = new ArrayList<>();
    private Copy[] copies = {};

    public ReplayReader(JointReplay replay) {
        this.replay = replay;
    }

    /**
     * Declares that a column goes to a row-major matrix.
     *
     * @param column its name
     * @param target receives element {@code j} of sample {@code i} at {@code i * stride + offset + j}
     * @param offset the matrix column of the first element
     * @param stride the number of columns of the matrix
     */
    public ReplayReader copy(String column, float[] target, int offset, int stride) {
        Place place = replay.layout().place(column);
        boolean isFloat = place.column().elements() == Elements.FLOAT32;
        Copy copy = new Copy(isFloat, place.offset(), place.column().size(), target, offset, stride);
        Copy last = declared.isEmpty() ? null : declared.get(declared.size() - 1);
        if (last != null && last.continuedBy(copy)) {
            int size = last.size + copy.size;
            declared.set(declared.size() - 1, new Copy(isFloat, last.source, size, target, last.offset, stride));
        } else {
            declared.add(copy);
        }
        copies = declared.toArray(Copy[]::new);
        return this;
    }

    /** Fills the declared matrices, sample {@code i} from row {@code rows[i]}. */
    public void read(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            float[] floats = replay.floatChunk(rows[i]);
            byte[] bytes = replay.byteChunk(rows[i]);
            int floatStart = replay.floatStart(rows[i]);
            int byteStart = replay.byteStart(rows[i]);
            for (Copy copy : copies) {
                int to = i * copy.stride + copy.offset;
                if (copy.isFloat) {
                    System.arraycopy(floats, floatStart + copy.source, copy.target, to, copy.size);
                } else {
                    for (int j = 0; j < copy.size; j++) {
                        copy.target[to + j] = bytes[byteStart + copy.source + j] & 0xFF;
                    }
                }
            }
        }
    }
}
