package io.particlearena.nn;

import static io.particlearena.nn.FiniteDifferences.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.math.RandomStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private static final int ROWS = 8;

    private final Mlp network = new Mlp("net", 6, List.of(32), Activation.RELU, 1);
    private final Parameters parameters = new Parameters(network.layout());
    private final Plan plan = new Plan();
    private final Tensor input = plan.input(ROWS, 6);

    private Tensor loss() {
        parameters.set(uniform(parameters.size(), -0.5, 0.5, 1));
        return plan.mean(network.apply(plan, parameters, input));
    }

    private static long backwardSteps(Plan plan) {
        return plan.stepLabels().stream()
                .filter(label -> label.startsWith("gradient of dense"))
                .count();
    }

    @Test
    void frozenNetworkCostsNoWeightGradients() {
        plan.gradient(loss(), input);
        // Two products towards the inputs, and one rectifier's mask between them.
        assertThat(backwardSteps(plan)).isEqualTo(3);

        Plan full = new Plan();
        Tensor x = full.input(ROWS, 6);
        full.gradients(full.mean(network.apply(full, parameters, x)), parameters);
        // Two weight gradients, two bias gradients, one mask, and one product: none towards the data.
        assertThat(backwardSteps(full)).isEqualTo(6);
    }

    @Test
    void gradientOfSomeColumnsIsComputedForTheseOnly() {
        Tensor loss = loss();
        Tensor some = plan.gradient(loss, plan.columns(input, 2, 4));
        Tensor all = plan.gradient(loss, input);
        input.set(uniform(ROWS * 6, -1, 1, 2));
        plan.run();
        assertThat(some.columns()).isEqualTo(2);
        float[] whole = all.toArray();
        float[] part = some.toArray();
        for (int row = 0; row < ROWS; row++) {
            assertThat(part[row * 2]).isCloseTo(whole[row * 6 + 2], Offset.offset(1e-7f));
            assertThat(part[row * 2 + 1]).isCloseTo(whole[row * 6 + 3], Offset.offset(1e-7f));
        }
    }

    @Test
    void gradientThroughAConcatenationNeedsOnlyTheColumnsOfThePart() {
        Tensor action = plan.tanh(plan.input(ROWS, 2));
        Tensor joint = plan.concat(plan.columns(input, 0, 2), action, plan.columns(input, 4, 6));
        parameters.set(uniform(parameters.size(), -0.5, 0.5, 1));
        Tensor gradient = plan.gradient(plan.mean(network.apply(plan, parameters, joint)), action);
        assertThat(gradient.columns()).isEqualTo(2);
        assertThat(plan.stepLabels()).noneMatch(label -> label.contains("gradient of concatenation"));
    }

    @Test
    void everyStepHasANameThatAPersonCanRead() {
        Tensor pair =
                plan.concat(plan.columns(input, 0, 2), plan.rows(plan.repeat(plan.input(1, 2), ROWS + 1), 1, ROWS + 1));
        Tensor limited = plan.clip(plan.scale(plan.addScalar(pair, 1), 2), new Scalar(-1), new Scalar(1));
        Tensor sample = plan.gumbelSoftmax(limited, plan.exponentialNoise(ROWS, 4, RandomStream.ofSeed(1)), 2, 2);
        Tensor value =
                network.apply(plan, parameters, plan.concat(sample, plan.stopGradient(plan.columns(input, 4, 6))));
        Tensor loss = plan.mean(plan.add(plan.sumColumns(plan.logSoftmax(pair)), plan.square(value)));
        Tensor crossEntropy = plan.softmaxCrossEntropy(RowNormalisation.of(plan, limited, 0), plan.softmax(pair));
        Gradients gradients = plan.gradients(plan.add(loss, plan.mean(crossEntropy)), parameters);
        plan.gradient(loss, input);
        plan.clipEachTensor(gradients, new Scalar(1));
        plan.clipByGlobalNorm(gradients, new Scalar(1));
        plan.step(Adam.tensorFlow(parameters), gradients, new Scalar(1));
        plan.moveTowards(new Parameters(network.layout()), parameters, new Scalar(1));
        assertThat(plan.stepLabels())
                .contains("scale and shift 8 x 4", "gradient of softmax 8 x 4", "clipping of each tensor")
                .allMatch(label -> label.matches("[A-Za-z][A-Za-z -]+( \\([a-z]+\\))?( \\d+ x \\d+)?"));
    }

    @Test
    void stopGradientStopsIt() {
        Tensor value = plan.mean(plan.stopGradient(plan.square(input)));
        assertThatThrownBy(() -> plan.gradient(value, input)).hasMessage("The loss does not depend on this tensor");
        assertThatThrownBy(() -> plan.gradients(value, parameters))
                .hasMessage("The loss does not depend on these parameters");
    }

    @Test
    void tensorReadSeveralTimesReceivesTheSumOfAllGradients() {
        Tensor x = plan.columns(input, 0, 6);
        Tensor sum = plan.add(plan.multiply(x, x), plan.add(plan.scale(x, 3), x));
        Tensor gradient = plan.gradient(plan.sum(sum), input);
        float[] values = uniform(ROWS * 6, -1, 1, 3);
        input.set(values);
        plan.run();
        float[] derived = gradient.toArray();
        for (int i = 0; i < values.length; i++) {
            assertThat(derived[i]).isCloseTo(2 * values[i] + 4, Offset.offset(1e-5f));
        }
    }

    @Test
    void whatFollowsAStepSeesTheNewWeights() {
        Tensor before = loss();
        Gradients gradients = plan.gradients(before, parameters);
        plan.step(Adam.tensorFlow(parameters), gradients, new Scalar(0.01));
        Tensor after = plan.mean(network.apply(plan, parameters, input));
        input.set(uniform(ROWS * 6, -1, 1, 2));
        plan.run();
        assertThat(after.value()).isLessThan(before.value());
    }

    @Test
    void scalarsChangeWhileThePlanStays() {
        Scalar factor = new Scalar(2);
        Scalar shift = new Scalar(1);
        Scalar low = new Scalar(-100);
        Scalar high = new Scalar(100);
        Scalar learningRate = new Scalar(0);
        Tensor result = plan.clip(plan.addScalar(plan.scale(input, factor), shift), low, high);
        plan.step(Adam.tensorFlow(parameters), plan.gradients(loss(), parameters), learningRate);
        float[] theta = parameters.toArray();
        input.set(uniform(ROWS * 6, 0.9, 1, 2));
        plan.run();
        assertThat(result.toArray()).usingComparatorWithPrecision(0.1f).containsOnly(2.9f);
        assertThat(parameters.toArray()).isEqualTo(theta);
        int steps = plan.stepLabels().size();
        factor.set(-1);
        shift.set(0);
        low.set(-0.5);
        learningRate.set(0.1);
        plan.run();
        assertThat(result.toArray()).containsOnly(-0.5f);
        assertThat(parameters.toArray()).isNotEqualTo(theta);
        assertThat(plan.stepLabels()).hasSize(steps);
    }

    @Test
    void sealedPlanTakesNothingMore() {
        loss();
        plan.run();
        assertThatThrownBy(() -> plan.square(input)).hasMessage("Nothing can be added to a plan that has run");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> plan.add(input, plan.input(2, 6)))
                .hasMessage("Tensors of 8 x 6 and 2 x 6 differ in shape");
        assertThatThrownBy(() -> plan.columns(input, 4, 7)).hasMessage("A tensor of 6 columns has no columns 4 to 7");
        assertThatThrownBy(() -> plan.square(new Plan().input(1, 1)))
                .hasMessage("A tensor of another plan cannot be used");
        assertThatThrownBy(() -> plan.gradients(input, parameters))
                .hasMessage("A gradient is that of a 1 x 1 loss, not of one of 8 x 6");
        assertThatThrownBy(() -> plan.softmax(input, 2, 3))
                .hasMessage("Heads of [2, 3] columns do not fill a tensor of 6 columns");
        assertThatThrownBy(() -> plan.parameter(parameters, "none")).hasMessageContaining("no parameter 'none'");
        assertThatThrownBy(() -> input.set(new float[3])).hasMessageContaining("8 x 6 needs 48 numbers");
    }

    /** Twenty updates of two networks by everything that an update contains; returns all weights. */
    private static List<float[]> train(long seed) {
        EngineBenchmark.Update update = EngineBenchmark.maddpgUpdate(seed);
        for (int i = 0; i < 20; i++) {
            update.plan().run();
        }
        return update.parameters().stream().map(Parameters::toArray).toList();
    }

    private static void assertSame(List<float[]> actual, List<float[]> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void repeatedRunsAndRunsOnTwoThreadsGiveTheSameBits() throws Exception {
        List<float[]> first = train(1);
        List<float[]> second = train(2);
        assertSame(train(1), first);
        assertThat(first.get(0)).isNotEqualTo(second.get(0));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<List<float[]>>> tasks = List.of(() -> train(1), () -> train(2));
            List<Future<List<float[]>>> results = threads.invokeAll(tasks);
            assertSame(results.get(0).get(), first);
            assertSame(results.get(1).get(), second);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noiseFollowsItsStream() {
        Tensor noise = plan.exponentialNoise(50, 20, RandomStream.ofSeed(3));
        plan.run();
        float[] first = noise.toArray();
        plan.run();
        assertThat(noise.toArray()).isNotEqualTo(first);
        double mean = 0;
        for (float value : first) {
            assertThat(value).isPositive();
            mean += value / first.length;
        }
        assertThat(mean).isBetween(0.9, 1.1);
    }
}
