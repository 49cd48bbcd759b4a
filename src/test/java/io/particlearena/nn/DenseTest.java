package io.particlearena.nn;

import static io.particlearena.nn.DoubleMlp.slope;
import static io.particlearena.nn.DoubleMlp.widen;
import static io.particlearena.nn.FiniteDifferences.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DenseTest {

    /** Widths on both sides of where the product changes from OpenBLAS to oneDNN; one row; memory inside of a wider input. */
    @ParameterizedTest
    @CsvSource({
        "RELU, 7, 5, 32, 0",
        "RELU, 7, 5, 32, 2",
        "RELU, 7, 5, 3, 2",
        "RELU, 1, 5, 32, 0",
        "TANH, 7, 5, 32, 0",
        "TANH, 7, 5, 3, 1",
        "SIGMOID, 7, 5, 32, 0",
        "LINEAR, 7, 5, 32, 3",
        "LINEAR, 1, 5, 1, 0",
        "RELU, 130, 40, 64, 0",
        "TANH, 130, 40, 64, 5"
    })
    void lossAndGradientsMatchDoublePrecision(Activation activation, int rows, int inputs, int units, int padding) {
        Mlp network = new Mlp("net", inputs, List.of(units, units), activation, 3);
        DoubleMlp reference = new DoubleMlp(network);
        Parameters parameters = new Parameters(network.layout());
        float[] theta = uniform(parameters.size(), -0.4, 0.4, 11);
        Plan plan = new Plan();
        Tensor wide = plan.input(rows, inputs + padding);
        Tensor x = plan.columns(wide, padding, padding + inputs);
        Tensor loss = plan.mean(plan.square(network.apply(plan, parameters, x)));
        Gradients dTheta = plan.gradients(loss, parameters);
        Tensor dX = plan.gradient(loss, x);
        parameters.set(theta);
        wide.set(uniform(rows * (inputs + padding), -1, 1, 12));
        plan.run();

        double[] exactTheta = widen(theta);
        double[] exactX = widen(x.toArray());
        double value = reference.meanSquare(exactTheta, exactX);
        assertThat((double) loss.value()).isCloseTo(value, Offset.offset(1e-5 * value));
        float[] derivedTheta = dTheta.toArray();
        for (int place = 0; place < theta.length; place += 1 + theta.length / 200) {
            double expected = slope(exactTheta, place, changed -> reference.meanSquare(changed, exactX));
            assertThat((double) derivedTheta[place]).as("parameter %d", place).isCloseTo(expected, Offset.offset(2e-5));
        }
        float[] derivedX = dX.toArray();
        for (int place = 0; place < derivedX.length; place += 1 + derivedX.length / 100) {
            double expected = slope(exactX, place, changed -> reference.meanSquare(exactTheta, changed));
            assertThat((double) derivedX[place]).as("input %d", place).isCloseTo(expected, Offset.offset(2e-5));
        }
    }
}
