package io.particlearena.nn;

/**
 * The arithmetic of an LSTM between its matrix products, in plain Java, with what the backward pass needs of each time.
 *
 * <p>With the gates i, f, g, o in this order: {@code c' = f c + i g}, {@code h' = o tanh(c')}.
 */
final class LstmTape {

    private final int batch;
    private final int units;
    private final GateActivation activation;
    /** By time: the sums of the four gates, replaced by their activations. */
    final float[] gates;
    /** The present hidden states. */
    final float[] hidden;
    /** The present cell states. */
    final float[] cell;
    /** By time: the cell states before it. */
    private final float[] cells;
    /** By time: the hyperbolic tangent of the cell states after it. */
    private final float[] squashed;

    LstmTape(int times, int batch, int units, GateActivation activation) {
        this.batch = batch;
        this.units = units;
        this.activation = activation;
        gates = new float[times * batch * 4 * units];
        hidden = new float[batch * units];
        cell = new float[batch * units];
        cells = new float[times * batch * units];
        squashed = new float[times * batch * units];
    }

    /** Where a time's gates begin. */
    int gateStart(int time) {
        return time * batch * 4 * units;
    }

    /** Replaces the present states by those after a time, whose gates' sums are in place. */
    void forward(int time) {
        int state = time * batch * units;
        System.arraycopy(cell, 0, cells, state, batch * units);
        for (int member = 0; member < batch; member++) {
            int i = gateStart(time) + member * 4 * units;
            activation.apply(gates, i, i + 2 * units);
            FastMath.tanh(gates, i + 2 * units, i + 3 * units);
            activation.apply(gates, i + 3 * units, i + 4 * units);
            step(i, member * units, state + member * units);
        }
    }

    private void step(int i, int member, int state) {
        int f = i + units;
        int g = f + units;
        int o = g + units;
        for (int j = 0; j < units; j++) {
            float next = gates[f + j] * cell[member + j] + gates[i + j] * gates[g + j];
            cell[member + j] = next;
            squashed[state + j] = next;
        }
        FastMath.tanh(squashed, state, state + units);
        for (int j = 0; j < units; j++) {
            hidden[member + j] = gates[o + j] * squashed[state + j];
        }
    }

    /**
     * Computes the gradients of a time's sums.
     *
     * @param dHidden the gradient of the hidden states after it
     * @param dCell the gradient of the cell states after it, replaced by that of the cell states before it
     * @param dSums receives the gradient of the sums
     */
    void backward(int time, float[] dHidden, float[] dCell, float[] dSums) {
        for (int member = 0; member < batch; member++) {
            int gate = gateStart(time) + member * 4 * units;
            int state = (time * batch + member) * units;
            int sums = member * 4 * units;
            for (int j = 0; j < units; j++) {
                int at = member * units + j;
                float input = gates[gate + j];
                float forget = gates[gate + units + j];
                float candidate = gates[gate + 2 * units + j];
                float output = gates[gate + 3 * units + j];
                float tanh = squashed[state + j];
                float slope = dCell[at] + dHidden[at] * output * (1f - tanh * tanh);
                dSums[sums + j] = slope * candidate * activation.slope(input);
                dSums[sums + units + j] = slope * cells[state + j] * activation.slope(forget);
                dSums[sums + 2 * units + j] = slope * input * (1f - candidate * candidate);
                dSums[sums + 3 * units + j] = dHidden[at] * tanh * activation.slope(output);
                dCell[at] = slope * forget;
            }
        }
    }
}
