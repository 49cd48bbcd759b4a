package io.particlearena.nn;

import io.particlearena.store.Stateful;

/** Turns gradients into steps of the parameters; keeps moments, which are its state. */
public interface Optimiser extends Stateful {

    /** The number of parameters that it was made for. */
    int size();

    /**
     * Changes parameters by one step against the gradient; both arrays may be longer than {@link #size}.
     *
     * @param learningRate the step size
     */
    void step(float[] parameters, float[] gradient, double learningRate);
}
