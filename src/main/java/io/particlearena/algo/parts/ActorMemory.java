package io.particlearena.algo.parts;

import io.particlearena.env.Signal;
import io.particlearena.store.Stateful;
import java.util.List;

/** What an {@link Actor} keeps between the steps of one environment: recurrent state, scratch space and its latest signals. */
public interface ActorMemory extends Stateful {

    /** Forgets what must not pass from one episode to the next. */
    void beginEpisode();

    /**
     * The probabilities with which the latest choice took each class, head by head. Allocates nothing.
     *
     * @param probabilities receives as many numbers as the action has
     * @return false where the action has other heads than categorical ones or the actor cannot tell
     */
    default boolean readActionProbabilities(double[] probabilities) {
        return false;
    }

    /** What the actor has to tell about its latest choice, as copies; empty where it has nothing to tell. */
    default List<Signal> signals() {
        return List.of();
    }
}
