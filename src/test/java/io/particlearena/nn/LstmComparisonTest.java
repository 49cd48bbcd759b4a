package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.nn.LstmComparison.Result;
import io.particlearena.nn.LstmComparison.Round;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LstmComparisonTest {

    @Test
    void withoutAPythonThereIsNoResult() {
        assertThat(LstmComparison.run(List.of("no-such-python"), Path.of("no-such-script.py"), 1, 1))
                .isEmpty();
    }

    @Test
    void tableGivesMediansAndTheMedianOfTheRoundsRatios() {
        Result result = new Result(
                "torch 1.13",
                List.of(new Round(5, 10, 4, 9, 2, 40), new Round(4, 6, 4, 5, 3, 45), new Round(10, 11, 4, 8, 4, 44)));

        assertThat(result.table())
                .contains("3 rounds")
                .contains("40 inputs, 64 units | 5.00 ms | 10.00 ms | 1.50x |")
                .contains("| the same, time on the processor | 4.00 ms | 8.00 ms | 2.00x |")
                .contains("| acting, one step of an LSTM 40-64 | 3.00 us | 44.0 us | 15.0x |");
    }
}
