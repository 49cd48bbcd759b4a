package io.particlearena.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Clipping;
import io.particlearena.nn.Initialiser;
import io.particlearena.nn.Optimiser;
import io.particlearena.nn.ParameterLayout;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.RmsProp;
import io.particlearena.store.MemoryState;

/** Golden numbers of optimisers and of clipping, which work on flat vectors in single precision. */
final class OptimiserChecks {

    private OptimiserChecks() {}

    static void adam(GoldenCase golden) {
        JsonNode gradients = golden.input("grads");
        Adam adam = new Adam(
                parameters(GoldenCase.numbers(gradients.get(0)).length),
                Adam.Form.TENSORFLOW,
                golden.parameter("beta1").doubleValue(),
                golden.parameter("beta2").doubleValue(),
                golden.parameter("epsilon").doubleValue());
        golden.checkFloat32(
                "steps", steps(adam, gradients, golden.parameter("lr").doubleValue()));
        golden.checkFloat32("m", Numbers.doubles(MemoryState.of(adam).reader().getFloats("mean")));
        golden.checkFloat32("v", Numbers.doubles(MemoryState.of(adam).reader().getFloats("square")));
    }

    static void rmsProp(GoldenCase golden) {
        JsonNode gradients = golden.input("grads");
        float[] initial = Numbers.floats(golden.inputNumbers("ms0"));
        RmsProp rmsProp = new RmsProp(
                parameters(initial.length),
                golden.parameter("decay").doubleValue(),
                golden.parameter("epsilon").doubleValue());
        MemoryState state = new MemoryState();
        state.putFloats("square", initial);
        rmsProp.load(state.reader());
        golden.checkFloat32(
                "sonnet_steps", steps(rmsProp, gradients, golden.parameter("lr").doubleValue()));
        double[] last =
                GoldenCase.numbers(golden.body().path("expected").path("ms").get(gradients.size() - 1));
        assertThat(Numbers.doubles(MemoryState.of(rmsProp).reader().getFloats("square")))
                .containsExactly(last, within(1e-6));
    }

    static void clipByGlobalNorm(GoldenCase golden) {
        float[] gradient = Numbers.floats(golden.inputNumbers("grads"));
        double norm = Clipping.byGlobalNorm(
                gradient, gradient.length, golden.parameter("clip").doubleValue());
        golden.checkFloat32("global_norm", norm);
        golden.checkFloat32("clipped", Numbers.doubles(gradient));
    }

    /** What is subtracted from the parameters, step by step. */
    private static double[] steps(Optimiser optimiser, JsonNode gradients, double learningRate) {
        double[] steps = new double[gradients.size() * optimiser.size()];
        for (int step = 0; step < gradients.size(); step++) {
            float[] values = new float[optimiser.size()];
            optimiser.step(values, Numbers.floats(GoldenCase.numbers(gradients.get(step))), learningRate);
            for (int i = 0; i < values.length; i++) {
                steps[step * values.length + i] = -values[i];
            }
        }
        return steps;
    }

    private static Parameters parameters(int size) {
        return new Parameters(ParameterLayout.builder()
                .add("values", 1, size, Initialiser.zeros())
                .build());
    }
}
