package io.particlearena.nn;

/**
 * An immutable snapshot of an LSTM that computes one step of one sequence in plain Java; any thread may use it. The caller
 * owns the states.
 */
public final class LstmActor {

    private final int inputs;
    private final int units;
    private final GateActivation activation;
    private final float[] weights;

    LstmActor(Lstm layer, float[] parameters) {
        if (parameters.length != layer.layout().size()) {
            throw new IllegalArgumentException(
                    "A layer of " + layer.layout().size() + " parameters cannot act with " + parameters.length);
        }
        inputs = layer.inputs();
        units = layer.units();
        activation = layer.gates();
        weights = parameters.clone();
    }

    public int inputs() {
        return inputs;
    }

    public int units() {
        return units;
    }

    /** The length of the scratch array that {@link #apply} needs. */
    public int scratchSize() {
        return 5 * units;
    }

    /**
     * One step. Allocates nothing; the arrays may be longer than needed.
     *
     * @param input the inputs
     * @param hidden the hidden state, replaced by the next
     * @param cell the cell state, replaced by the next
     * @param scratch any numbers, see {@link #scratchSize}
     */
    public void apply(float[] input, float[] hidden, float[] cell, float[] scratch) {
        int width = 4 * units;
        System.arraycopy(weights, (inputs + units) * width, scratch, 0, width);
        addProduct(input, inputs, 0, width, scratch);
        addProduct(hidden, units, inputs * width, width, scratch);
        activation.apply(scratch, 0, 2 * units);
        FastMath.tanh(scratch, 2 * units, 3 * units);
        activation.apply(scratch, 3 * units, width);
        for (int j = 0; j < units; j++) {
            cell[j] = scratch[units + j] * cell[j] + scratch[j] * scratch[2 * units + j];
            scratch[width + j] = cell[j];
        }
        FastMath.tanh(scratch, width, width + units);
        for (int j = 0; j < units; j++) {
            hidden[j] = scratch[3 * units + j] * scratch[width + j];
        }
    }

    private void addProduct(float[] factors, int count, int start, int width, float[] sums) {
        for (int i = 0; i < count; i++) {
            MlpActor.addRow(sums, factors[i], weights, start + i * width, width);
        }
    }
}
