package io.particlearena.experiment;

import java.util.List;

/** Shows an episode that was recorded; after its last step it begins again. */
final class RecordingPlayer implements EpisodePlayer {

    private final List<EpisodeFrame> frames;
    private long episode;
    private int step;

    RecordingPlayer(Episode episode) {
        this.frames = episode.frames();
        this.step = frames.size() - 1;
    }

    @Override
    public EpisodeFrame next() {
        if (step == frames.size() - 1) {
            return restart();
        }
        step++;
        return frames.get(step).ofEpisode(episode);
    }

    @Override
    public EpisodeFrame restart() {
        episode++;
        step = 0;
        return frames.get(0).ofEpisode(episode);
    }
}
