package io.particlearena.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation whose forward and backward parts are plain Java functions on arrays: right for what is small (rewards, Q
 * values, action heads), where it costs less than calling native code.
 */
final class ArrayOperation implements Operation {

    /** The functions; all arrays are row by row and may be longer than needed. */
    interface Kernel {

        /** What it computes, in a word or two. */
        String label();

        /** Computes {@code size} numbers of output. */
        void forward(float[][] inputs, float[] output, int size);

        /** Computes the {@code size} numbers of the gradient of an input. */
        void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size);

        /** Whether a gradient flows to this input. */
        default boolean differentiable(int input) {
            return true;
        }

        /** Whether each number of the output depends on the numbers at its own place only. */
        default boolean elementwise() {
            return false;
        }
    }

    private final Kernel kernel;
    private final List<Tensor> inputs;
    private final Tensor output;

    ArrayOperation(Kernel kernel, Tensor output, Tensor... inputs) {
        this.kernel = kernel;
        this.inputs = List.of(inputs);
        this.output = output;
    }

    @Override
    public List<Tensor> inputs() {
        return inputs;
    }

    @Override
    public Tensor output() {
        return output;
    }

    @Override
    public String name() {
        return kernel.label();
    }

    @Override
    public Step bind() {
        Matrix[] operands = inputs.stream().map(Tensor::matrix).toArray(Matrix[]::new);
        int size = output.rows() * output.columns();
        return ArrayStep.of((arrays, result) -> kernel.forward(arrays, result, size), false, output.matrix(), operands);
    }

    @Override
    public @Nullable ColumnRange carried(int input, ColumnRange wanted) {
        if (!kernel.differentiable(input)) {
            return null;
        }
        return kernel.elementwise() ? wanted : ColumnRange.all(output);
    }

    @Override
    public void backward(Adjoint adjoint) {
        for (int i = 0; i < inputs.size(); i++) {
            if (adjoint.wants(i)) {
                backward(adjoint, i);
            }
        }
    }

    private void backward(Adjoint adjoint, int input) {
        Adjoint.Destination destination = adjoint.destination(input);
        ColumnRange range = destination.range();
        Tensor gradient = adjoint.gradient();
        int first = adjoint.range().from();
        adjoint.append(() -> {
            int count = inputs.size();
            Matrix[] operands = new Matrix[count + 2];
            for (int i = 0; i < count; i++) {
                operands[i] = part(inputs.get(i).matrix(), range);
            }
            operands[count] = part(output.matrix(), range);
            operands[count + 1] = kernel.elementwise()
                    ? gradient.matrix().columns(range.from() - first, range.to() - first)
                    : gradient.matrix();
            Matrix result = destination.tensor().matrix();
            if (kernel.elementwise()) {
                return ArrayStep.of(
                        (arrays, values) ->
                                kernel.backward(input, arrays, arrays[count], arrays[count + 1], values, result.size()),
                        destination.accumulate(),
                        result,
                        operands);
            }
            return whole(input, range, operands, destination);
        });
    }

    private Matrix part(Matrix matrix, ColumnRange range) {
        return kernel.elementwise() ? matrix.columns(range.from(), range.to()) : matrix;
    }

    /** The gradient of all columns of an input, of which those in {@code range} are kept. */
    private Step whole(int input, ColumnRange range, Matrix[] operands, Adjoint.Destination destination) {
        int count = inputs.size();
        int rows = inputs.get(input).rows();
        int columns = inputs.get(input).columns();
        int width = range.width();
        float[] all = new float[rows * columns];
        return ArrayStep.of(
                (arrays, values) -> {
                    float[] target = width == columns ? values : all;
                    kernel.backward(input, arrays, arrays[count], arrays[count + 1], target, rows * columns);
                    if (width < columns) {
                        for (int row = 0; row < rows; row++) {
                            System.arraycopy(all, row * columns + range.from(), values, row * width, width);
                        }
                    }
                },
                destination.accumulate(),
                destination.tensor().matrix(),
                operands);
    }
}
