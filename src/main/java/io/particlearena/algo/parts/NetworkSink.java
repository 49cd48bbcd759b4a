package io.particlearena.algo.parts;

import io.particlearena.nn.Gradients;
import io.particlearena.nn.ParameterLayout;

/** Receives what the networks of agents look like after an update, variable by variable. */
@FunctionalInterface
public interface NetworkSink {

    /**
     * Takes one variable; both arrays belong to whoever receives them for the time of the call.
     *
     * @param seat whose network it is
     * @param name of the variable, unique among those of the seat, for example {@code policy/0/weights}
     * @param weights all networks' values, those of the variable from {@code from} to before {@code to}
     * @param gradients of the loss in the latest update, clipped as for the step, in the same places
     */
    void variable(int seat, String name, float[] weights, float[] gradients, int from, int to);

    /**
     * Takes all variables that a gradient is of.
     *
     * @param network before the names of the variables; empty, or ending in a slash
     * @param gradients as the latest update left them
     */
    default void network(int seat, String network, Gradients gradients) {
        float[] weights = gradients.parameters().toArray();
        float[] slopes = gradients.toArray();
        for (ParameterLayout.Entry entry : gradients.parameters().layout().entries()) {
            variable(seat, network + entry.name(), weights, slopes, entry.offset(), entry.offset() + entry.size());
        }
    }
}
