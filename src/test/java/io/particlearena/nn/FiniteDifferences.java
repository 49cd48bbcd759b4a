package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.math.RandomStream;
import java.util.function.Function;

/** Compares the gradient that a plan derives with central differences of the plan's own loss. */
final class FiniteDifferences {

    private static final float STEP = 1e-2f;

    private FiniteDifferences() {}

    /** Random numbers in [low, high). */
    static float[] uniform(int size, double low, double high, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }

    /**
     * Checks the gradient of {@code sum(weights * expression(x))} for every number of x, first with x in memory of its
     * own, then with x as some columns of a wider input.
     */
    static void check(float[] x, int rows, int columns, double tolerance, Expression expression) {
        for (int padding : new int[] {0, 3}) {
            int width = columns + 2 * padding;
            Plan plan = new Plan();
            Tensor input = plan.input(rows, width);
            Tensor part = plan.columns(input, padding, padding + columns);
            Tensor result = expression.of(plan, part);
            Tensor weights = plan.input(result.rows(), result.columns());
            Tensor loss = plan.sum(plan.multiply(result, weights));
            Tensor gradient = plan.gradient(loss, part);
            weights.set(uniform(result.rows() * result.columns(), -1, 1, 99));
            float[] padded = pad(x, rows, columns, padding);
            input.set(padded);
            plan.run();
            float[] derived = gradient.toArray();
            for (int i = 0; i < x.length; i++) {
                int place = i / columns * width + padding + i % columns;
                double expected = slope(padded, place, values -> {
                    input.set(values);
                    plan.run();
                    return loss.value();
                });
                assertThat((double) derived[i])
                        .as("place %d, padding %d", i, padding)
                        .isCloseTo(
                                expected,
                                org.assertj.core.data.Offset.offset(tolerance * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /** The central difference of a function at one place of its argument. */
    static double slope(float[] values, int place, Function<float[], Float> function) {
        float[] changed = values.clone();
        changed[place] = values[place] + STEP;
        double above = function.apply(changed);
        double up = changed[place];
        changed[place] = values[place] - STEP;
        double below = function.apply(changed);
        return (above - below) / (up - changed[place]);
    }

    private static float[] pad(float[] x, int rows, int columns, int padding) {
        int width = columns + 2 * padding;
        float[] padded = uniform(rows * width, -1, 1, 7);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * columns, padded, row * width + padding, columns);
        }
        return padded;
    }

    /** What to differentiate. */
    @FunctionalInterface
    interface Expression {
        Tensor of(Plan plan, Tensor x);
    }
}
