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
        Tensor value = input;
        for (int layer = 0; layer <= hidden.size(); layer++) {
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
