package io.particlearena.golden;

import io.particlearena.algo.parts.DiagonalGaussian;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.Arrays;

/** Golden numbers of normal distributions. */
final class GaussianChecks {

    private GaussianChecks() {}

    static void divergence(GoldenCase golden) {
        double[] expected = GoldenCase.numbers(golden.body().path("expected").path("kl"));
        int dimensions = golden.inputNumbers("m0").length / expected.length;
        Plan plan = new Plan();
        DiagonalGaussian from = inputs(plan, golden, "0", dimensions);
        DiagonalGaussian to = inputs(plan, golden, "1", dimensions);
        Tensor divergence = from.divergence(plan, to);
        fill(from, golden, "0");
        fill(to, golden, "1");
        plan.run();
        golden.checkFloat32("kl", Numbers.doubles(divergence.toArray()));
    }

    private static DiagonalGaussian inputs(Plan plan, GoldenCase golden, String which, int dimensions) {
        int rows = golden.inputNumbers("m" + which).length / dimensions;
        return new DiagonalGaussian(plan.input(rows, dimensions), plan.input(rows, dimensions));
    }

    private static void fill(DiagonalGaussian gaussian, GoldenCase golden, String which) {
        gaussian.mean().set(Numbers.floats(golden.inputNumbers("m" + which)));
        double[] deviations = golden.inputNumbers("s" + which);
        gaussian.logDeviation()
                .set(Numbers.floats(Arrays.stream(deviations).map(Math::log).toArray()));
    }
}
