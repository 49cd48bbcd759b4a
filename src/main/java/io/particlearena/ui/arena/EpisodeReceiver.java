package io.particlearena.ui.arena;

import io.particlearena.env.EpisodeRecording;

/** Takes episodes that were played live; called on the thread that plays, but for {@link #learns}. */
public interface EpisodeReceiver {

    /** Keeps an episode that the user wants to see again. */
    void keep(EpisodeRecording episode);

    /** Whether there is somebody who can learn from episodes in which a person plays. */
    boolean learns();

    /** Lets them learn from an episode in which a person played to its end. */
    void learnFrom(EpisodeRecording episode);
}
