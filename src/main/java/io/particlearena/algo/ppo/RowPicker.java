package io.particlearena.algo.ppo;

import io.particlearena.nn.Tensor;

/** Fills inputs of a plan with rows of larger matrices. Allocates nothing after the largest input was filled once. */
final class RowPicker {

    private float[] picked = {};

    /**
     * Fills an input.
     *
     * @param input as many rows are picked as it has
     * @param matrix row by row, as wide as the input
     * @param order the numbers of rows
     * @param from the place in {@code order} of the first row that is picked
     */
    void fill(Tensor input, float[] matrix, int[] order, int from) {
        int width = input.columns();
        int size = input.rows() * width;
        if (picked.length < size) {
            picked = new float[size];
        }
        for (int row = 0; row < input.rows(); row++) {
            System.arraycopy(matrix, order[from + row] * width, picked, row * width, width);
        }
        input.set(picked);
    }
}
