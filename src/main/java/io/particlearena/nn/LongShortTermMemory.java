package io.particlearena.nn;

import java.util.List;

/**
 * An LSTM over a sequence with initial state (Hochreiter and Schmidhuber 1997, with forget gates): fused, with a backward
 * pass of its own through time.
 *
 * <p>All times' products with the input are one matrix product; per time there remain one small product with the hidden
 * states and the gates in plain Java. Rows of the sequence are ordered by time, then member of the batch. The output has the
 * hidden states in the first half of its columns and the cell states in the second.
 */
final class LongShortTermMemory implements Operation {

    private static final int SEQUENCE = 0;
    private static final int KERNEL = 1;
    private static final int RECURRENT = 2;
    private static final int BIAS = 3;
    private static final int HIDDEN = 4;
    private static final int CELL = 5;

    /**
     * The weights of the gates in the order i, f, g, o.
     *
     * @param kernel inputs x 4 units
     * @param recurrent units x 4 units
     * @param bias 1 x 4 units
     */
    record Weights(Tensor kernel, Tensor recurrent, Tensor bias) {}

    private final List<Tensor> inputs;
    private final Tensor output;
    private final int batch;
    private final int units;
    private final int times;
    private final LstmTape tape;
    /** The gates' sums, and in the backward pass their gradients. */
    private final Tensor sums;
    /** The hidden states before each time, and after the last. */
    private final Tensor states;

    LongShortTermMemory(
            Tensor sequence, Weights weights, GateActivation activation, Tensor hidden, Tensor cell, Tensor output) {
        inputs = List.of(sequence, weights.kernel(), weights.recurrent(), weights.bias(), hidden, cell);
        this.output = output;
        batch = hidden.rows();
        units = hidden.columns();
        if (sequence.rows() % batch != 0 || !cell.sameShape(hidden)) {
            throw new IllegalArgumentException(
                    "A sequence of " + sequence.rows() + " rows does not fit initial states of " + batch + " x " + units
                            + " and " + cell.rows() + " x " + cell.columns());
        }
        if (weights.kernel().rows() != sequence.columns()
                || weights.kernel().columns() != 4 * units
                || weights.recurrent().rows() != units
                || !weights.bias().sameShape(new Tensor(output.plan(), 1, 4 * units))) {
            throw new IllegalArgumentException(
                    "The weights of an LSTM do not fit " + sequence.columns() + " inputs and " + units + " units");
        }
        times = sequence.rows() / batch;
        tape = new LstmTape(times, batch, units, activation);
        sums = output.plan().temporary(times * batch, 4 * units);
        states = output.plan().temporary((times + 1) * batch, units);
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
    public Step bind() {
        Step projection = projection();
        Matrix[] sum = blocks(sums.matrix(), times);
        Matrix[] state = blocks(states.matrix(), times + 1);
        Matrix recurrent = inputs.get(RECURRENT).matrix();
        Matrix initialHidden = inputs.get(HIDDEN).matrix();
        Matrix initialCell = inputs.get(CELL).matrix();
        Matrix result = output.matrix();
        return scratch -> {
            projection.run(scratch);
            state[0].copy(initialHidden);
            initialCell.get(tape.cells);
            for (int time = 0; time < times; time++) {
                Blas.multiply(state[time], recurrent, sum[time], true);
                sum[time].get(tape.gates, tape.gateStart(time));
                tape.forward(time);
                state[time + 1].put(tape.hidden, tape.stateStart(time + 1));
            }
            result.put(besideEachOther(scratch));
        };
    }

    /** The product of all times' inputs with the kernel, plus the bias. */
    private Step projection() {
        return Dense.affine(
                inputs.get(SEQUENCE).matrix(),
                inputs.get(KERNEL).matrix(),
                inputs.get(BIAS).matrix(),
                sums.matrix());
    }

    private float[] besideEachOther(Scratch scratch) {
        float[] result = scratch.slot(0, times * batch * 2 * units);
        int first = tape.stateStart(1);
        for (int row = 0; row < times * batch; row++) {
            System.arraycopy(tape.hidden, first + row * units, result, row * 2 * units, units);
            System.arraycopy(tape.cells, first + row * units, result, (row * 2 + 1) * units, units);
        }
        return result;
    }

    private Matrix[] blocks(Matrix matrix, int count) {
        Matrix[] blocks = new Matrix[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = matrix.rows(i * batch, (i + 1) * batch);
        }
        return blocks;
    }

    @Override
    public void backward(Adjoint adjoint) {
        Tensor dSums = adjoint.temporary(times * batch, 4 * units);
        Tensor dHidden = adjoint.temporary(batch, units);
        Tensor dCell = adjoint.temporary(batch, units);
        Tensor gradient = adjoint.gradient();
        adjoint.append(() -> throughTime(gradient.matrix(), dSums.matrix(), dHidden.matrix(), dCell.matrix()));
        weightGradient(adjoint, KERNEL, inputs.get(SEQUENCE), dSums);
        if (adjoint.wants(RECURRENT)) {
            Tensor before = adjoint.temporary(times * batch, units);
            before.placeIn(states, 0, 0);
            weightGradient(adjoint, RECURRENT, before, dSums);
        }
        if (adjoint.wants(BIAS)) {
            Dense.biasGradient(adjoint, BIAS, dSums);
        }
        if (adjoint.wants(SEQUENCE)) {
            Dense.inputGradient(adjoint, SEQUENCE, dSums, inputs.get(KERNEL));
        }
        giveState(adjoint, HIDDEN, dHidden);
        giveState(adjoint, CELL, dCell);
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

    /** From the last time to the first; what remains are the gradients of the initial states. */
    private Step throughTime(Matrix gradient, Matrix dSums, Matrix dHidden, Matrix dCell) {
        Matrix[] blocks = blocks(dSums, times);
        Matrix recurrent = inputs.get(RECURRENT).matrix();
        float[] hidden = new float[batch * units];
        float[] cell = new float[batch * units];
        float[] sum = new float[batch * 4 * units];
        return scratch -> {
            float[] given = scratch.load(0, gradient);
            java.util.Arrays.fill(hidden, 0f);
            java.util.Arrays.fill(cell, 0f);
            for (int time = times - 1; time >= 0; time--) {
                addGiven(given, time, hidden, cell);
                tape.backward(time, hidden, cell, sum);
                blocks[time].put(sum);
                Blas.multiplyTransposedB(blocks[time], recurrent, dHidden, false);
                dHidden.get(hidden);
            }
            dCell.put(cell);
        };
    }

    private void addGiven(float[] given, int time, float[] hidden, float[] cell) {
        for (int member = 0; member < batch; member++) {
            int row = (time * batch + member) * 2 * units;
            for (int j = 0; j < units; j++) {
                hidden[member * units + j] += given[row + j];
                cell[member * units + j] += given[row + units + j];
            }
        }
    }
}
