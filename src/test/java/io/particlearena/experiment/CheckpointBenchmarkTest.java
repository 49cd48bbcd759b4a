package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class CheckpointBenchmarkTest {

    @Test
    void measuresOnceTheBufferIsFull() throws IOException {
        CheckpointBenchmark.Figure figure = CheckpointBenchmark.run(1100, 10, 3);
        assertThat(figure.capacity()).isEqualTo(1100);
        assertThat(figure.medianMillis()).isPositive().isLessThanOrEqualTo(figure.largestMillis());
        assertThat(figure.share()).isBetween(0.0, 1.0);
        assertThat(figure.trainingSeconds()).isPositive();
        assertThat(figure.restoreSeconds()).isPositive();
    }
}
