package io.particlearena.nn;

import java.util.Arrays;

/** Where members of an LSTM's batch begin anew, with the states that they begin with and the gradients of these. */
final class LstmResets {

    private final int batch;
    private final int units;
    /** By time and member: 1 where the states before this time are replaced. */
    private final float[] where;

    private final float[] hidden;
    private final float[] cell;
    final float[] hiddenGradient;
    final float[] cellGradient;

    LstmResets(int times, int batch, int units) {
        this.batch = batch;
        this.units = units;
        where = new float[times * batch];
        hidden = new float[units];
        cell = new float[units];
        hiddenGradient = new float[units];
        cellGradient = new float[units];
    }

    /** The step that takes over where to reset, and to what. */
    Step load(Tensor hiddenRow, Tensor cellRow, Tensor places) {
        Matrix hiddenSource = hiddenRow.matrix();
        Matrix cellSource = cellRow.matrix();
        Matrix placesSource = places.matrix();
        return scratch -> {
            hiddenSource.get(hidden);
            cellSource.get(cell);
            placesSource.get(where);
        };
    }

    /** Replaces the states of those members that begin anew at a time. */
    void apply(int time, float[] hiddenStates, float[] cellStates) {
        for (int member = 0; member < batch; member++) {
            if (where[time * batch + member] != 0) {
                System.arraycopy(hidden, 0, hiddenStates, member * units, units);
                System.arraycopy(cell, 0, cellStates, member * units, units);
            }
        }
    }

    void clearGradients() {
        Arrays.fill(hiddenGradient, 0f);
        Arrays.fill(cellGradient, 0f);
    }

    /** Takes the gradients of replaced states for the replacing ones; the states before the reset have none. */
    void collect(int time, float[] dHidden, float[] dCell) {
        for (int member = 0; member < batch; member++) {
            if (where[time * batch + member] != 0) {
                take(dHidden, member * units, hiddenGradient);
                take(dCell, member * units, cellGradient);
            }
        }
    }

    private void take(float[] gradient, int start, float[] sum) {
        for (int j = 0; j < units; j++) {
            sum[j] += gradient[start + j];
            gradient[start + j] = 0f;
        }
    }
}
