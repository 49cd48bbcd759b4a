package io.particlearena.ui.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.experiment.EpisodePlayer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class EpisodePlaybackTest {

    @Test
    void playsByItself() throws InterruptedException {
        try (EpisodePlayback playback = new EpisodePlayback(CountingPlayer::new)) {
            playback.setSpeed(6);
            assertThat(frameWithStep(playback, 3).episode()).isEqualTo(1);
        }
    }

    @Test
    void heldEpisodesMoveByOneStepOnly() throws InterruptedException {
        try (EpisodePlayback playback = new EpisodePlayback(CountingPlayer::new)) {
            playback.setPaused(true);
            EpisodeFrame first = next(playback);
            assertThat(first.step()).isLessThanOrEqualTo(1);
            playback.step();
            assertThat(next(playback).step()).isEqualTo(first.step() + 1);
            assertThat(playback.takeLatest()).isNull();
        }
    }

    @Test
    void restartBeginsANewEpisode() throws InterruptedException {
        try (EpisodePlayback playback = new EpisodePlayback(CountingPlayer::new)) {
            playback.setPaused(true);
            next(playback);
            playback.restart();
            EpisodeFrame frame = next(playback);
            assertThat(frame.step()).isZero();
            assertThat(frame.episode()).isEqualTo(2);
        }
    }

    @Test
    void aPlayerThatFailsIsReported() throws InterruptedException {
        try (EpisodePlayback playback = new EpisodePlayback(() -> {
            throw new IllegalStateException("no policies");
        })) {
            Throwable failure = playback.takeFailure();
            while (failure == null) {
                Thread.sleep(5);
                failure = playback.takeFailure();
            }
            assertThat(failure).hasMessage("no policies");
        }
    }

    private static EpisodeFrame next(EpisodePlayback playback) throws InterruptedException {
        return frameWithStep(playback, 0);
    }

    private static EpisodeFrame frameWithStep(EpisodePlayback playback, int step) throws InterruptedException {
        while (true) {
            @Nullable EpisodeFrame frame = playback.takeLatest();
            if (frame != null && frame.step() >= step) {
                return frame;
            }
            Thread.sleep(2);
        }
    }

    /** Episodes of a thousand steps in which nothing happens. */
    private static class CountingPlayer implements EpisodePlayer {

        private static final Scene EMPTY = new Scene(List.of(), List.of(), List.of(), 0, 0, 1);

        private long episode;
        private int step;

        @Override
        public EpisodeFrame next() {
            step++;
            return frame();
        }

        @Override
        public EpisodeFrame restart() {
            episode++;
            step = 0;
            return frame();
        }

        private EpisodeFrame frame() {
            return new EpisodeFrame(
                    episode, step, EMPTY, List.of(), List.of(), List.of(), List.of(), List.of(), step >= 1000);
        }
    }
}
