package io.particlearena.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of a tensor: a view, which costs nothing. */
record Rows(Tensor source, int from, Tensor output) implements Operation {

    @Override
    public String name() {
        return "rows of a tensor";
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(source);
    }

    @Override
    public Step bind() {
        return scratch -> {};
    }

    @Override
    public @Nullable ColumnRange carried(int input, ColumnRange wanted) {
        return wanted;
    }

    @Override
    public void backward(Adjoint adjoint) {
        Adjoint.Destination destination = adjoint.destination(0);
        ColumnRange wanted = destination.range();
        int first = adjoint.range().from();
        Tensor part = adjoint.view(adjoint.gradient(), wanted.from() - first, wanted.to() - first);
        if (!destination.accumulate()) {
            adjoint.append(() -> ArrayStep.zero(destination.tensor().matrix()));
        }
        adjoint.append(() ->
                ArrayStep.copy(part.matrix(), destination.tensor().matrix().rows(from, from + output.rows()), true));
    }
}
