package io.particlearena.nn;

/** The function after a dense layer. */
public enum Activation {
    LINEAR,
    RELU,
    TANH,
    SIGMOID;

    /** The activation of one number, as acting computes it. */
    float apply(float x) {
        return switch (this) {
            case LINEAR -> x;
            case RELU -> Math.max(x, 0f);
            case TANH -> FastMath.tanh(x);
            case SIGMOID -> FastMath.sigmoid(x);
        };
    }
}
