package io.particlearena.nn;

/** A multi-layer perceptron in double precision, written without any thought of speed, as a reference for tests. */
public record DoubleMlp(Mlp network) {

    /** The outputs of one row. */
    public double[] apply(double[] theta, double[] x) {
        double[] values = x;
        int offset = 0;
        for (int layer = 0; layer < network.layers(); layer++) {
            int rows = network.fanIn(layer);
            int columns = network.fanOut(layer);
            double[] next = new double[columns];
            for (int j = 0; j < columns; j++) {
                double sum = theta[offset + rows * columns + j];
                for (int i = 0; i < rows; i++) {
                    sum += values[i] * theta[offset + i * columns + j];
                }
                next[j] = activate(network.activation(layer), sum);
            }
            offset += (rows + 1) * columns;
            values = next;
        }
        return values;
    }

    /** The mean of the squared outputs over a batch. */
    double meanSquare(double[] theta, double[] x) {
        int rows = x.length / network.inputs();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double[] part = java.util.Arrays.copyOfRange(x, row * network.inputs(), (row + 1) * network.inputs());
            for (double y : apply(theta, part)) {
                sum += y * y;
            }
        }
        return sum / (rows * network.outputs());
    }

    private static double activate(Activation activation, double x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> Math.max(x, 0);
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
        };
    }

    public static double[] widen(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    /** The central difference of a function at one place of its argument. */
    public static double slope(double[] values, int place, java.util.function.ToDoubleFunction<double[]> function) {
        double step = 1e-6;
        double[] changed = values.clone();
        changed[place] = values[place] + step;
        double above = function.applyAsDouble(changed);
        changed[place] = values[place] - step;
        return (above - function.applyAsDouble(changed)) / (2 * step);
    }
}
