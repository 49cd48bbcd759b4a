package io.particlearena.experiment;

import io.particlearena.env.EpisodeRecording;
import java.util.Optional;

/**
 * Plays episodes, one frame at a time, for a view. Belongs to one thread; has an environment and random streams of its own,
 * so that watching changes nothing in a run.
 */
public interface EpisodePlayer {

    /** Goes one step on, or begins the next episode if the present one is over, and gives the new picture. */
    EpisodeFrame next();

    /** Begins a new episode. */
    EpisodeFrame restart();

    /**
     * Lets a person move an agent from the next step on.
     *
     * @param seat the agent's; negative to hand it back
     */
    default void takeOver(int seat, Steering steering) {}

    /** The present episode so far, to be kept; empty where it cannot be. */
    default Optional<EpisodeRecording> recording() {
        return Optional.empty();
    }
}
