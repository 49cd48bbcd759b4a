package io.particlearena.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tensors side by side. Those that live nowhere yet are placed in the result, so that their producers write there; only the
 * others are copied.
 */
final class Concatenation implements Operation {

    private final List<Tensor> inputs;
    private final boolean[] placed;
    private final Tensor output;

    Concatenation(List<Tensor> inputs, Tensor output) {
        this.inputs = List.copyOf(inputs);
        this.output = output;
        this.placed = new boolean[inputs.size()];
        for (int i = 0; i < placed.length; i++) {
            Tensor input = inputs.get(i);
            if (input.rows() != output.rows()) {
                throw new IllegalArgumentException(
                        "Tensors of " + output.rows() + " and " + input.rows() + " rows cannot stand side by side");
            }
            if (input.unplaced()) {
                input.placeIn(output, 0, start(i));
                placed[i] = true;
            }
        }
    }

    private int start(int input) {
        int column = 0;
        for (int i = 0; i < input; i++) {
            column += inputs.get(i).columns();
        }
        return column;
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
        return "concatenation";
    }

    @Override
    public Step bind() {
        Step[] copies = new Step[inputs.size()];
        int count = 0;
        for (int i = 0; i < inputs.size(); i++) {
            if (!placed[i]) {
                int start = start(i);
                int end = start + inputs.get(i).columns();
                copies[count++] =
                        ArrayStep.copy(inputs.get(i).matrix(), output.matrix().columns(start, end), false);
            }
        }
        Step[] needed = java.util.Arrays.copyOf(copies, count);
        return scratch -> {
            for (Step copy : needed) {
                copy.run(scratch);
            }
        };
    }

    @Override
    public @Nullable ColumnRange carried(int input, ColumnRange wanted) {
        return wanted.shifted(start(input));
    }

    @Override
    public void backward(Adjoint adjoint) {
        for (int i = 0; i < inputs.size(); i++) {
            if (adjoint.wants(i)) {
                ColumnRange columns =
                        adjoint.wanted(i).shifted(start(i) - adjoint.range().from());
                adjoint.give(i, adjoint.view(adjoint.gradient(), columns.from(), columns.to()));
            }
        }
    }
}
