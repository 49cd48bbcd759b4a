package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FrameRateTest {

    private static final long PULSE = 1_000_000_000L / 60;

    @Test
    void aLimitedRateShowsAboutEverySecondPulseAndNeverFewerFramesThanAsked() {
        assertThat(framesOfTenSeconds(FrameRate.limited(32))).isBetween(318, 322);
    }

    @Test
    void anUnlimitedRateShowsEveryPulse() {
        assertThat(framesOfTenSeconds(FrameRate.unlimited())).isEqualTo(600);
    }

    @Test
    void aPauseIsNotMadeUpForByFramesInARow() {
        FrameRate rate = FrameRate.limited(32);
        rate.isDue(0);
        long late = 5_000_000_000L;
        int due = 0;
        for (int pulse = 0; pulse < 10; pulse++) {
            due += rate.isDue(late + pulse * PULSE) ? 1 : 0;
        }
        assertThat(due).isBetween(5, 7);
    }

    private static int framesOfTenSeconds(FrameRate rate) {
        int frames = 0;
        for (int pulse = 0; pulse < 600; pulse++) {
            frames += rate.isDue(1_000_000L + pulse * PULSE) ? 1 : 0;
        }
        return frames;
    }
}
