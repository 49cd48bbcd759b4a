package io.particlearena.nn;

import java.util.Arrays;

/** Softmax over the columns of each row, or over groups of them, and what is built on it. */
final class Softmax {

    private Softmax() {}

    /**
     * Softmax of each head, where heads are groups of neighbouring columns. With a second input of standard exponential
     * numbers E it is the Gumbel-softmax of temperature 1 (Jang, Gu and Poole 2017; Maddison, Mnih and Teh 2017): adding the
     * Gumbel number -log E to a logit divides its weight by E.
     */
    static final class OfHeads implements ArrayOperation.Kernel {
        private final int[] heads;

        OfHeads(int[] heads, int columns) {
            this.heads = filling(heads, columns);
        }

        @Override
        public boolean differentiable(int input) {
            return input == 0;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] logits = inputs[0];
            int end = 0;
            while (end < size) {
                for (int head : heads) {
                    int start = end;
                    end += head;
                    float largest = maximum(logits, start, end);
                    for (int i = start; i < end; i++) {
                        output[i] = FastMath.exp(logits[i] - largest);
                    }
                }
            }
            if (inputs.length > 1) {
                divide(output, inputs[1], size);
            }
            normalise(output, size);
        }

        private static void divide(float[] weights, float[] noise, int size) {
            for (int i = 0; i < size; i++) {
                weights[i] /= noise[i];
            }
        }

        private void normalise(float[] weights, int size) {
            int end = 0;
            while (end < size) {
                for (int head : heads) {
                    int start = end;
                    end += head;
                    float sum = 0;
                    for (int i = start; i < end; i++) {
                        sum += weights[i];
                    }
                    float factor = 1f / sum;
                    for (int i = start; i < end; i++) {
                        weights[i] *= factor;
                    }
                }
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            int end = 0;
            while (end < size) {
                for (int head : heads) {
                    int start = end;
                    end += head;
                    float mean = 0;
                    for (int i = start; i < end; i++) {
                        mean += output[i] * gradient[i];
                    }
                    for (int i = start; i < end; i++) {
                        result[i] = output[i] * (gradient[i] - mean);
                    }
                }
            }
        }

        @Override
        public String label() {
            return "softmax";
        }
    }

    /** The logarithm of the softmax of each row. */
    record Logarithm(int columns) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "logarithm of softmax";
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] logits = inputs[0];
            for (int start = 0; start < size; start += columns) {
                float normaliser = logSumExp(logits, start, start + columns);
                for (int i = start; i < start + columns; i++) {
                    output[i] = logits[i] - normaliser;
                }
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            for (int start = 0; start < size; start += columns) {
                float sum = 0;
                for (int i = start; i < start + columns; i++) {
                    sum += gradient[i];
                }
                for (int i = start; i < start + columns; i++) {
                    result[i] = gradient[i] - FastMath.exp(output[i]) * sum;
                }
            }
        }
    }

    /**
     * The cross-entropy of each row of logits (first input) with a distribution (second input, no gradient), which need not
     * be one-hot; where neighbouring columns belong to several heads, the sum of the heads' cross-entropies.
     */
    static final class CrossEntropy implements ArrayOperation.Kernel {
        private final int[] heads;

        CrossEntropy(int[] heads, int columns) {
            this.heads = filling(heads, columns);
        }

        @Override
        public boolean differentiable(int input) {
            return input == 0;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] logits = inputs[0];
            float[] labels = inputs[1];
            int end = 0;
            for (int row = 0; row < size; row++) {
                float sum = 0;
                for (int head : heads) {
                    int start = end;
                    end += head;
                    float normaliser = logSumExp(logits, start, end);
                    for (int i = start; i < end; i++) {
                        sum += labels[i] * (normaliser - logits[i]);
                    }
                }
                output[row] = sum;
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            float[] logits = inputs[0];
            float[] labels = inputs[1];
            int end = 0;
            for (int row = 0; end < size; row++) {
                for (int head : heads) {
                    int start = end;
                    end += head;
                    float normaliser = logSumExp(logits, start, end);
                    float total = 0;
                    for (int i = start; i < end; i++) {
                        total += labels[i];
                    }
                    for (int i = start; i < end; i++) {
                        result[i] = gradient[row] * (total * FastMath.exp(logits[i] - normaliser) - labels[i]);
                    }
                }
            }
        }

        @Override
        public String label() {
            return "cross-entropy";
        }
    }

    /** The sizes of heads that fill all columns; none given stand for one head. */
    private static int[] filling(int[] heads, int columns) {
        if (heads.length == 0) {
            return new int[] {columns};
        }
        if (Arrays.stream(heads).sum() != columns) {
            throw new IllegalArgumentException(
                    "Heads of " + Arrays.toString(heads) + " columns do not fill a tensor of " + columns + " columns");
        }
        return heads.clone();
    }

    private static float maximum(float[] values, int start, int end) {
        float largest = values[start];
        for (int i = start + 1; i < end; i++) {
            largest = values[i] > largest ? values[i] : largest;
        }
        return largest;
    }

    private static float logSumExp(float[] logits, int start, int end) {
        float largest = maximum(logits, start, end);
        float sum = 0;
        for (int i = start; i < end; i++) {
            sum += FastMath.exp(logits[i] - largest);
        }
        return largest + (float) Math.log(sum);
    }
}
