package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LemolBenchmarkTest {

    @Test
    void extrapolatesAndSaysWhereTheTimeGoes() throws IOException {
        LemolBenchmark.Figure figure =
                LemolBenchmark.run(TinyLemol.CATALOGUE, TinyLemol.draft(), new LemolBenchmark.Workload(8, 10, 3));
        double cycles = 10 * (3 * figure.trajectory().wall() + 2 * figure.pass().wall());
        assertThat(figure.experiment().wall()).isPositive().isCloseTo(cycles, within(1e-6 * cycles));
        assertThat(figure.pass().processor()).isPositive();
        assertThat(figure.ofTrajectory())
                .containsOnlyKeys(
                        "exploration",
                        "updates of MADDPG",
                        "updates of LeMOL's policy and critic",
                        "acting",
                        "opponent model in play: predicting and following",
                        "environment",
                        "replay buffer, experience, the rest")
                .allSatisfy((part, share) -> assertThat(share).isNotNegative());
        assertThat(figure.ofPass()).containsKeys("LSTM in reverse 216 x 4", "step of the optimiser");
        assertThat(figure.ofPass().values().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(LemolBenchmark.Figure.tables(Map.of("tiny", figure)))
                .contains(
                        "| `tiny`, by the clock | ",
                        "| the same, processor time | ",
                        "| part of a trajectory of `tiny` | share |",
                        "| environment | ",
                        "| part of a pass of `tiny` | share |");
    }
}
