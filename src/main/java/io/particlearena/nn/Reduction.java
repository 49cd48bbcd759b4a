package io.particlearena.nn;

import java.util.Arrays;

/** Sums and means, accumulated in double precision from the first number to the last. */
final class Reduction {

    private Reduction() {}

    /** The sum of all {@code count} numbers, times {@code factor}. */
    record Total(int count, double factor) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "sum or mean";
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] x = inputs[0];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += x[i];
            }
            output[0] = (float) (sum * factor);
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            Arrays.fill(result, 0, size, (float) (gradient[0] * factor));
        }
    }

    /** The sum of each row. */
    record OfRows(int columns) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "sum of each row";
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] x = inputs[0];
            for (int row = 0; row < size; row++) {
                double sum = 0;
                for (int i = row * columns; i < (row + 1) * columns; i++) {
                    sum += x[i];
                }
                output[row] = (float) sum;
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            for (int i = 0; i < size; i++) {
                result[i] = gradient[i / columns];
            }
        }
    }

    /** A row of {@code columns} numbers, repeated. */
    record Repeat(int columns, int times) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "repetition of a row";
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            for (int start = 0; start < size; start += columns) {
                System.arraycopy(inputs[0], 0, output, start, columns);
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int row = 0; row < times; row++) {
                    sum += gradient[row * columns + column];
                }
                result[column] = (float) sum;
            }
        }
    }
}
