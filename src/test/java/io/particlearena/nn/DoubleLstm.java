package io.particlearena.nn;

/** An LSTM in double precision, one member of a batch at a time, as a reference for tests. */
public record DoubleLstm(Lstm layer) {

    /** All hidden states, then the last cell state, of one sequence. */
    public double[] run(double[] theta, double[][] sequence, double[] initialHidden, double[] initialCell) {
        return run(theta, sequence, initialHidden, initialCell, new boolean[sequence.length], new double[][] {{}, {}});
    }

    /** The same, where hidden and cell state are replaced by given ones before some times. */
    public double[] run(
            double[] theta,
            double[][] sequence,
            double[] initialHidden,
            double[] initialCell,
            boolean[] resets,
            double[][] resetStates) {
        int units = layer.units();
        int times = sequence.length;
        double[] hidden = initialHidden.clone();
        double[] cell = initialCell.clone();
        double[] result = new double[(times + 1) * units];
        for (int time = 0; time < times; time++) {
            if (resets[time]) {
                hidden = resetStates[0].clone();
                cell = resetStates[1].clone();
            }
            double[] sums = new double[4 * units];
            for (int k = 0; k < 4 * units; k++) {
                sums[k] = theta[(layer.inputs() + units) * 4 * units + k];
                for (int i = 0; i < layer.inputs(); i++) {
                    sums[k] += sequence[time][i] * theta[i * 4 * units + k];
                }
                for (int i = 0; i < units; i++) {
                    sums[k] += hidden[i] * theta[(layer.inputs() + i) * 4 * units + k];
                }
            }
            for (int j = 0; j < units; j++) {
                cell[j] = gate(sums[units + j]) * cell[j] + gate(sums[j]) * Math.tanh(sums[2 * units + j]);
                hidden[j] = gate(sums[3 * units + j]) * Math.tanh(cell[j]);
                result[time * units + j] = hidden[j];
            }
        }
        System.arraycopy(cell, 0, result, times * units, units);
        return result;
    }

    private double gate(double x) {
        return layer.gates() == GateActivation.SIGMOID
                ? 1 / (1 + Math.exp(-x))
                : Math.min(Math.max(0.2 * x + 0.5, 0), 1);
    }
}
