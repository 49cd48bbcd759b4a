package io.particlearena.nn;

/** The gradient of a loss with respect to some parameters, as a flat vector in the order of their layout. */
public final class Gradients {

    private final Plan plan;
    private final Parameters parameters;
    private final Matrix vector;

    Gradients(Plan plan, Parameters parameters) {
        this.plan = plan;
        this.parameters = parameters;
        this.vector = Matrix.allocate(1, parameters.size());
    }

    /** What the gradient is with respect to. */
    public Parameters parameters() {
        return parameters;
    }

    /** A copy of the values of the latest run, clipped where the plan clips them. */
    public float[] toArray() {
        plan.seal();
        float[] values = new float[vector.size()];
        vector.get(values);
        return values;
    }

    Plan plan() {
        return plan;
    }

    Matrix vector() {
        return vector;
    }

    /** The part that belongs to one parameter, as a tensor. */
    Tensor tensor(String name) {
        ParameterLayout.Entry entry = parameters.layout().entry(name);
        Tensor tensor = plan.temporary(entry.rows(), entry.columns());
        tensor.bind(vector.reshaped(entry.offset(), entry.rows(), entry.columns()));
        return tensor;
    }
}
