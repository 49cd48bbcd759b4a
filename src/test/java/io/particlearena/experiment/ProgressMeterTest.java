package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressMeterTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long QUARTER = SECOND / 4;

    private long nanos = 5 * SECOND;
    private long episodes;
    private long updates;

    /** Lets the clock run in quarters of a second and measures at each. */
    private Progress go(ProgressMeter meter, double seconds, int episodesPerTick, int updatesPerTick, Stage stage) {
        Progress last = null;
        for (int tick = 0; tick < Math.round(seconds * 4); tick++) {
            nanos += QUARTER;
            episodes += episodesPerTick;
            updates += updatesPerTick;
            last = meter.measure(
                    RunState.RUNNING,
                    new ProgressMeter.Counts(episodes, episodes * 25, updates, List.of(), stage),
                    nanos);
        }
        if (last == null) {
            throw new IllegalArgumentException("At least a quarter of a second");
        }
        return last;
    }

    @Test
    void timeLeftIsUnknownWhileExperienceIsGathered() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        assertThat(go(meter, 60, 10, 0, Stage.SINGLE).secondsLeft()).isNaN();
    }

    @Test
    void timeLeftIsKnownSoonAfterLearningBeganAndCountsOnLearningAlone() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        go(meter, 10, 100, 0, Stage.SINGLE);
        Progress soon = go(meter, 3, 5, 7, Stage.SINGLE);
        assertThat(soon.secondsLeft()).isCloseTo((10_000 - episodes) / 20.0, within(1e-6));
        assertThat(soon.stepsPerSecond()).isPositive();
    }

    @Test
    void speedIsThatOfTheLastSeconds() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        go(meter, 30, 5, 7, Stage.SINGLE);
        Progress later = go(meter, 25, 10, 7, Stage.SINGLE);
        assertThat(later.secondsLeft()).isCloseTo((10_000 - episodes) / 40.0, within(1e-6));
        assertThat(later.stepsPerSecond()).isCloseTo(1000, within(1e-6));
    }

    @Test
    void speedOfLearningIsKeptWhileTheNextTrajectoryGathersExperience() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        Stage first = new Stage(1, 1, 1, 2, 0, "", "", 0, 0, List.of());
        Stage second = new Stage(1, 1, 2, 2, 0, "", "", 0, 0, List.of());
        go(meter, 10, 100, 0, first);
        go(meter, 10, 5, 7, first);
        assertThat(go(meter, 5, 100, 0, second).secondsLeft()).isCloseTo((10_000 - episodes) / 20.0, within(1e-6));
        assertThat(go(meter, 5, 10, 7, second).secondsLeft()).isCloseTo((10_000 - episodes) / 40.0, within(1e-6));
    }

    @Test
    void timeLeftIsUnknownDuringAStudyAndNotLostByIt() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        Stage play = new Stage(1, 2, 1, 1, 0, "", "", 0, 0, List.of());
        Stage study = new Stage(1, 2, 1, 1, 0, "", "bad", 1, 9, List.of());
        Stage again = new Stage(2, 2, 1, 1, 0, "", "", 0, 0, List.of());
        go(meter, 10, 5, 7, play);
        assertThat(go(meter, 10, 0, 0, study).secondsLeft()).isNaN();
        assertThat(go(meter, 1, 100, 0, again).secondsLeft()).isCloseTo((10_000 - episodes) / 20.0, within(1e-6));
    }

    @Test
    void chunksOfAStudyAreNoEnvironmentSteps() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        Stage play = new Stage(1, 2, 1, 1, 0, "", "", 0, 0, List.of());
        Stage study = new Stage(1, 2, 1, 1, 0, "", "bad", 1, 9, List.of());
        go(meter, 10, 5, 7, play);
        // The steps of the axis, which go on with every chunk.
        assertThat(go(meter, 10, 3, 0, study).stepsPerSecond()).isZero();
        assertThat(go(meter, 0.25, 5, 7, play).stepsPerSecond())
                .as("nothing is left of the study's time")
                .isZero();
        assertThat(go(meter, 2, 5, 7, play).stepsPerSecond()).isCloseTo(500, within(1e-6));
    }

    @Test
    void playingWithoutLearningNeedsNoUpdates() {
        ProgressMeter meter = new ProgressMeter(1000, false);
        assertThat(go(meter, 3, 5, 0, Stage.SINGLE).secondsLeft()).isCloseTo((1000 - episodes) / 20.0, within(1e-6));
    }

    @Test
    void aPauseIsNotMeasured() {
        ProgressMeter meter = new ProgressMeter(10_000, true);
        go(meter, 10, 5, 7, Stage.SINGLE);
        meter.restart();
        nanos += 3600 * SECOND;
        assertThat(go(meter, 5, 5, 7, Stage.SINGLE).secondsLeft()).isCloseTo((10_000 - episodes) / 20.0, within(1e-6));
    }
}
