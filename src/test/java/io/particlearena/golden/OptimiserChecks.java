package io.particlearena.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Clipping;
import io.particlearena.nn.Initialiser;
import io.particlearena.nn.Optimiser;
import io.particlearena.nn.ParameterLayout;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.RmsProp;
import io.particlearena.store.MemoryState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        double learningRate = golden.parameter("lr").doubleValue();
        List<double[]> steps = new ArrayList<>();
        gradients.forEach(gradient -> steps.add(step(adam, gradient, learningRate)));
        golden.checkFloat32("steps", join(steps));
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
        double learningRate = golden.parameter("lr").doubleValue();
        List<double[]> steps = new ArrayList<>();
        List<double[]> squares = new ArrayList<>();
        for (JsonNode gradient : gradients) {
            steps.add(step(rmsProp, gradient, learningRate));
            squares.add(Numbers.doubles(MemoryState.of(rmsProp).reader().getFloats("square")));
        }
        golden.checkFloat32("sonnet_steps", join(steps));
        golden.checkFloat32("ms", join(squares));
    }

    static void clipByGlobalNorm(GoldenCase golden) {
        float[] gradient = Numbers.floats(golden.inputNumbers("grads"));
        double norm = Clipping.byGlobalNorm(
                gradient, gradient.length, golden.parameter("clip").doubleValue());
        golden.checkFloat32("global_norm", norm);
        golden.checkFloat32("clipped", Numbers.doubles(gradient));
    }

    /** What is subtracted from the parameters. */
    private static double[] step(Optimiser optimiser, JsonNode gradient, double learningRate) {
        float[] values = new float[optimiser.size()];
        optimiser.step(values, Numbers.floats(GoldenCase.numbers(gradient)), learningRate);
        double[] step = new double[values.length];
        Arrays.setAll(step, i -> -values[i]);
        return step;
    }

    private static double[] join(List<double[]> rows) {
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static Parameters parameters(int size) {
        return new Parameters(ParameterLayout.builder()
                .add("values", 1, size, Initialiser.zeros())
                .build());
    }
}
