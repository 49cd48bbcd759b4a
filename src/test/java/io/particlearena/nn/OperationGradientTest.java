package io.particlearena.nn;

import static io.particlearena.nn.FiniteDifferences.check;
import static io.particlearena.nn.FiniteDifferences.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OperationGradientTest {

    private static final double TOLERANCE = 2e-3;

    /** Numbers that keep away from the kinks at -0.5, 0 and 0.5. */
    private static float[] smooth(int size) {
        float[] values = uniform(size, 0.06, 0.44, 3);
        for (int i = 0; i < size; i++) {
            values[i] += (i % 4 - 2) * 0.5f;
        }
        return values;
    }

    private static Tensor constant(Plan plan, float[] values) {
        Parameters parameters = new Parameters(ParameterLayout.builder()
                .add("constant", 3, 8, Initialiser.zeros())
                .build());
        parameters.set(values);
        return plan.parameter(parameters, "constant");
    }

    @ParameterizedTest
    @EnumSource(Elementwise.Function.class)
    void functionsOfOneNumber(Elementwise.Function function) {
        boolean positive = function == Elementwise.Function.LOG || function == Elementwise.Function.SQRT;
        float[] x = positive ? uniform(12, 0.5, 2, 5) : smooth(12);
        check(x, 3, 4, TOLERANCE, (plan, t) -> switch (function) {
            case RELU -> plan.relu(t);
            case TANH -> plan.tanh(t);
            case SIGMOID -> plan.sigmoid(t);
            case EXP -> plan.exp(t);
            case LOG -> plan.log(t);
            case SQRT -> plan.sqrt(t);
            case SQUARE -> plan.square(t);
            case SOFTPLUS -> plan.softplus(t);
        });
    }

    @ParameterizedTest
    @EnumSource(Elementwise.Combination.class)
    void functionsOfTwoNumbers(Elementwise.Combination combination) {
        // The two operands are the left and the right half of one tensor, so both gradients are checked at once.
        check(uniform(24, 1, 2, 6), 3, 8, TOLERANCE, (plan, t) -> {
            Tensor a = plan.columns(t, 0, 4);
            Tensor b = plan.addScalar(plan.columns(t, 4, 8), 0.017);
            return switch (combination) {
                case ADD -> plan.add(a, b);
                case SUBTRACT -> plan.subtract(a, b);
                case MULTIPLY -> plan.multiply(a, b);
                case DIVIDE -> plan.divide(a, b);
                case MINIMUM -> plan.minimum(plan.scale(a, 3), b);
                case MAXIMUM -> plan.maximum(a, plan.scale(b, 3));
            };
        });
    }

    @Test
    void affineFunctionsAndClipping() {
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> plan.addScalar(plan.scale(plan.negate(t), 2.5), -1));
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> plan.clip(t, new Scalar(-0.5), new Scalar(0.5)));
    }

    @Test
    void sumsAndMeans() {
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> plan.square(plan.sum(t)));
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> plan.square(plan.mean(t)));
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> plan.square(plan.sumColumns(t)));
    }

    @Test
    void softmaxOfOneAndOfSeveralHeads() {
        check(smooth(24), 3, 8, TOLERANCE, (plan, t) -> plan.softmax(t));
        check(smooth(24), 3, 8, TOLERANCE, (plan, t) -> plan.softmax(t, 5, 3));
        check(smooth(24), 3, 8, TOLERANCE, (plan, t) -> plan.logSoftmax(t));
    }

    @Test
    void gumbelSoftmax() {
        check(smooth(24), 3, 8, TOLERANCE, (plan, t) -> {
            Tensor noise = constant(plan, uniform(24, 0.1, 3, 21));
            return plan.gumbelSoftmax(t, noise, 6, 2);
        });
    }

    @Test
    void softmaxCrossEntropy() {
        check(smooth(24), 3, 8, TOLERANCE, (plan, t) -> {
            Tensor labels = plan.softmax(constant(plan, uniform(24, -1, 1, 22)));
            return plan.softmaxCrossEntropy(t, labels);
        });
        check(smooth(24), 3, 8, TOLERANCE, (plan, t) -> {
            Tensor labels = plan.softmax(constant(plan, uniform(24, -1, 1, 22)), 5, 3);
            return plan.softmaxCrossEntropy(t, labels, 5, 3);
        });
    }

    @Test
    void softmaxCrossEntropyMatchesHandComputedNumbers() {
        Plan plan = new Plan();
        Tensor logits = plan.input(2, 3);
        Tensor labels = plan.input(2, 3);
        Tensor rows = plan.softmaxCrossEntropy(logits, labels);
        Tensor mean = plan.mean(rows);
        Tensor gradient = plan.gradient(mean, logits);
        logits.set(new float[] {1, 2, .5f, .2f, .1f, -.3f});
        labels.set(new float[] {.7f, .2f, .1f, 0, 1, 0});
        plan.run();
        assertNumbers(rows, 1.3143687841, 1.0208276556);
        assertNumbers(mean, 1.1675982198);
        assertNumbers(gradient, -.2343880512, .2142658596, .0201221916, .1990946705, -.3198516924, .1207570219);
    }

    private static void assertNumbers(Tensor tensor, double... expected) {
        float[] values = tensor.toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) values[i]).as("place %d", i).isCloseTo(expected[i], within(1e-6));
        }
        assertThat(values).hasSize(expected.length);
    }

    @Test
    void biasOfSeveralRows() {
        check(smooth(12), 3, 4, TOLERANCE, (plan, bias) -> {
            Tensor input = plan.input(6, 2);
            Tensor weights = plan.tanh(plan.exp(plan.input(2, 4)));
            return plan.dense(input, weights, bias, Activation.LINEAR);
        });
        check(smooth(12), 3, 4, TOLERANCE, (plan, bias) -> {
            Tensor input = plan.exp(plan.input(9, 2));
            return plan.dense(input, plan.input(2, 4), bias, Activation.TANH);
        });
    }

    @Test
    void chosenRows() {
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> RowOperations.gather(plan, t, new int[] {2, 0, 0, 2, 2}));
        check(
                smooth(12),
                3,
                4,
                TOLERANCE,
                (plan, t) -> RowOperations.replace(plan, t, pattern(plan), plan.square(plan.rows(t, 0, 1))));
    }

    /** 0, 1, 1. */
    private static Tensor pattern(Plan plan) {
        Parameters parameters = new Parameters(ParameterLayout.builder()
                .add("where", 3, 1, Initialiser.zeros())
                .build());
        parameters.set(new float[] {0, 1, 1});
        return plan.parameter(parameters, "where");
    }

    @Test
    void exchangedOrders() {
        check(smooth(24), 12, 2, TOLERANCE, (plan, t) -> RowOperations.exchange(plan, t, 3, 2));
    }

    @Test
    void concatenationsAndColumns() {
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> {
            Tensor squares = plan.square(t);
            return plan.concat(plan.columns(t, 1, 3), squares, plan.columns(squares, 2, 4), t, squares);
        });
    }

    @Test
    void concatenationInsideOfAConcatenation() {
        check(smooth(12), 3, 4, TOLERANCE, (plan, t) -> {
            Tensor inner = plan.concat(plan.square(t), plan.tanh(t));
            return plan.square(plan.concat(plan.sigmoid(t), inner));
        });
    }

    @Test
    void rowsOfNormOne() {
        check(smooth(24), 6, 4, TOLERANCE, (plan, t) -> RowNormalisation.of(plan, t, 0));
        check(smooth(24), 6, 4, TOLERANCE, (plan, t) -> RowNormalisation.of(plan, t, 1.2));
        check(smooth(24), 6, 4, TOLERANCE, (plan, t) -> RowNormalisation.of(plan, t, 10));
    }

    @Test
    void rowOfZerosStaysAndTakesNoGradient() {
        Plan plan = new Plan();
        Tensor x = plan.input(2, 3);
        Tensor unit = RowNormalisation.of(plan, x, 0);
        Tensor gradient = plan.gradient(plan.sum(unit), x);
        x.set(new float[] {0, 0, 0, 0, 1e-30f, 0});
        plan.run();

        assertThat(unit.toArray()).containsExactly(0, 0, 0, 0, 1, 0);
        assertThat(gradient.toArray()).startsWith(0, 0, 0);
    }
}
