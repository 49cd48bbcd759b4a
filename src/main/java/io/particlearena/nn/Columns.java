package io.particlearena.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some columns of a tensor: a view, which costs nothing. */
record Columns(Tensor source, int from, Tensor output) implements Operation {

    @Override
    public String name() {
        return "columns of a tensor";
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
        ColumnRange overlap = wanted.overlap(new ColumnRange(from, from + output.columns()));
        return overlap == null ? null : overlap.shifted(-from);
    }

    @Override
    public void backward(Adjoint adjoint) {
        ColumnRange covered = adjoint.range().shifted(from);
        Adjoint.Destination destination = adjoint.destination(0);
        ColumnRange wanted = destination.range();
        ColumnRange overlap = covered.overlap(wanted);
        if (overlap == null) {
            throw new IllegalStateException("Columns without a gradient take part in a backward pass");
        }
        Tensor part = adjoint.view(adjoint.gradient(), overlap.from() - covered.from(), overlap.to() - covered.from());
        Tensor target =
                adjoint.view(destination.tensor(), overlap.from() - wanted.from(), overlap.to() - wanted.from());
        boolean whole = overlap.equals(wanted);
        if (!destination.accumulate() && !whole) {
            adjoint.append(() -> ArrayStep.zero(destination.tensor().matrix()));
        }
        adjoint.append(() -> ArrayStep.copy(part.matrix(), target.matrix(), destination.accumulate() || !whole));
    }
}
