package io.particlearena.nn;

/**
 * The function of an LSTM's input, forget and output gates.
 *
 * <p>Keras for TensorFlow 1 computed {@link #HARD_SIGMOID} on a CPU and {@link #SIGMOID} on a GPU, so published results rest
 * on either.
 */
public enum GateActivation {
    SIGMOID,
    /** {@code 0.2 x + 0.5}, limited to [0, 1]. */
    HARD_SIGMOID;

    /** Replaces some numbers by their activation. */
    void apply(float[] values, int start, int end) {
        if (this == SIGMOID) {
            FastMath.gate(values, start, end);
        } else {
            FastMath.hardGate(values, start, end);
        }
    }

    /** Multiplies gradients by the derivative, given the activations, which begin at {@code start}. */
    void slope(float[] activations, int start, float[] gradient) {
        if (this == SIGMOID) {
            for (int i = 0; i < gradient.length; i++) {
                float value = activations[start + i];
                gradient[i] *= value * (1f - value);
            }
        } else {
            for (int i = 0; i < gradient.length; i++) {
                float value = activations[start + i];
                gradient[i] *= value > 0f && value < 1f ? 0.2f : 0f;
            }
        }
    }
}
