package io.particlearena.nn;

import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;

/**
 * The weights of one or several networks: one flat vector of floats in native memory, with a named matrix at each place.
 *
 * <p>Any number of plans may read the same parameters, on several threads at once; while one writes, none may read.
 */
public final class Parameters implements Stateful {

    private final ParameterLayout layout;
    private final Matrix vector;

    /** Parameters that are all zero. */
    public Parameters(ParameterLayout layout) {
        this.layout = layout;
        this.vector = Matrix.allocate(1, layout.size());
    }

    /** Which matrix lies where in the flat vector. */
    public ParameterLayout layout() {
        return layout;
    }

    /** The number of parameters. */
    public int size() {
        return layout.size();
    }

    /** Draws first values for all matrices, in order. */
    public void initialise(RandomStream random) {
        for (ParameterLayout.Entry entry : layout.entries()) {
            float[] values = new float[entry.size()];
            entry.initialiser().fill(entry.rows(), entry.columns(), values, random);
            matrix(entry).put(values);
        }
    }

    /** A copy of the flat vector. */
    public float[] toArray() {
        float[] values = new float[size()];
        vector.get(values);
        return values;
    }

    /** Copies the flat vector into the beginning of {@code target}. */
    public void copyTo(float[] target) {
        vector.get(target);
    }

    /** Replaces all values. */
    public void set(float[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(
                    "There are " + size() + " parameters, but " + values.length + " values were given");
        }
        vector.put(values);
    }

    /** Takes over the values of parameters with the same shapes. */
    public void copyFrom(Parameters other) {
        requireMatch(other);
        vector.copy(other.vector);
    }

    /**
     * Moves every parameter by the fraction {@code rate} of its distance to {@code online} (Polyak averaging of target
     * networks). Allocates two arrays: inside of an update use {@link Plan#moveTowards}.
     */
    public void moveTowards(Parameters online, double rate) {
        requireMatch(online);
        moveTowards(online, rate, toArray(), online.toArray());
    }

    void moveTowards(Parameters online, double rate, float[] target, float[] source) {
        vector.get(target);
        online.vector.get(source);
        float fraction = (float) rate;
        for (int i = 0, size = size(); i < size; i++) {
            target[i] += fraction * (source[i] - target[i]);
        }
        vector.put(target);
    }

    void requireMatch(Parameters other) {
        if (!layout.matches(other.layout)) {
            throw new IllegalArgumentException("The two networks differ in their shapes");
        }
    }

    Matrix vector() {
        return vector;
    }

    Matrix matrix(ParameterLayout.Entry entry) {
        return vector.reshaped(entry.offset(), entry.rows(), entry.columns());
    }

    @Override
    public void save(StateWriter out) {
        out.putFloats("parameters", toArray());
    }

    @Override
    public void load(StateReader in) {
        float[] values = in.getFloats("parameters");
        if (values.length != size()) {
            throw new StoreException(
                    "A network of " + size() + " parameters cannot take the " + values.length + " that were stored.");
        }
        vector.put(values);
    }
}
