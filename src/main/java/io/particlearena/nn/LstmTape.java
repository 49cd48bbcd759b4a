package io.particlearena.nn;

/**
 * The arithmetic of an LSTM between its matrix products, in plain Java, with what the backward pass needs of each time.
 *
 * <p>With the gates i, f, g, o in this order: {@code c' = f c + i g}, {@code h' = o tanh(c')}. The matrix products have the
 * four gates of one member side by side; here each gate has an array of its own with all members one after the other,
 * because only long loops over separate arrays use vector instructions well: four times as fast.
 */
final class LstmTape {

    private static final int GATES = 4;

    private final int batch;
    private final int units;
    /** Numbers of one gate at one time. */
    private final int size;

    private final GateActivation activation;
    /** By gate and time: the activations. */
    private final float[][] gates;
    /** By gate: the gradients of the sums at one time. */
    private final float[][] slopes;

    /** The present hidden states. */
    final float[] hidden;
    /** The present cell states. */
    final float[] cell;
    /** The sums of a time's gates, or their gradients, as the matrix products have them. */
    final float[] sums;
    /** By time: the cell states before it. */
    private final float[] cells;
    /** By time: the hyperbolic tangent of the cell states after it. */
    private final float[] squashed;

    LstmTape(int times, int batch, int units, GateActivation activation) {
        this.batch = batch;
        this.units = units;
        this.activation = activation;
        size = batch * units;
        gates = new float[GATES][times * size];
        slopes = new float[GATES][size];
        hidden = new float[size];
        cell = new float[size];
        sums = new float[GATES * size];
        cells = new float[times * size];
        squashed = new float[times * size];
    }

    /** Replaces the present states by those after a time, whose gates' sums are in place. */
    void forward(int time) {
        int start = time * size;
        int end = start + size;
        System.arraycopy(cell, 0, cells, start, size);
        for (int gate = 0; gate < GATES; gate++) {
            for (int member = 0; member < batch; member++) {
                System.arraycopy(sums, (member * GATES + gate) * units, gates[gate], start + member * units, units);
            }
        }
        activation.apply(gates[0], start, end);
        activation.apply(gates[1], start, end);
        FastMath.tanh(gates[2], start, end);
        activation.apply(gates[3], start, end);
        nextCells(gates[0], gates[1], gates[2], start);
        System.arraycopy(cell, 0, squashed, start, size);
        FastMath.tanh(squashed, start, end);
        nextHidden(gates[3], start);
    }

    private void nextCells(float[] input, float[] forget, float[] candidate, int start) {
        for (int j = 0; j < size; j++) {
            cell[j] = forget[start + j] * cell[j] + input[start + j] * candidate[start + j];
        }
    }

    private void nextHidden(float[] output, int start) {
        for (int j = 0; j < size; j++) {
            hidden[j] = output[start + j] * squashed[start + j];
        }
    }

    /**
     * Computes the gradients of a time's sums, and leaves them in place of the sums.
     *
     * @param dHidden the gradient of the hidden states after it
     * @param dCell the gradient of the cell states after it, replaced by that of the cell states before it
     */
    void backward(int time, float[] dHidden, float[] dCell) {
        int start = time * size;
        outputSlopes(gates[3], start, dHidden, dCell, slopes[3]);
        cellSlopes(start, dCell);
        activation.slope(gates[0], start, slopes[0]);
        activation.slope(gates[1], start, slopes[1]);
        activation.slope(gates[3], start, slopes[3]);
        forgetCells(gates[1], start, dCell);
        for (int gate = 0; gate < GATES; gate++) {
            for (int member = 0; member < batch; member++) {
                System.arraycopy(slopes[gate], member * units, sums, (member * GATES + gate) * units, units);
            }
        }
    }

    /** Adds to the gradient of the cells what the hidden states bring, and computes that of the output gates. */
    private void outputSlopes(float[] output, int start, float[] dHidden, float[] dCell, float[] slope) {
        for (int j = 0; j < size; j++) {
            float tanh = squashed[start + j];
            slope[j] = dHidden[j] * tanh;
            dCell[j] += dHidden[j] * output[start + j] * (1f - tanh * tanh);
        }
    }

    private void cellSlopes(int start, float[] dCell) {
        slopes(gates[0], gates[2], start, dCell, slopes[0], slopes[2]);
        product(cells, start, dCell, slopes[1]);
    }

    private void slopes(
            float[] input, float[] candidate, int start, float[] dCell, float[] dInput, float[] dCandidate) {
        for (int j = 0; j < size; j++) {
            float g = candidate[start + j];
            dInput[j] = dCell[j] * g;
            dCandidate[j] = dCell[j] * input[start + j] * (1f - g * g);
        }
    }

    private void product(float[] factor, int start, float[] other, float[] result) {
        for (int j = 0; j < size; j++) {
            result[j] = factor[start + j] * other[j];
        }
    }

    private void forgetCells(float[] forget, int start, float[] dCell) {
        for (int j = 0; j < size; j++) {
            dCell[j] *= forget[start + j];
        }
    }
}
