package io.particlearena.nn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An LSTM over a sequence with initial state (Hochreiter and Schmidhuber 1997, with forget gates): fused, with a backward
 * pass of its own through time.
 *
 * <p>All times' products with the input are one matrix product; per time there remain one small product with the hidden
 * states and the gates in plain Java. Rows of the sequence are ordered by time, then member of the batch. The output has
 * the hidden states of {@code times + 1} slots, and after them the last cell states. Forwards, slot 0 holds the initial
 * states and slot t + 1 those after time t; in reverse, slot {@code times} holds the initial states and slot t those after
 * time t.
 */
final class LongShortTermMemory implements Operation {

    private static final int SEQUENCE = 0;
    private static final int KERNEL = 1;
    private static final int RECURRENT = 2;
    private static final int BIAS = 3;
    private static final int HIDDEN = 4;
    private static final int CELL = 5;
    private static final int RESET_HIDDEN = 6;
    private static final int RESET_CELL = 7;
    private static final int RESET_WHERE = 8;

    /**
     * The weights of the gates in the order i, f, g, o.
     *
     * @param kernel inputs x 4 units
     * @param recurrent units x 4 units
     * @param bias 1 x 4 units
     */
    record Weights(Tensor kernel, Tensor recurrent, Tensor bias) {}

    /** The states at the beginning, and where in the sequence members begin anew. */
    record Start(Tensor hidden, Tensor cell, Lstm.@Nullable Resets resets) {}

    private final List<Tensor> inputs;
    private final Tensor output;
    private final boolean reversed;
    private final int batch;
    private final int units;
    private final int times;
    private final LstmTape tape;
    private final @Nullable LstmResets resets;
    /** The gates' sums, and in the backward pass their gradients. */
    private final Tensor sums;
    /** The hidden states before each time. */
    private final Tensor before;

    LongShortTermMemory(
            Tensor sequence, Weights weights, GateActivation activation, Start start, boolean reversed, Plan plan) {
        inputs = inputs(sequence, weights, start);
        this.reversed = reversed;
        batch = start.hidden().rows();
        units = start.hidden().columns();
        times = sequence.rows() / batch;
        requireMatch(sequence, weights, start);
        output = plan.temporary((times + 2) * batch, units);
        tape = new LstmTape(times, batch, units, activation);
        resets = start.resets() == null ? null : new LstmResets(times, batch, units);
        sums = plan.temporary(times * batch, 4 * units);
        before = plan.temporary(times * batch, units);
        if (resets == null) {
            before.placeIn(output, slotBefore(0) * batch, 0);
        }
    }

    private static List<Tensor> inputs(Tensor sequence, Weights weights, Start start) {
        List<Tensor> all = new ArrayList<>(
                List.of(sequence, weights.kernel(), weights.recurrent(), weights.bias(), start.hidden(), start.cell()));
        Lstm.Resets resets = start.resets();
        if (resets != null) {
            all.addAll(List.of(resets.hidden(), resets.cell(), resets.where()));
        }
        return List.copyOf(all);
    }

    private void requireMatch(Tensor sequence, Weights weights, Start start) {
        Tensor cell = start.cell();
        if (sequence.rows() % batch != 0 || !cell.sameShape(start.hidden())) {
            throw new IllegalArgumentException(
                    "A sequence of " + sequence.rows() + " rows does not fit initial states of " + batch + " x " + units
                            + " and " + cell.rows() + " x " + cell.columns());
        }
        if (!isShaped(weights.kernel(), sequence.columns(), 4 * units)
                || !isShaped(weights.recurrent(), units, 4 * units)
                || !isShaped(weights.bias(), 1, 4 * units)) {
            throw new IllegalArgumentException(
                    "The weights of an LSTM do not fit " + sequence.columns() + " inputs and " + units + " units");
        }
        Lstm.Resets at = start.resets();
        if (at != null
                && !(isShaped(at.where(), sequence.rows(), 1)
                        && isShaped(at.hidden(), 1, units)
                        && isShaped(at.cell(), 1, units))) {
            throw new IllegalArgumentException("Resets need one row of " + units + " units for either state, and "
                    + sequence.rows() + " rows of one number");
        }
    }

    private static boolean isShaped(Tensor tensor, int rows, int columns) {
        return tensor.rows() == rows && tensor.columns() == columns;
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
        return reversed ? "LSTM in reverse" : "LSTM";
    }

    private int slotBefore(int time) {
        return reversed ? time + 1 : time;
    }

    private int slotAfter(int time) {
        return reversed ? time : time + 1;
    }

    private int firstTime() {
        return reversed ? times - 1 : 0;
    }

    private int lastTime() {
        return reversed ? 0 : times - 1;
    }

    @Override
    public Step bind() {
        Step projection = Dense.affine(
                inputs.get(SEQUENCE).matrix(),
                inputs.get(KERNEL).matrix(),
                inputs.get(BIAS).matrix(),
                sums.matrix());
        Matrix[] sum = blocks(sums.matrix(), times);
        Matrix[] state = blocks(output.matrix(), times + 2);
        Matrix[] product = blocks(before.matrix(), times);
        Matrix recurrent = inputs.get(RECURRENT).matrix();
        Matrix initialHidden = inputs.get(HIDDEN).matrix();
        Matrix initialCell = inputs.get(CELL).matrix();
        Step loadResets = resets == null
                ? scratch -> {}
                : resets.load(inputs.get(RESET_HIDDEN), inputs.get(RESET_CELL), inputs.get(RESET_WHERE));
        int initial = slotBefore(firstTime());
        Step[] recurrence = new Step[times];
        for (int time = 0; time < times; time++) {
            recurrence[time] = sum[time].kernels().multiply(product[time], recurrent, sum[time], true);
        }
        return scratch -> {
            projection.run(scratch);
            loadResets.run(scratch);
            state[initial].copy(initialHidden);
            initialHidden.get(tape.hidden);
            initialCell.get(tape.cell);
            for (int step = 0; step < times; step++) {
                int time = reversed ? times - 1 - step : step;
                if (resets != null) {
                    resets.apply(time, tape.hidden, tape.cell);
                    product[time].put(tape.hidden);
                }
                recurrence[time].run(scratch);
                sum[time].get(tape.sums);
                tape.forward(time);
                state[slotAfter(time)].put(tape.hidden);
            }
            state[times + 1].put(tape.cell);
        };
    }

    private Matrix[] blocks(Matrix matrix, int count) {
        Matrix[] blocks = new Matrix[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = matrix.rows(i * batch, (i + 1) * batch);
        }
        return blocks;
    }

    @Override
    public @Nullable ColumnRange carried(int input, ColumnRange wanted) {
        return input == RESET_WHERE ? null : ColumnRange.all(output);
    }

    @Override
    public void backward(Adjoint adjoint) {
        Tensor dSums = adjoint.temporary(times * batch, 4 * units);
        Tensor dHidden = adjoint.temporary(batch, units);
        Tensor dCell = adjoint.temporary(batch, units);
        Tensor gradient = adjoint.gradient();
        adjoint.append(() -> throughTime(gradient.matrix(), dSums.matrix(), dHidden.matrix(), dCell.matrix()));
        weightGradient(adjoint, KERNEL, inputs.get(SEQUENCE), dSums);
        weightGradient(adjoint, RECURRENT, before, dSums);
        if (adjoint.wants(BIAS)) {
            Dense.biasGradient(adjoint, BIAS, dSums);
        }
        if (adjoint.wants(SEQUENCE)) {
            Dense.inputGradient(adjoint, SEQUENCE, dSums, inputs.get(KERNEL));
        }
        giveState(adjoint, HIDDEN, dHidden);
        giveState(adjoint, CELL, dCell);
        if (resets != null) {
            giveReset(adjoint, RESET_HIDDEN, resets.hiddenGradient);
            giveReset(adjoint, RESET_CELL, resets.cellGradient);
        }
    }

    private static void weightGradient(Adjoint adjoint, int input, Tensor factor, Tensor dSums) {
        if (adjoint.wants(input)) {
            Dense.weightGradient(adjoint, input, factor, dSums);
        }
    }

    private static void giveState(Adjoint adjoint, int input, Tensor gradient) {
        if (adjoint.wants(input)) {
            ColumnRange wanted = adjoint.wanted(input);
            adjoint.give(input, adjoint.view(gradient, wanted.from(), wanted.to()));
        }
    }

    private void giveReset(Adjoint adjoint, int input, float[] gradient) {
        if (adjoint.wants(input)) {
            Tensor row = adjoint.temporary(1, units);
            adjoint.append(() -> {
                Matrix target = row.matrix();
                return scratch -> target.put(gradient);
            });
            giveState(adjoint, input, row);
        }
    }

    /** From the last time to the first; what remains are the gradients of the initial states. */
    private Step throughTime(Matrix gradient, Matrix dSums, Matrix dHidden, Matrix dCell) {
        Matrix[] blocks = blocks(dSums, times);
        Matrix[] given = blocks(gradient, times + 2);
        Matrix recurrent = inputs.get(RECURRENT).matrix();
        float[] hidden = new float[batch * units];
        float[] cell = new float[batch * units];
        float[] further = new float[batch * units];
        Step[] backward = new Step[times];
        for (int time = 0; time < times; time++) {
            backward[time] = dHidden.kernels().multiplyTransposedB(blocks[time], recurrent, dHidden, false);
        }
        return scratch -> {
            given[slotAfter(lastTime())].get(hidden);
            given[times + 1].get(cell);
            if (resets != null) {
                resets.clearGradients();
            }
            for (int step = times - 1; step >= 0; step--) {
                int time = reversed ? times - 1 - step : step;
                tape.backward(time, hidden, cell);
                blocks[time].put(tape.sums);
                backward[time].run(scratch);
                dHidden.get(hidden);
                if (resets != null) {
                    resets.collect(time, hidden, cell);
                }
                given[slotBefore(time)].get(further);
                for (int i = 0; i < further.length; i++) {
                    hidden[i] += further[i];
                }
            }
            dHidden.put(hidden);
            dCell.put(cell);
        };
    }
}
