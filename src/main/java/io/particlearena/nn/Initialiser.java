package io.particlearena.nn;

import io.particlearena.math.RandomStream;

/** Fills a parameter tensor with its first values; the names are those of the field. */
@FunctionalInterface
public interface Initialiser {

    /**
     * Draws the values.
     *
     * @param rows the fan-in of a weight matrix
     * @param columns the fan-out of a weight matrix
     * @param values receives them row by row
     */
    void fill(int rows, int columns, float[] values, RandomStream random);

    static Initialiser zeros() {
        return constant(0);
    }

    static Initialiser constant(double value) {
        return (rows, columns, values, random) -> java.util.Arrays.fill(values, (float) value);
    }

    /** Glorot and Bengio 2010: uniform in ±sqrt(6 / (fan-in + fan-out)); also called Xavier uniform. */
    static Initialiser glorotUniform() {
        return (rows, columns, values, random) -> {
            double limit = Math.sqrt(6.0 / (rows + columns));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
            }
        };
    }

    /** Normal with the given standard deviation. */
    static Initialiser normal(double deviation) {
        return (rows, columns, values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
        };
    }

    /** Saxe, McClelland and Ganguli 2014: orthonormal rows (or columns, where there are fewer of them), times {@code gain}. */
    static Initialiser orthogonal(double gain) {
        return (rows, columns, values, random) -> {
            int count = Math.min(rows, columns);
            int length = Math.max(rows, columns);
            double[][] vectors = orthonormal(count, length, random);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < length; j++) {
                    values[rows <= columns ? i * columns + j : j * columns + i] = (float) (gain * vectors[i][j]);
                }
            }
        };
    }

    /** The bias of an LSTM's four gates in the order i, f, g, o: 1 for the forget gate, 0 for the others. */
    static Initialiser unitForgetGate() {
        return (rows, columns, values, random) -> {
            int units = columns / 4;
            for (int i = 0; i < columns; i++) {
                values[i] = i / units == 1 ? 1f : 0f;
            }
        };
    }

    /** Gram-Schmidt on normal vectors, twice for accuracy: uniformly distributed, like QR with the signs fixed. */
    private static double[][] orthonormal(int count, int length, RandomStream random) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < length; j++) {
                vectors[i][j] = random.nextGaussian();
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < i; k++) {
                    addMultiple(vectors[i], -dot(vectors[i], vectors[k]), vectors[k]);
                }
            }
            double norm = Math.sqrt(dot(vectors[i], vectors[i]));
            for (int j = 0; j < length; j++) {
                vectors[i][j] /= norm;
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addMultiple(double[] target, double factor, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }
}
