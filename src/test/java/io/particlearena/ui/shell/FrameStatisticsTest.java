package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FrameStatisticsTest {

    @Test
    void frameFiguresCountFramesAndTheirCost() {
        FrameStatistics statistics = new FrameStatistics();
        statistics.setCounting(true);
        for (int i = 0; i <= 60; i++) {
            statistics.pulse(i * 20_000_000L);
        }
        FrameStatistics.Figures figures = statistics.figures();
        assertThat(figures.frames()).isEqualTo(60);
        assertThat(figures.framesPerSecond()).isEqualTo(50);
        assertThat(figures.longestPauseMillis()).isEqualTo(20);
        assertThat(figures.meanMillis()).isPositive();
        assertThat(figures.percentile95Millis()).isGreaterThanOrEqualTo(figures.medianMillis());
    }
}
