package io.particlearena.nn;

import io.particlearena.math.RandomStream;
import java.util.List;

/** Fresh standard exponential numbers at every run. */
record ExponentialNoise(RandomStream random, Tensor output) implements Operation {

    /** A zero, which has a probability of about 1e-19, would make the weight of a logit infinite. */
    private static final float SMALLEST = 1e-30f;

    @Override
    public List<Tensor> inputs() {
        return List.of();
    }

    @Override
    public Step bind() {
        return ArrayStep.of(
                (operands, result) -> {
                    for (int i = 0; i < output.rows() * output.columns(); i++) {
                        result[i] = Math.max((float) random.nextExponential(), SMALLEST);
                    }
                },
                false,
                output.matrix());
    }

    @Override
    public void backward(Adjoint adjoint) {
        throw new IllegalStateException("Noise has no inputs");
    }
}
