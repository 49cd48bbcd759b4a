package io.particlearena.nn;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A fully connected layer with its activation, {@code y = f(x W + b)}. A bias of several rows is laid over the rows of
 * {@code x} again and again, so that row i has the bias of row i mod the bias's rows.
 *
 * <p>Wide layers use oneDNN's fused product through ND4J, narrow ones (a Q value, five logits) OpenBLAS, whose calls cost
 * less; which is faster was measured. The gradient of {@code x} is computed for the wanted columns only, which needs just
 * those rows of {@code W}.
 */
final class Dense implements Operation {

    /** Narrower results are computed by OpenBLAS. */
    private static final int WIDE = 24;

    /** oneDNN's fused product is ten times slower where the number of inputs is no multiple of this. */
    private static final int ALIGNED = 16;

    private static final int INPUT = 0;
    private static final int WEIGHTS = 1;
    private static final int BIAS = 2;

    private final Tensor input;
    private final Tensor weights;
    private final Tensor bias;
    private final Activation activation;
    private final Tensor output;

    Dense(Tensor input, Tensor weights, Tensor bias, Activation activation, Tensor output) {
        if (weights.rows() != input.columns()
                || input.rows() % bias.rows() != 0
                || bias.columns() != weights.columns()) {
            throw new IllegalArgumentException("A dense layer of " + input.columns() + " inputs cannot have weights of "
                    + weights.rows() + " x " + weights.columns() + " and a bias of " + bias.rows() + " x "
                    + bias.columns() + " for " + input.rows() + " rows");
        }
        this.input = input;
        this.weights = weights;
        this.bias = bias;
        this.activation = activation;
        this.output = output;
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(input, weights, bias);
    }

    @Override
    public Tensor output() {
        return output;
    }

    @Override
    public String name() {
        return "dense layer (" + activation.name().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public Step bind() {
        Matrix y = output.matrix();
        Step product = affine(input.matrix(), weights.matrix(), bias.matrix(), y);
        Step function = activate(y);
        return function == null
                ? product
                : scratch -> {
                    product.run(scratch);
                    function.run(scratch);
                };
    }

    /** {@code y = x W + b} by what is fastest for the shapes and layouts. */
    static Step affine(Matrix x, Matrix w, Matrix b, Matrix y) {
        if (b.rows > 1 || !suitsOneDnn(x, w, y)) {
            return plainProduct(x, w, b, y);
        }
        INDArray result = y.array(false);
        INDArray[] factors = {x.array(false), w.array(false)};
        if (x.columns % ALIGNED == 0) {
            PreparedOperation product =
                    PreparedOperation.of("xw_plus_b", new INDArray[] {factors[0], factors[1], b.array(true)}, result);
            return y.kernels().operation(product);
        }
        Step product = y.kernels().operation(PreparedOperation.of("matmul", factors, result, 0, 0, 0));
        Step shift =
                y.kernels().operation(PreparedOperation.of("biasadd", new INDArray[] {result, b.array(true)}, result));
        return scratch -> {
            product.run(scratch);
            shift.run(scratch);
        };
    }

    private static boolean suitsOneDnn(Matrix x, Matrix w, Matrix y) {
        return w.columns >= WIDE && x.contiguous() && w.contiguous() && y.contiguous();
    }

    /** {@code y = x W + b} by OpenBLAS, in any layout of memory. */
    static Step plainProduct(Matrix x, Matrix w, Matrix b, Matrix y) {
        int block = b.size();
        Step product = y.kernels().multiply(x, w, y, true);
        return scratch -> {
            float[] bias = scratch.load(0, b);
            float[] repeated = scratch.slot(1, y.size());
            for (int i = 0; i < y.size(); i += block) {
                System.arraycopy(bias, 0, repeated, i, block);
            }
            y.put(repeated);
            product.run(scratch);
        };
    }

    /** Applies the activation in place. */
    private @Nullable Step activate(Matrix y) {
        if (activation == Activation.LINEAR) {
            return null;
        }
        if (y.contiguous() && activation != Activation.SIGMOID) {
            INDArray array = y.array(false);
            PreparedOperation function = activation == Activation.RELU
                    ? PreparedOperation.withNumbers("relu", new INDArray[] {array}, array, 0)
                    : PreparedOperation.of("tanh", new INDArray[] {array}, array);
            return y.kernels().operation(function);
        }
        return scratch -> {
            float[] values = scratch.load(0, y);
            for (int i = 0; i < y.size(); i++) {
                values[i] = activation.apply(values[i]);
            }
            y.put(values);
        };
    }

    @Override
    public void backward(Adjoint adjoint) {
        Tensor slope = beforeActivation(adjoint);
        if (adjoint.wants(WEIGHTS)) {
            weightGradient(adjoint, WEIGHTS, input, slope);
        }
        if (adjoint.wants(BIAS) && bias.rows() == 1) {
            biasGradient(adjoint, BIAS, slope);
        } else if (adjoint.wants(BIAS)) {
            offsetGradient(adjoint, slope);
        }
        if (adjoint.wants(INPUT)) {
            inputGradient(adjoint, INPUT, slope, weights);
        }
    }

    /** Appends {@code dW = xᵀ dz}. */
    static void weightGradient(Adjoint adjoint, int index, Tensor factor, Tensor slope) {
        Adjoint.Destination destination = adjoint.destination(index);
        adjoint.append(() -> weightGradient(factor.matrix(), slope.matrix(), destination));
    }

    /** Appends {@code db}, the sums of the columns of {@code dz}. */
    static void biasGradient(Adjoint adjoint, int index, Tensor slope) {
        Adjoint.Destination destination = adjoint.destination(index);
        Tensor ones = adjoint.temporary(slope.rows(), 1);
        adjoint.append(() -> {
            ones.matrix().fill(1f);
            Matrix dz = slope.matrix()
                    .columns(destination.range().from(), destination.range().to());
            Matrix db = destination.tensor().matrix();
            return db.kernels().sumRows(dz, ones.matrix(), db, destination.accumulate());
        });
    }

    /** Appends the gradient of a bias of several rows, each the sum of those rows of {@code dz} that it was added to. */
    private void offsetGradient(Adjoint adjoint, Tensor slope) {
        Adjoint.Destination destination = adjoint.destination(BIAS);
        int repeats = slope.rows() / bias.rows();
        int width = destination.range().width();
        adjoint.append(() -> {
            Matrix dz = slope.matrix()
                    .columns(destination.range().from(), destination.range().to());
            int block = bias.rows() * width;
            return ArrayStep.of(
                    (arrays, result) -> {
                        System.arraycopy(arrays[0], 0, result, 0, block);
                        for (int repeat = 1; repeat < repeats; repeat++) {
                            for (int i = 0; i < block; i++) {
                                result[i] += arrays[0][repeat * block + i];
                            }
                        }
                    },
                    destination.accumulate(),
                    destination.tensor().matrix(),
                    dz);
        });
    }

    /** Appends {@code dx = dz Wᵀ}, with only those rows of W that belong to wanted columns of x. */
    static void inputGradient(Adjoint adjoint, int index, Tensor slope, Tensor weights) {
        Adjoint.Destination destination = adjoint.destination(index);
        adjoint.append(() -> {
            Matrix w = weights.matrix()
                    .rows(destination.range().from(), destination.range().to());
            Matrix dx = destination.tensor().matrix();
            return dx.kernels().multiplyTransposedB(slope.matrix(), w, dx, destination.accumulate());
        });
    }

    private static Step weightGradient(Matrix x, Matrix slope, Adjoint.Destination destination) {
        Matrix dz =
                slope.columns(destination.range().from(), destination.range().to());
        Matrix dw = destination.tensor().matrix();
        if (destination.accumulate() || !suitsOneDnn(x, dz, dw)) {
            return dw.kernels().multiplyTransposedA(x, dz, dw, destination.accumulate());
        }
        PreparedOperation product = PreparedOperation.of(
                "matmul", new INDArray[] {x.array(false), dz.array(false)}, dw.array(false), 1, 0, 0);
        return dw.kernels().operation(product);
    }

    /** The gradient with respect to {@code x W + b}. */
    private Tensor beforeActivation(Adjoint adjoint) {
        Tensor gradient = adjoint.gradient();
        if (activation == Activation.LINEAR) {
            return gradient;
        }
        Tensor slope = adjoint.temporary(output.rows(), output.columns());
        adjoint.append(() -> {
            Matrix y = output.matrix();
            Matrix dy = gradient.matrix();
            Matrix dz = slope.matrix();
            if (activation == Activation.RELU && y.contiguous() && dy.contiguous()) {
                return maskedGradient(y, dy, dz);
            }
            return ArrayStep.of((arrays, result) -> slope(arrays[0], arrays[1], result, dz.size()), false, dz, y, dy);
        });
        return slope;
    }

    private static Step maskedGradient(Matrix y, Matrix dy, Matrix dz) {
        INDArray mask = dz.array(false);
        Step positive = dz.kernels().positiveMask(y.array(false), mask);
        Step product =
                dz.kernels().operation(PreparedOperation.of("multiply", new INDArray[] {dy.array(false), mask}, mask));
        return scratch -> {
            positive.run(scratch);
            product.run(scratch);
        };
    }

    private void slope(float[] y, float[] dy, float[] dz, int size) {
        switch (activation) {
            case LINEAR -> System.arraycopy(dy, 0, dz, 0, size);
            case RELU -> {
                for (int i = 0; i < size; i++) {
                    dz[i] = y[i] > 0 ? dy[i] : 0f;
                }
            }
            case TANH -> {
                for (int i = 0; i < size; i++) {
                    dz[i] = dy[i] * (1f - y[i] * y[i]);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < size; i++) {
                    dz[i] = dy[i] * y[i] * (1f - y[i]);
                }
            }
        }
    }
}
