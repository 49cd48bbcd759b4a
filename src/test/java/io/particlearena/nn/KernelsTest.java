package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.math.RandomStream;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels of cards, tried on the CPU, give what the CPU's own give. */
final class KernelsTest {

    private static final Offset<Float> ROUNDING = Offset.offset(1e-4f);

    @AfterEach
    void useTheProcessorsKernels() {
        NativeBackend.tryPortableKernels(false);
    }

    private static float[] numbers(int count) {
        RandomStream random = RandomStream.ofSeed(count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /** Some columns inside a wider matrix of fixed numbers. */
    private static Matrix view(Kernels kernels, int rows, int columns, int left, int right) {
        Matrix whole = Matrix.allocate(kernels, rows, left + columns + right);
        whole.put(numbers(whole.size()));
        return whole.columns(left, left + columns);
    }

    private static float[] content(Matrix matrix) {
        float[] content = new float[matrix.size()];
        matrix.get(content);
        return content;
    }

    /** Three products and the sums, one after the other into views; all of the numbers afterwards. */
    private static float[][] products(
            Kernels kernels, int rows, int inner, int columns, int margin, boolean accumulate) {
        Scratch scratch = new Scratch();
        Matrix a = view(kernels, rows, inner, margin, 1);
        Matrix b = view(kernels, inner, columns, 0, margin);
        Matrix result = view(kernels, rows, columns, margin, margin);
        kernels.multiply(a, b, result, accumulate).run(scratch);
        Matrix back = view(kernels, rows, inner, 0, margin);
        kernels.multiplyTransposedB(result, b, back, accumulate).run(scratch);
        Matrix weights = view(kernels, inner, columns, margin, 0);
        kernels.multiplyTransposedA(a, result, weights, accumulate).run(scratch);
        Matrix ones = Matrix.allocate(kernels, rows, 1);
        ones.fill(1f);
        Matrix sums = view(kernels, 1, columns, margin, 0);
        kernels.sumRows(result, ones, sums, accumulate).run(scratch);
        return new float[][] {content(result), content(back), content(weights), content(sums)};
    }

    @ParameterizedTest
    @CsvSource({
        "8,6,4,0,false",
        "8,6,4,3,false",
        "8,6,4,3,true",
        "8,6,4,0,true",
        "1,16,64,0,true",
        "32,16,1,2,true",
        "32,1,5,0,false",
        "128,82,64,0,false"
    })
    void productsAgreeInEveryLayout(int rows, int inner, int columns, int margin, boolean accumulate) {
        NativeBackend.load();
        float[][] expected = products(new ProcessorKernels(), rows, inner, columns, margin, accumulate);
        float[][] actual = products(new PortableKernels(), rows, inner, columns, margin, accumulate);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("result %d", i)
                    .usingComparatorWithPrecision(1e-2f)
                    .containsExactly(expected[i]);
        }
    }

    @Test
    void masksAgree() {
        NativeBackend.load();
        float[][] masks = new float[2][];
        List<Kernels> both = List.of(new ProcessorKernels(), new PortableKernels());
        for (int i = 0; i < 2; i++) {
            Matrix source = view(both.get(i), 7, 9, 0, 0);
            Matrix mask = Matrix.allocate(both.get(i), 7, 9);
            both.get(i).positiveMask(source.array(false), mask.array(false)).run(new Scratch());
            masks[i] = content(mask);
        }
        assertThat(masks[1]).contains(0f).contains(1f).isEqualTo(masks[0]);
    }

    /** All that is learned in some updates of MADDPG's networks. */
    private static float[] trained() {
        EngineBenchmark.Update update = EngineBenchmark.maddpgUpdate(3);
        for (int i = 0; i < 5; i++) {
            update.plan().run();
        }
        return update.parameters().get(0).toArray();
    }

    @Test
    void wholeUpdatesAgree() {
        float[] expected = trained();
        NativeBackend.tryPortableKernels(true);
        float[] actual = trained();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], Offset.offset(5e-3f));
        }
    }

    @Test
    void anUpdateThroughTimeAgrees() {
        float expected = lstmLoss();
        NativeBackend.tryPortableKernels(true);
        assertThat(lstmLoss()).isCloseTo(expected, ROUNDING);
    }

    private static float lstmLoss() {
        RandomStream random = RandomStream.ofSeed(4);
        Lstm layer = new Lstm("lstm", 6, 8, GateActivation.SIGMOID);
        Parameters parameters = new Parameters(layer.layout());
        parameters.initialise(random);
        Plan plan = new Plan();
        Tensor sequence = plan.input(5 * 3, 6);
        Tensor state = plan.input(3, 8);
        Lstm.States states = layer.apply(plan, parameters, sequence, state, state);
        Tensor loss = plan.mean(plan.square(states.hidden()));
        Gradients gradients = plan.gradients(loss, parameters);
        plan.step(Adam.tensorFlow(parameters), gradients, new Scalar(0.01));
        sequence.set(numbers(5 * 3 * 6));
        for (int i = 0; i < 10; i++) {
            plan.run();
        }
        return loss.value();
    }
}
