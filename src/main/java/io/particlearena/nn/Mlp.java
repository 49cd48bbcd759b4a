package io.particlearena.nn;

import java.util.List;

/**
 * A multi-layer perceptron: hidden layers with one activation and a linear output. Weights start Glorot uniform, biases 0.
 *
 * @param name the prefix of its parameters' names
 * @param inputs the number of inputs
 * @param hidden the widths of the hidden layers
 * @param activation of the hidden layers
 * @param outputs the number of outputs
 */
public record Mlp(String name, int inputs, List<Integer> hidden, Activation activation, int outputs) {

    public Mlp {
        hidden = List.copyOf(hidden);
    }

    /** The parameters {@code name/0/weights}, {@code name/0/bias}, {@code name/1/weights} and so on. */
    public ParameterLayout layout() {
        ParameterLayout.Builder builder = ParameterLayout.builder();
        for (int layer = 0; layer <= hidden.size(); layer++) {
            builder.add(weights(layer), fanIn(layer), fanOut(layer), Initialiser.glorotUniform());
            builder.add(bias(layer), 1, fanOut(layer), Initialiser.zeros());
        }
        return builder.build();
    }

    /** The network's output for a batch. */
    public Tensor apply(Plan plan, Parameters parameters, Tensor input) {
        return after(plan, parameters, plan.dense(input, parameters, weights(0), bias(0), activation(0)));
    }

    /**
     * The network's output for a batch in which several rows have their last inputs in common, whose part in the first layer
     * is computed only once for all of them.
     *
     * @param input the first inputs, one row for each row of the batch
     * @param common the other inputs; row i of the batch has those of row i mod the rows given here
     */
    public Tensor apply(Plan plan, Parameters parameters, Tensor input, Tensor common) {
        Tensor all = plan.parameter(parameters, weights(0));
        Tensor offsets = plan.dense(
                common,
                plan.rows(all, input.columns(), all.rows()),
                plan.parameter(parameters, bias(0)),
                Activation.LINEAR);
        return after(plan, parameters, plan.dense(input, plan.rows(all, 0, input.columns()), offsets, activation(0)));
    }

    private Tensor after(Plan plan, Parameters parameters, Tensor first) {
        Tensor value = first;
        for (int layer = 1; layer <= hidden.size(); layer++) {
            value = plan.dense(value, parameters, weights(layer), bias(layer), activation(layer));
        }
        return value;
    }

    /** An immutable snapshot of this network; the parameters are those of {@link #layout}, and are copied. */
    public MlpActor actor(float[] parameters) {
        return new MlpActor(this, parameters);
    }

    int layers() {
        return hidden.size() + 1;
    }

    int fanIn(int layer) {
        return layer == 0 ? inputs : hidden.get(layer - 1);
    }

    int fanOut(int layer) {
        return layer == hidden.size() ? outputs : hidden.get(layer);
    }

    Activation activation(int layer) {
        return layer == hidden.size() ? Activation.LINEAR : activation;
    }

    private String weights(int layer) {
        return name + "/" + layer + "/weights";
    }

    private String bias(int layer) {
        return name + "/" + layer + "/bias";
    }
}
