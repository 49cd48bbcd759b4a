package io.particlearena.nn;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Derives the backward steps of a loss by reverse-mode differentiation, pruned to what is asked for.
 *
 * <p>First it follows the wanted tensors, with the wanted columns of each, forward to the loss; only operations on these
 * paths take part, and each computes only the columns that matter. Then it walks back from the loss. A tensor that several
 * operations read receives the sum of their contributions, in a fixed order.
 */
final class Backward {

    private final Plan plan;
    private final Tensor loss;
    private final Map<Tensor, ColumnRange> wanted = new HashMap<>();
    private final Map<Tensor, Integer> contributions = new HashMap<>();
    private final Map<Tensor, Tensor> gradients = new HashMap<>();
    private final Set<Tensor> prescribed = new HashSet<>();
    private final Set<Tensor> written = new HashSet<>();

    Backward(Plan plan, Tensor loss) {
        if (loss.rows() != 1 || loss.columns() != 1) {
            throw new IllegalArgumentException(
                    "A gradient is that of a 1 x 1 loss, not of one of " + loss.rows() + " x " + loss.columns());
        }
        this.plan = plan;
        this.loss = loss;
    }

    /** Asks for the gradient of some columns of a tensor. */
    void want(Tensor tensor, ColumnRange columns) {
        wanted.put(tensor, columns.hull(wanted.get(tensor)));
    }

    /** Asks for the gradient of a tensor, or of the tensor that it is some columns of; returns that one. */
    Tensor wantView(Tensor tensor) {
        Tensor source = tensor;
        ColumnRange columns = ColumnRange.all(tensor);
        while (source.producer() instanceof Columns part) {
            source = part.source();
            columns = columns.shifted(part.from());
        }
        want(source, columns);
        return source;
    }

    /** Asks for the gradient of a whole tensor in given memory. */
    void want(Tensor tensor, Tensor gradient) {
        want(tensor, ColumnRange.all(tensor));
        gradients.put(tensor, gradient);
        prescribed.add(tensor);
    }

    /** Appends the backward steps; says whether the loss depends on anything that is wanted. */
    boolean derive(List<Operation> operations) {
        List<Operation> relevant = relevant(operations);
        for (Operation operation : relevant) {
            spread(operation);
        }
        if (!wanted.containsKey(loss)) {
            return false;
        }
        Tensor one = plan.temporary(1, 1);
        plan.append("start of the gradient", () -> {
            one.matrix().fill(1f);
            return scratch -> {};
        });
        gradients.put(loss, one);
        written.add(loss);
        for (int i = relevant.size() - 1; i >= 0; i--) {
            Operation operation = relevant.get(i);
            if (written.contains(operation.output()) && leadsToWanted(operation)) {
                operation.backward(new Pass(operation));
            }
        }
        return true;
    }

    /** The gradient of a wanted tensor, or null where the loss does not depend on it. */
    @Nullable
    Tensor gradient(Tensor tensor) {
        return written.contains(tensor) ? gradients.get(tensor) : null;
    }

    /** The operations that the loss depends on, in order. */
    private List<Operation> relevant(List<Operation> operations) {
        Set<Tensor> ancestors = new HashSet<>(Set.of(loss));
        ArrayDeque<Operation> found = new ArrayDeque<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            if (ancestors.contains(operation.output())) {
                ancestors.addAll(operation.inputs());
                found.addFirst(operation);
            }
        }
        return List.copyOf(found);
    }

    private void spread(Operation operation) {
        for (int i = 0; i < operation.inputs().size(); i++) {
            Tensor input = operation.inputs().get(i);
            ColumnRange carried = carried(operation, i);
            if (carried != null) {
                want(operation.output(), carried);
                contributions.merge(input, 1, Integer::sum);
            }
        }
    }

    private boolean leadsToWanted(Operation operation) {
        for (int i = 0; i < operation.inputs().size(); i++) {
            if (carried(operation, i) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ColumnRange carried(Operation operation, int input) {
        ColumnRange columns = wanted.get(operation.inputs().get(input));
        return columns == null ? null : operation.carried(input, columns);
    }

    /** One operation's view of the pass. */
    private final class Pass implements Adjoint {
        private final Operation operation;

        Pass(Operation operation) {
            this.operation = operation;
        }

        @Override
        public Tensor gradient() {
            return Objects.requireNonNull(gradients.get(operation.output()));
        }

        @Override
        public ColumnRange range() {
            return Objects.requireNonNull(wanted.get(operation.output()));
        }

        @Override
        public boolean wants(int input) {
            return carried(operation, input) != null;
        }

        @Override
        public ColumnRange wanted(int input) {
            return Objects.requireNonNull(wanted.get(operation.inputs().get(input)));
        }

        @Override
        public Destination destination(int input) {
            Tensor tensor = operation.inputs().get(input);
            ColumnRange columns = wanted(input);
            Tensor target = gradients.computeIfAbsent(tensor, t -> plan.temporary(t.rows(), columns.width()));
            return new Destination(target, columns, !written.add(tensor));
        }

        @Override
        public void give(int input, Tensor gradient) {
            Tensor tensor = operation.inputs().get(input);
            if (contributions.getOrDefault(tensor, 0) == 1 && !prescribed.contains(tensor)) {
                gradients.put(tensor, gradient);
                written.add(tensor);
                return;
            }
            Destination destination = destination(input);
            append(() -> ArrayStep.copy(gradient.matrix(), destination.tensor().matrix(), destination.accumulate()));
        }

        @Override
        public Tensor view(Tensor tensor, int from, int to) {
            return plan.view(tensor, from, to);
        }

        @Override
        public Tensor temporary(int rows, int columns) {
            return plan.temporary(rows, columns);
        }

        @Override
        public void append(Supplier<Step> step) {
            plan.append("gradient of " + operation.label(), step);
        }
    }
}
