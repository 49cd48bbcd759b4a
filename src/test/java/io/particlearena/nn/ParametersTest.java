package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.math.RandomStream;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StoreException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ParametersTest {

    @ParameterizedTest
    @CsvSource({"13, 5, 5381", "37, 1, 6657", "18, 1, 5441", "19, 5, 5765", "72, 5, 9157", "96, 5, 10693"})
    void networksHaveAsManyParametersAsThePublishedOnes(int inputs, int outputs, int count) {
        assertThat(new Mlp("net", inputs, List.of(64, 64), Activation.RELU, outputs)
                        .layout()
                        .size())
                .isEqualTo(count);
    }

    @Test
    void denseLayersStartGlorotUniformWithBiasesOfZero() {
        Mlp network = new Mlp("net", 200, List.of(100), Activation.RELU, 3);
        Parameters parameters = new Parameters(network.layout());
        parameters.initialise(RandomStream.ofSeed(1));
        float[] theta = parameters.toArray();
        float limit = (float) Math.sqrt(6.0 / 300);
        float largest = 0;
        for (int i = 0; i < 20_000; i++) {
            largest = Math.max(largest, Math.abs(theta[i]));
        }
        assertThat(largest).isBetween(limit * 0.999f, limit);
        for (int i = 20_000; i < 20_100; i++) {
            assertThat(theta[i]).isZero();
        }
    }

    @Test
    void recurrentWeightsStartOrthonormalAndForgetGatesOpen() {
        int units = 8;
        Lstm layer = new Lstm("lstm", 3, units, GateActivation.SIGMOID);
        Parameters parameters = new Parameters(layer.layout());
        parameters.initialise(RandomStream.ofSeed(2));
        float[] theta = parameters.toArray();
        int start = layer.layout().entry("lstm/recurrent").offset();
        for (int a = 0; a < units; a++) {
            for (int b = 0; b < units; b++) {
                double dot = 0;
                for (int k = 0; k < 4 * units; k++) {
                    dot += theta[start + a * 4 * units + k] * theta[start + b * 4 * units + k];
                }
                assertThat(dot).isCloseTo(a == b ? 1 : 0, Offset.offset(1e-6));
            }
        }
        int bias = layer.layout().entry("lstm/bias").offset();
        for (int k = 0; k < 4 * units; k++) {
            assertThat(theta[bias + k]).isEqualTo(k >= units && k < 2 * units ? 1 : 0);
        }
    }

    @Test
    void stateGoesThroughTheStore() {
        Mlp network = new Mlp("net", 4, List.of(3), Activation.TANH, 2);
        Parameters original = new Parameters(network.layout());
        original.initialise(RandomStream.ofSeed(3));
        Parameters copy = new Parameters(network.layout());
        copy.load(MemoryState.of(original).reader());
        assertThat(copy.toArray()).isEqualTo(original.toArray());
        Parameters other = new Parameters(new Mlp("net", 5, List.of(3), Activation.TANH, 2).layout());
        assertThatThrownBy(() -> other.load(MemoryState.of(original).reader())).isInstanceOf(StoreException.class);
    }

    @Test
    void twoParametersOfOneNameAreRefused() {
        ParameterLayout.Builder builder = ParameterLayout.builder().add("a", 1, 1, Initialiser.zeros());
        assertThatThrownBy(() -> builder.add("a", 2, 2, Initialiser.zeros()))
                .hasMessage("There are two parameters 'a'");
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void actingAgreesWithThePlan(Activation activation) {
        Mlp network = new Mlp("net", 9, List.of(33, 7), activation, 5);
        Parameters parameters = new Parameters(network.layout());
        parameters.initialise(RandomStream.ofSeed(4));
        Plan plan = new Plan();
        Tensor input = plan.input(1, 9);
        Tensor output = network.apply(plan, parameters, input);
        float[] values = FiniteDifferences.uniform(9, -2, 2, 5);
        input.set(values);
        plan.run();
        MlpActor actor = network.actor(parameters.toArray());
        float[] acted = new float[5];
        MlpActor.Scratch scratch = actor.newScratch();
        actor.apply(values, scratch, acted);
        assertThat(acted).containsExactly(output.toArray(), Offset.offset(1e-6f));
        parameters.set(new float[parameters.size()]);
        float[] again = new float[5];
        actor.apply(values, scratch, again);
        assertThat(again).as("a snapshot keeps its weights").isEqualTo(acted);
    }
}
