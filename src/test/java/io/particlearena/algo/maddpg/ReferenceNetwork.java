package io.particlearena.algo.maddpg;

/** A multi-layer perceptron with ReLU and its gradients, in plain float64 loops, to check the engine's by. */
final class ReferenceNetwork {

    private final int[] sizes;
    final double[] parameters;

    /**
     * @param parameters weights [in, out] row by row and then the bias, layer after layer
     * @param sizes of the input, the hidden layers and the output
     */
    ReferenceNetwork(float[] parameters, int... sizes) {
        this.sizes = sizes.clone();
        this.parameters = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            this.parameters[i] = parameters[i];
        }
    }

    private int layers() {
        return sizes.length - 1;
    }

    private int weights(int layer) {
        int offset = 0;
        for (int before = 0; before < layer; before++) {
            offset += (sizes[before] + 1) * sizes[before + 1];
        }
        return offset;
    }

    /** The values of all layers, input first. */
    double[][][] forward(double[][] input) {
        double[][][] values = new double[layers() + 1][][];
        values[0] = input;
        for (int layer = 0; layer < layers(); layer++) {
            int offset = weights(layer);
            int in = sizes[layer];
            int out = sizes[layer + 1];
            values[layer + 1] = new double[input.length][out];
            for (int row = 0; row < input.length; row++) {
                for (int to = 0; to < out; to++) {
                    double sum = parameters[offset + in * out + to];
                    for (int from = 0; from < in; from++) {
                        sum += values[layer][row][from] * parameters[offset + from * out + to];
                    }
                    values[layer + 1][row][to] = layer < layers() - 1 ? Math.max(0, sum) : sum;
                }
            }
        }
        return values;
    }

    /** The outputs alone. */
    double[][] apply(double[][] input) {
        return forward(input)[layers()];
    }

    /** Adds the gradient of the parameters to {@code gradient} and returns that of the input. */
    double[][] backward(double[][][] values, double[][] outputGradient, double[] gradient) {
        double[][] above = outputGradient;
        for (int layer = layers() - 1; layer >= 0; layer--) {
            int offset = weights(layer);
            int in = sizes[layer];
            int out = sizes[layer + 1];
            double[][] below = new double[above.length][in];
            for (int row = 0; row < above.length; row++) {
                for (int to = 0; to < out; to++) {
                    boolean passes = layer == layers() - 1 || values[layer + 1][row][to] > 0;
                    double error = passes ? above[row][to] : 0;
                    gradient[offset + in * out + to] += error;
                    for (int from = 0; from < in; from++) {
                        gradient[offset + from * out + to] += error * values[layer][row][from];
                        below[row][from] += error * parameters[offset + from * out + to];
                    }
                }
            }
            above = below;
        }
        return above;
    }

    /** Clips the gradient of each weight matrix and each bias to the norm. */
    void clip(double[] gradient, double norm) {
        for (int layer = 0; layer < layers(); layer++) {
            int offset = weights(layer);
            int bias = offset + sizes[layer] * sizes[layer + 1];
            clip(gradient, offset, bias, norm);
            clip(gradient, bias, bias + sizes[layer + 1], norm);
        }
    }

    private static void clip(double[] gradient, int from, int to, double norm) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += gradient[i] * gradient[i];
        }
        double factor = norm / Math.max(Math.sqrt(sum), norm);
        for (int i = from; i < to; i++) {
            gradient[i] *= factor;
        }
    }
}
