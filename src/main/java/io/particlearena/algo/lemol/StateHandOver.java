package io.particlearena.algo.lemol;

import io.particlearena.nn.Lstm;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;

/** Hands the last states of a recurrent layer in one chunk to the next, as constants through which no gradient flows. */
final class StateHandOver implements Stateful {

    /** The states before the chunk: inputs of the plan. */
    final Tensor hidden;

    final Tensor cell;
    private final float[] hiddenValues;
    private final float[] cellValues;

    StateHandOver(Plan plan, int members, int units) {
        hidden = plan.input(members, units);
        cell = plan.input(members, units);
        hiddenValues = new float[members * units];
        cellValues = new float[members * units];
    }

    /** Sets the inputs of the plan's next run. */
    void give() {
        hidden.set(hiddenValues);
        cell.set(cellValues);
    }

    /** Keeps the states that the latest run ended with. */
    void take(Lstm.States states) {
        states.lastHidden().get(hiddenValues);
        states.lastCell().get(cellValues);
    }

    @Override
    public void save(StateWriter out) {
        out.putFloats("hidden", hiddenValues);
        out.putFloats("cell", cellValues);
    }

    @Override
    public void load(StateReader in) {
        load(in, "hidden", hiddenValues);
        load(in, "cell", cellValues);
    }

    private static void load(StateReader in, String name, float[] target) {
        float[] stored = in.getFloats(name);
        if (stored.length != target.length) {
            throw new StoreException("The " + name + " states of an opponent model have " + target.length
                    + " numbers, but " + stored.length + " were stored.");
        }
        System.arraycopy(stored, 0, target, 0, target.length);
    }
}
