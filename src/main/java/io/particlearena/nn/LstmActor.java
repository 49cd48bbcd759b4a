package io.particlearena.nn;

import java.util.Arrays;

/**
 * An immutable snapshot of an LSTM that computes one step of one sequence in plain Java; any thread may use it. The caller
 * owns the states.
 */
public final class LstmActor {

    private final int inputs;
    private final int units;
    private final GateActivation activation;
    private final WeightRows kernel;
    private final WeightRows recurrent;
    private final float[] bias;

    LstmActor(Lstm layer, float[] parameters) {
        if (parameters.length != layer.layout().size()) {
            throw new IllegalArgumentException(
                    "A layer of " + layer.layout().size() + " parameters cannot act with " + parameters.length);
        }
        inputs = layer.inputs();
        units = layer.units();
        activation = layer.gates();
        int width = 4 * units;
        kernel = new WeightRows(parameters, 0, inputs, width);
        recurrent = new WeightRows(parameters, inputs * width, units, width);
        bias = Arrays.copyOfRange(parameters, (inputs + units) * width, parameters.length);
    }

    /** The length of the input of a step. */
    public int inputs() {
        return inputs;
    }

    /** The length of the hidden and of the cell state. */
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
        System.arraycopy(bias, 0, scratch, 0, width);
        kernel.addProduct(input, scratch);
        recurrent.addProduct(hidden, scratch);
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
}
