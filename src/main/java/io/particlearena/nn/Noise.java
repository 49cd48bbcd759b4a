package io.particlearena.nn;

import io.particlearena.math.RandomStream;
import java.util.List;
import java.util.Locale;

/** Fresh random numbers at every run, drawn row by row in double precision and rounded to float. */
record Noise(Distribution distribution, RandomStream random, Tensor output) implements Operation {

    /** What the numbers are drawn from. */
    enum Distribution {
        EXPONENTIAL,
        NORMAL
    }

    /** An exponential zero, which has a probability of about 1e-19, would make the weight of a logit infinite. */
    private static final float SMALLEST = 1e-30f;

    @Override
    public String name() {
        return distribution.name().toLowerCase(Locale.ROOT) + " noise";
    }

    @Override
    public List<Tensor> inputs() {
        return List.of();
    }

    @Override
    public Step bind() {
        int size = output.rows() * output.columns();
        return switch (distribution) {
            case EXPONENTIAL ->
                ArrayStep.of(
                        (operands, result) -> {
                            for (int i = 0; i < size; i++) {
                                result[i] = Math.max((float) random.nextExponential(), SMALLEST);
                            }
                        },
                        false,
                        output.matrix());
            case NORMAL ->
                ArrayStep.of(
                        (operands, result) -> {
                            for (int i = 0; i < size; i++) {
                                result[i] = (float) random.nextGaussian();
                            }
                        },
                        false,
                        output.matrix());
        };
    }

    @Override
    public void backward(Adjoint adjoint) {
        throw new IllegalStateException("Noise has no inputs");
    }
}
