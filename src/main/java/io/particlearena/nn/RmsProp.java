package io.particlearena.nn;

import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;

/**
 * RMSProp without momentum in Sonnet's form, with epsilon inside of the root: {@code s = d s + (1-d) g²},
 * {@code θ -= lr g / sqrt(s + ε)}, and s starting at 0. Other libraries add epsilon outside of the root.
 */
public final class RmsProp implements Optimiser {

    private final double decay;
    private final double epsilon;
    private final float[] square;

    /** An optimiser of these parameters, with a moment of zero, of which a step keeps the share {@code decay}. */
    public RmsProp(Parameters parameters, double decay, double epsilon) {
        this(parameters.size(), decay, epsilon);
    }

    RmsProp(int size, double decay, double epsilon) {
        this.decay = decay;
        this.epsilon = epsilon;
        this.square = new float[size];
    }

    @Override
    public int size() {
        return square.length;
    }

    @Override
    public void step(float[] parameters, float[] gradient, double learningRate) {
        float keep = (float) decay;
        float fresh = (float) (1 - decay);
        float floor = (float) epsilon;
        float rate = (float) learningRate;
        for (int i = 0; i < square.length; i++) {
            float g = gradient[i];
            square[i] = keep * square[i] + fresh * (g * g);
            parameters[i] -= rate * g / (float) Math.sqrt(square[i] + floor);
        }
    }

    /** A copy of the moment, for tests. */
    float[] moment() {
        return square.clone();
    }

    @Override
    public void save(StateWriter out) {
        out.putFloats("square", square);
    }

    @Override
    public void load(StateReader in) {
        float[] stored = in.getFloats("square");
        if (stored.length != square.length) {
            throw new StoreException("RMSProp's moment of " + square.length + " parameters cannot be taken from "
                    + stored.length + " stored numbers.");
        }
        System.arraycopy(stored, 0, square, 0, square.length);
    }
}
