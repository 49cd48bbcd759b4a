package io.particlearena.nn;

import java.util.Locale;

/** Functions of one or two numbers, applied to each place of tensors. */
final class Elementwise {

    private Elementwise() {}

    /** A function of one number with its derivative. */
    enum Function implements ArrayOperation.Kernel {
        RELU {
            @Override
            float value(float x) {
                return Math.max(x, 0f);
            }

            @Override
            float slope(float x, float y) {
                return x > 0 ? 1f : 0f;
            }
        },
        TANH {
            @Override
            float value(float x) {
                return FastMath.tanh(x);
            }

            @Override
            float slope(float x, float y) {
                return 1f - y * y;
            }
        },
        SIGMOID {
            @Override
            float value(float x) {
                return FastMath.sigmoid(x);
            }

            @Override
            float slope(float x, float y) {
                return y * (1f - y);
            }
        },
        EXP {
            @Override
            float value(float x) {
                return (float) Math.exp(x);
            }

            @Override
            float slope(float x, float y) {
                return y;
            }
        },
        LOG {
            @Override
            float value(float x) {
                return (float) Math.log(x);
            }

            @Override
            float slope(float x, float y) {
                return 1f / x;
            }
        },
        SQRT {
            @Override
            float value(float x) {
                return (float) Math.sqrt(x);
            }

            @Override
            float slope(float x, float y) {
                return 0.5f / y;
            }
        },
        SQUARE {
            @Override
            float value(float x) {
                return x * x;
            }

            @Override
            float slope(float x, float y) {
                return 2f * x;
            }
        },
        SOFTPLUS {
            @Override
            float value(float x) {
                return Math.max(x, 0f) + (float) Math.log1p(Math.exp(-Math.abs(x)));
            }

            @Override
            float slope(float x, float y) {
                return FastMath.sigmoid(x);
            }
        };

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        abstract float value(float x);

        /** The derivative at {@code x}, where the function is {@code y}. */
        abstract float slope(float x, float y);

        @Override
        public boolean elementwise() {
            return true;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] x = inputs[0];
            for (int i = 0; i < size; i++) {
                output[i] = value(x[i]);
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            float[] x = inputs[0];
            for (int i = 0; i < size; i++) {
                result[i] = gradient[i] * slope(x[i], output[i]);
            }
        }
    }

    /** A function of two numbers with its derivatives; where two are equal, minimum and maximum pass the first's gradient. */
    enum Combination implements ArrayOperation.Kernel {
        ADD {
            @Override
            float value(float a, float b) {
                return a + b;
            }

            @Override
            float slope(int input, float a, float b) {
                return 1f;
            }
        },
        SUBTRACT {
            @Override
            float value(float a, float b) {
                return a - b;
            }

            @Override
            float slope(int input, float a, float b) {
                return input == 0 ? 1f : -1f;
            }
        },
        MULTIPLY {
            @Override
            float value(float a, float b) {
                return a * b;
            }

            @Override
            float slope(int input, float a, float b) {
                return input == 0 ? b : a;
            }
        },
        DIVIDE {
            @Override
            float value(float a, float b) {
                return a / b;
            }

            @Override
            float slope(int input, float a, float b) {
                return input == 0 ? 1f / b : -a / (b * b);
            }
        },
        MINIMUM {
            @Override
            float value(float a, float b) {
                return Math.min(a, b);
            }

            @Override
            float slope(int input, float a, float b) {
                return (a <= b) == (input == 0) ? 1f : 0f;
            }
        },
        MAXIMUM {
            @Override
            float value(float a, float b) {
                return Math.max(a, b);
            }

            @Override
            float slope(int input, float a, float b) {
                return (a >= b) == (input == 0) ? 1f : 0f;
            }
        };

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        abstract float value(float a, float b);

        /** The derivative with respect to one of the two. */
        abstract float slope(int input, float a, float b);

        @Override
        public boolean elementwise() {
            return true;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] a = inputs[0];
            float[] b = inputs[1];
            for (int i = 0; i < size; i++) {
                output[i] = value(a[i], b[i]);
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            float[] a = inputs[0];
            float[] b = inputs[1];
            for (int i = 0; i < size; i++) {
                result[i] = gradient[i] * slope(input, a[i], b[i]);
            }
        }
    }

    /** {@code factor x + shift}. */
    record Affine(Scalar factor, Scalar shift) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "scale and shift";
        }

        @Override
        public boolean elementwise() {
            return true;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] x = inputs[0];
            float scale = (float) factor.get();
            float offset = (float) shift.get();
            for (int i = 0; i < size; i++) {
                output[i] = scale * x[i] + offset;
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            float scale = (float) factor.get();
            for (int i = 0; i < size; i++) {
                result[i] = scale * gradient[i];
            }
        }
    }

    /** {@code x} limited to an interval; no gradient flows where it is outside. */
    record Clip(Scalar low, Scalar high) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "clip";
        }

        @Override
        public boolean elementwise() {
            return true;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            float[] x = inputs[0];
            float from = (float) low.get();
            float to = (float) high.get();
            for (int i = 0; i < size; i++) {
                output[i] = Math.min(Math.max(x[i], from), to);
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            float[] x = inputs[0];
            float from = (float) low.get();
            float to = (float) high.get();
            for (int i = 0; i < size; i++) {
                result[i] = x[i] >= from && x[i] <= to ? gradient[i] : 0f;
            }
        }
    }

    /** The same value; no gradient flows. */
    record StopGradient() implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "stop of the gradient";
        }

        @Override
        public boolean differentiable(int input) {
            return false;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            System.arraycopy(inputs[0], 0, output, 0, size);
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            throw new IllegalStateException("No gradient flows here");
        }
    }
}
