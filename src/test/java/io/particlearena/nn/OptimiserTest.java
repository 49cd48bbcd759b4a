package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class OptimiserTest {

    private static final ParameterLayout PAIR =
            ParameterLayout.builder().add("pair", 1, 2, Initialiser.zeros()).build();

    private static void assertClose(float[] actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], Offset.offset(1e-6));
        }
    }

    @Test
    void adamWithClippingMatchesHandComputedNumbers() {
        Adam adam = new Adam(2, Adam.Form.TENSORFLOW, 0.9, 0.999, 1e-8);
        float[] theta = {1, -2};
        double[][] expected = {{.9900000105, -2.0099999921}, {.9812893797, -2.0126633606}, {.9808055104, -2.0184581644}
        };
        float[][] gradients = {{3, 4}, {.1f, -.2f}, {-.3f, .4f}};
        for (int i = 0; i < 3; i++) {
            Clipping.eachTensor(gradients[i], PAIR, 0.5);
            adam.step(theta, gradients[i], 0.01);
            assertClose(theta, expected[i]);
        }
    }

    @Test
    void theTwoFormsOfAdamDifferInEpsilonOnly() {
        double epsilon = 0.1;
        double gradient = 0.5;
        double mean = 0.1 * gradient / (1 - 0.9);
        double root = Math.sqrt(0.001 * gradient * gradient);
        double correction = Math.sqrt(1 - 0.999);
        float[] tensorFlow = {0};
        new Adam(1, Adam.Form.TENSORFLOW, 0.9, 0.999, epsilon).step(tensorFlow, new float[] {0.5f}, 1);
        assertClose(tensorFlow, -mean * correction / (root + epsilon));
        float[] pyTorch = {0};
        new Adam(1, Adam.Form.PYTORCH, 0.9, 0.999, epsilon).step(pyTorch, new float[] {0.5f}, 1);
        assertClose(pyTorch, -mean / (root / correction + epsilon));
    }

    @Test
    void eachTensorIsClippedByItsOwnNorm() {
        ParameterLayout layout = ParameterLayout.builder()
                .add("long", 2, 1, Initialiser.zeros())
                .add("short", 1, 2, Initialiser.zeros())
                .build();
        float[] gradient = {3, 4, 0.1f, 0.2f};
        Clipping.eachTensor(gradient, layout, 0.5);
        assertClose(gradient, 0.3, 0.4, 0.1, 0.2);
    }

    @Test
    void globalNormIsThatOfAllTensors() {
        float[] gradient = {3, 4, 12};
        assertThat(Clipping.byGlobalNorm(gradient, 3, 6.5)).isEqualTo(13);
        assertClose(gradient, 1.5, 2, 6);
    }

    @Test
    void clippingInAPlanChangesTheGradients() {
        Parameters parameters = new Parameters(PAIR);
        Plan plan = new Plan();
        Tensor factors = plan.input(1, 2);
        Tensor loss = plan.sum(plan.multiply(plan.parameter(parameters, "pair"), factors));
        Gradients each = plan.gradients(loss, parameters);
        Gradients global = plan.gradients(loss, parameters);
        plan.clipEachTensor(each, new Scalar(1));
        plan.clipByGlobalNorm(global, new Scalar(2));
        factors.set(new float[] {3, 4});
        plan.run();
        assertClose(each.toArray(), 0.6, 0.8);
        assertClose(global.toArray(), 1.2, 1.6);
    }

    @Test
    void polyakAveragingMovesByTheFraction() {
        Parameters target = new Parameters(PAIR);
        Parameters online = new Parameters(PAIR);
        target.set(new float[] {2, 0});
        online.set(new float[] {5, 1});
        target.moveTowards(online, 1e-4);
        assertClose(target.toArray(), 2.0003, 1e-4);
        Plan plan = new Plan();
        plan.moveTowards(target, online, new Scalar(1));
        plan.run();
        assertClose(target.toArray(), 5, 1);
        assertThatThrownBy(() ->
                        target.copyFrom(new Parameters(new Mlp("net", 1, List.of(), Activation.RELU, 1).layout())))
                .hasMessage("The two networks differ in their shapes");
    }

    @Test
    void restoredOptimisersContinueWithTheSameBits() {
        List<Optimiser> originals =
                List.of(new Adam(2, Adam.Form.TENSORFLOW, 0.9, 0.999, 1e-8), new RmsProp(2, 0.99, 0.1));
        List<Optimiser> copies =
                List.of(new Adam(2, Adam.Form.TENSORFLOW, 0.9, 0.999, 1e-8), new RmsProp(2, 0.99, 0.1));
        for (int k = 0; k < 2; k++) {
            float[] theta = {1, 2};
            originals.get(k).step(theta, new float[] {0.3f, -0.4f}, 0.1);
            copies.get(k).load(MemoryState.of(originals.get(k)).reader());
            float[] same = theta.clone();
            originals.get(k).step(theta, new float[] {0.1f, 0.2f}, 0.1);
            copies.get(k).step(same, new float[] {0.1f, 0.2f}, 0.1);
            assertThat(same).isEqualTo(theta);
        }
    }

    @Test
    void stateOfAnotherSizeIsRefused() {
        MemoryState state = MemoryState.of(new RmsProp(3, 0.99, 0.1));
        assertThatThrownBy(() -> new RmsProp(2, 0.99, 0.1).load(state.reader())).isInstanceOf(StoreException.class);
        MemoryState adam = MemoryState.of(new Adam(3, Adam.Form.TENSORFLOW, 0.9, 0.999, 1e-8));
        assertThatThrownBy(() -> new Adam(2, Adam.Form.TENSORFLOW, 0.9, 0.999, 1e-8).load(adam.reader()))
                .isInstanceOf(StoreException.class);
    }
}
