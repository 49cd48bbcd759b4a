package io.particlearena.ui.episodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PlayheadTest {

    private static final long FRAME = 20_000_000L;

    private final Playhead playhead = new Playhead();
    private long now;

    PlayheadTest() {
        playhead.setSteps(25);
        playhead.pulse(now);
    }

    private void run(double seconds) {
        for (int i = 0; i < Math.round(seconds * 1e9 / FRAME); i++) {
            now += FRAME;
            playhead.pulse(now);
        }
    }

    private double time() {
        return playhead.timeProperty().get();
    }

    @Test
    void speedsGoFromAnEighthToSixtyFourTimesTenStepsASecond() {
        run(1);
        assertThat(time()).isCloseTo(10, within(1e-6));
        playhead.seek(0);
        playhead.changeSpeed(-99);
        run(1);
        assertThat(time()).isCloseTo(10.0 / 8, within(1e-6));
        playhead.setSteps(1000);
        playhead.seek(0);
        playhead.changeSpeed(99);
        run(1);
        assertThat(time()).isCloseTo(640, within(1e-6));
    }

    @Test
    void aRangeIsLoopedAndItsEndIsSeen() {
        playhead.setRange(12, 8);
        playhead.seek(8);
        run(0.5);
        assertThat(time()).isEqualTo(12);
        run(0.6);
        assertThat(time()).isBetween(8.0, 10.0);
    }

    @Test
    void withoutLoopTimeStopsAtTheEndAndBeginsAnewWhenPlayedAgain() {
        playhead.loopingProperty().set(false);
        run(3);
        assertThat(time()).isEqualTo(25);
        assertThat(playhead.playingProperty().get()).isFalse();
        playhead.playOrHold();
        assertThat(time()).isZero();
    }

    @Test
    void stepsHoldAndGoToWholeSteps() {
        run(0.25);
        playhead.step(1);
        assertThat(time()).isEqualTo(3);
        playhead.seek(2.5);
        playhead.step(-1);
        assertThat(time()).isEqualTo(2);
        assertThat(playhead.playingProperty().get()).isFalse();
    }

    @Test
    void theToldStepIsTheStepOfTheTimeOnceItRests() {
        playhead.changeSpeed(2);
        run(0.22);
        assertThat(playhead.toldStepProperty().get()).isLessThanOrEqualTo(playhead.step());
        playhead.playOrHold();
        run(0.02);
        assertThat(time()).isCloseTo(8.8, within(1e-6));
        assertThat(playhead.toldStepProperty().get()).isEqualTo(9);
        playhead.seek(3);
        assertThat(playhead.toldStepProperty().get()).isEqualTo(3);
    }

    @Test
    void aShorterEpisodeKeepsTimeAndRangeWithinIt() {
        playhead.setRange(10, 20);
        playhead.seek(18);
        playhead.setSteps(15);
        assertThat(time()).isEqualTo(15);
        assertThat(playhead.fromProperty().get()).isEqualTo(10);
        assertThat(playhead.toProperty().get()).isEqualTo(15);
    }
}
