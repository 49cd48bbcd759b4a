package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.maddpg.PyTorchComparison.Result;
import io.particlearena.algo.maddpg.PyTorchComparison.Round;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PyTorchComparisonTest {

    @Test
    void withoutAPythonThereIsNoResult() {
        assertThat(PyTorchComparison.run(List.of("no-such-python"), Path.of("no-such-script.py"), 1, 1))
                .isEmpty();
    }

    @Test
    void tableGivesMediansAndTheMedianOfTheRoundsRatios() {
        Result result = new Result(
                "torch 1.13",
                List.of(
                        new Round(5, 10, 4, 9, 6, 2, 40),
                        new Round(4, 6, 4, 5, 6, 3, 45),
                        new Round(10, 11, 4, 8, 10, 4, 44)));

        assertThat(result.table())
                .contains("3 rounds")
                .contains("| MADDPG update of one agent, batch 1024 | 5.00 ms | 10.00 ms | 1.50x |")
                .contains("| the same, time on the processor | 4.00 ms | 8.00 ms | 2.00x |")
                .contains("per update | 3.00 ms | - | 1.67x of one thread |")
                .contains("one observation | 3.00 us | 44.0 us | 15.0x |");
    }
}
