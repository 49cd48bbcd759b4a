package io.particlearena.nn;

/**
 * An immutable snapshot of a multi-layer perceptron that acts in plain Java, one observation at a time; any thread may use
 * it. The caller owns what changes while acting.
 */
public final class MlpActor {

    /** The memory of one caller, made by {@link #newScratch}; serves all snapshots of networks with the same widths. */
    public static final class Scratch {
        private final float[] first;
        private final float[] second;

        private Scratch(int width) {
            first = new float[width];
            second = new float[width];
        }
    }

    private final int[] fanIn;
    private final int[] fanOut;
    private final Activation[] activations;
    private final WeightRows[] weights;
    private final float[][] biases;
    private final int width;

    MlpActor(Mlp network, float[] parameters) {
        if (parameters.length != network.layout().size()) {
            throw new IllegalArgumentException(
                    "A network of " + network.layout().size() + " parameters cannot act with " + parameters.length);
        }
        int layers = network.layers();
        fanIn = new int[layers];
        fanOut = new int[layers];
        activations = new Activation[layers];
        weights = new WeightRows[layers];
        biases = new float[layers][];
        int offset = 0;
        int widest = 1;
        for (int layer = 0; layer < layers; layer++) {
            fanIn[layer] = network.fanIn(layer);
            fanOut[layer] = network.fanOut(layer);
            activations[layer] = network.activation(layer);
            weights[layer] = new WeightRows(parameters, offset, fanIn[layer], fanOut[layer]);
            offset += fanIn[layer] * fanOut[layer];
            biases[layer] = java.util.Arrays.copyOfRange(parameters, offset, offset + fanOut[layer]);
            offset += fanOut[layer];
            widest = Math.max(widest, fanOut[layer]);
        }
        width = widest;
    }

    /** The length of the input. */
    public int inputs() {
        return fanIn[0];
    }

    /** The length of the output. */
    public int outputs() {
        return fanOut[fanOut.length - 1];
    }

    /** Memory for one caller of {@link #apply}. */
    public Scratch newScratch() {
        return new Scratch(width);
    }

    /** Computes the network's outputs. Allocates nothing; the arrays may be longer than needed. */
    public void apply(float[] input, Scratch scratch, float[] output) {
        float[] from = input;
        for (int layer = 0; layer < weights.length; layer++) {
            boolean last = layer == weights.length - 1;
            float[] to = last ? output : layer % 2 == 0 ? scratch.first : scratch.second;
            dense(layer, from, to);
            from = to;
        }
    }

    private void dense(int layer, float[] x, float[] y) {
        int columns = fanOut[layer];
        System.arraycopy(biases[layer], 0, y, 0, columns);
        weights[layer].addProduct(x, y);
        Activation activation = activations[layer];
        if (activation == Activation.RELU) {
            for (int j = 0; j < columns; j++) {
                y[j] = Math.max(y[j], 0f);
            }
        } else if (activation == Activation.TANH) {
            FastMath.tanh(y, 0, columns);
        } else if (activation != Activation.LINEAR) {
            for (int j = 0; j < columns; j++) {
                y[j] = activation.apply(y[j]);
            }
        }
    }
}
