package io.particlearena.nn;

import static io.particlearena.nn.FiniteDifferences.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RowOperationsTest {

    private final Plan plan = new Plan();

    @Test
    void gatheredRowsFollowTheirNumbersFromRunToRun() {
        Tensor source = plan.input(3, 2);
        int[] rows = {2, 0};
        Tensor chosen = RowOperations.gather(plan, source, rows);
        source.set(new float[] {1, 2, 3, 4, 5, 6});
        plan.run();
        assertThat(chosen.toArray()).containsExactly(5, 6, 1, 2);
        rows[1] = 1;
        plan.run();
        assertThat(chosen.toArray()).containsExactly(5, 6, 3, 4);
        rows[0] = 3;
        assertThatThrownBy(plan::run).hasMessage("There is no row 3 of 3");
    }

    @Test
    void rowsAreReplacedWhereAsked() {
        Tensor rows = plan.input(3, 2);
        Tensor where = plan.input(3, 1);
        Tensor row = plan.input(1, 2);
        Tensor result = RowOperations.replace(plan, rows, where, row);
        rows.set(new float[] {1, 2, 3, 4, 5, 6});
        where.set(new float[] {1, 0, 1});
        row.set(new float[] {8, 9});
        plan.run();
        assertThat(result.toArray()).containsExactly(8, 9, 3, 4, 8, 9);
        assertThatThrownBy(() -> RowOperations.replace(plan, rows, row, row)).hasMessageContaining("To replace rows");
    }

    @Test
    void exchangedOrdersComeBack() {
        Tensor rows = plan.input(12, 1);
        Tensor exchanged = RowOperations.exchange(plan, rows, 3, 2);
        Tensor back = RowOperations.exchange(plan, exchanged, 2, 3);
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        rows.set(values);
        plan.run();
        // Two rows belong to each pair of numbers: (0, 0), (1, 0), (2, 0), (0, 1) and so on.
        assertThat(exchanged.toArray()).containsExactly(0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11);
        assertThat(back.toArray()).isEqualTo(values);
        assertThatThrownBy(() -> RowOperations.exchange(plan, rows, 5, 2))
                .hasMessage("12 rows cannot be ordered by numbers up to 5 and 2");
    }

    @Test
    void inputsInCommonGiveTheSameOutputAsIfRepeated() {
        Mlp network = new Mlp("net", 5, List.of(16, 8), Activation.RELU, 3);
        Parameters parameters = new Parameters(network.layout());
        parameters.set(uniform(parameters.size(), -0.5, 0.5, 1));
        Tensor input = plan.input(6, 3);
        Tensor common = plan.input(2, 2);
        Tensor repeated = RowOperations.gather(plan, common, new int[] {0, 1, 0, 1, 0, 1});
        Tensor output = network.apply(plan, parameters, input, common);
        Tensor expected = network.apply(plan, parameters, plan.concat(input, repeated));
        Gradients gradients = plan.gradients(plan.sum(plan.square(output)), parameters);
        Gradients expectedGradients = plan.gradients(plan.sum(plan.square(expected)), parameters);
        Tensor slope = plan.gradient(plan.sum(plan.square(output)), common);
        Tensor expectedSlope = plan.gradient(plan.sum(plan.square(expected)), common);
        input.set(uniform(18, -1, 1, 2));
        common.set(uniform(4, -1, 1, 3));
        plan.run();
        Offset<Float> rounding = Offset.offset(2e-6f);
        assertThat(output.toArray()).containsExactly(expected.toArray(), rounding);
        assertThat(gradients.toArray()).containsExactly(expectedGradients.toArray(), rounding);
        assertThat(slope.toArray()).containsExactly(expectedSlope.toArray(), rounding);
    }
}
