package io.particlearena.nn;

import java.util.Arrays;

/** Rows of Euclidean norm 1. */
public final class RowNormalisation {

    private RowNormalisation() {}

    /**
     * Each row divided by its Euclidean norm, or by {@code leastNorm} where that is larger. A row of zeros stays as it is,
     * and no gradient flows to it, if {@code leastNorm} is 0.
     */
    public static Tensor of(Plan plan, Tensor x, double leastNorm) {
        return plan.add(
                new ArrayOperation(new Normalise(x.columns(), leastNorm), plan.temporary(x.rows(), x.columns()), x));
    }

    private record Normalise(int columns, double leastNorm) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "normalisation of rows";
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] x = inputs[0];
            for (int start = 0; start < size; start += columns) {
                double norm = Math.max(norm(x, start), leastNorm);
                for (int i = start; i < start + columns; i++) {
                    output[i] = norm == 0 ? 0 : (float) (x[i] / norm);
                }
            }
        }

        /** In double precision, in which the square of no float underflows or overflows. */
        private double norm(float[] x, int start) {
            double sum = 0;
            for (int i = start; i < start + columns; i++) {
                sum += (double) x[i] * x[i];
            }
            return Math.sqrt(sum);
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            for (int start = 0; start < size; start += columns) {
                int end = start + columns;
                double norm = norm(inputs[0], start);
                if (norm == 0 && leastNorm == 0) {
                    Arrays.fill(result, start, end, 0);
                    continue;
                }
                double along = 0;
                for (int i = start; norm > leastNorm && i < end; i++) {
                    along += (double) output[i] * gradient[i];
                }
                for (int i = start; i < end; i++) {
                    result[i] = (float) ((gradient[i] - output[i] * along) / Math.max(norm, leastNorm));
                }
            }
        }
    }
}
