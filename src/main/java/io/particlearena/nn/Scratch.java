package io.particlearena.nn;

/** Plain Java arrays that the steps of one plan share, grown on first use. */
final class Scratch {

    private final float[][] slots = new float[12][0];

    /** An array of at least {@code size} numbers with any content; other slots are other arrays. */
    float[] slot(int slot, int size) {
        if (slots[slot].length < size) {
            slots[slot] = new float[size];
        }
        return slots[slot];
    }

    /** The numbers of a matrix, copied into a slot. */
    float[] load(int slot, Matrix matrix) {
        float[] values = slot(slot, matrix.size());
        matrix.get(values);
        return values;
    }
}
