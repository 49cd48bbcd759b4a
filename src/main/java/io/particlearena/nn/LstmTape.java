package io.particlearena.nn;

/**
 * The arithmetic of an LSTM between its matrix products, in plain Java, with what the backward pass needs of each time.
 *
 * <p>With the gates i, f, g, o in this order: {@code c' = f c + i g}, {@code h' = o tanh(c')}. Slot 0 of the cell and hidden
 * states is the initial state, slot t + 1 the one after time t.
 */
final class LstmTape {

    final int batch;
    final int units;
    private final GateActivation activation;
    /** By time: the sums of the four gates, replaced by their activations. */
    final float[] gates;

    final float[] cells;
    final float[] hidden;
    private final float[] squashed;

    LstmTape(int times, int batch, int units, GateActivation activation) {
        this.batch = batch;
        this.units = units;
        this.activation = activation;
        gates = new float[times * batch * 4 * units];
        cells = new float[(times + 1) * batch * units];
        hidden = new float[(times + 1) * batch * units];
        squashed = new float[times * batch * units];
    }

    /** Where a time's gates begin. */
    int gateStart(int time) {
        return time * batch * 4 * units;
    }

    /** Where the states before a time begin; those after it are the next slot. */
    int stateStart(int slot) {
        return slot * batch * units;
    }

    /** Computes the states after a time from those before it and the gates' sums. */
    void forward(int time) {
        for (int member = 0; member < batch; member++) {
            int i = gateStart(time) + member * 4 * units;
            int before = stateStart(time) + member * units;
            activation.apply(gates, i, i + 2 * units);
            FastMath.tanh(gates, i + 2 * units, i + 3 * units);
            activation.apply(gates, i + 3 * units, i + 4 * units);
            step(i, before, stateStart(time + 1) + member * units);
        }
    }

    private void step(int i, int before, int after) {
        int f = i + units;
        int g = f + units;
        int o = g + units;
        for (int j = 0; j < units; j++) {
            float cell = gates[f + j] * cells[before + j] + gates[i + j] * gates[g + j];
            cells[after + j] = cell;
            squashed[before + j] = cell;
        }
        FastMath.tanh(squashed, before, before + units);
        for (int j = 0; j < units; j++) {
            hidden[after + j] = gates[o + j] * squashed[before + j];
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
            int before = stateStart(time) + member * units;
            int sums = member * 4 * units;
            for (int j = 0; j < units; j++) {
                int at = member * units + j;
                float input = gates[gate + j];
                float forget = gates[gate + units + j];
                float candidate = gates[gate + 2 * units + j];
                float output = gates[gate + 3 * units + j];
                float tanh = squashed[before + j];
                float slope = dCell[at] + dHidden[at] * output * (1f - tanh * tanh);
                dSums[sums + j] = slope * candidate * activation.slope(input);
                dSums[sums + units + j] = slope * cells[before + j] * activation.slope(forget);
                dSums[sums + 2 * units + j] = slope * input * (1f - candidate * candidate);
                dSums[sums + 3 * units + j] = dHidden[at] * tanh * activation.slope(output);
                dCell[at] = slope * forget;
            }
        }
    }
}
