package io.particlearena.experiment;

import io.particlearena.env.Signal;
import io.particlearena.results.Histogram;
import java.nio.file.Path;
import java.util.List;

/**
 * Is told what happens in a run, on the training thread. Everything handed over is immutable; a listener must return
 * quickly and cannot change the run's outcome.
 */
public interface RunListener {

    /** The run's folder exists and training is about to begin or to go on. */
    default void started(ExperimentSpec spec, Path folder) {}

    /**
     * A metric has a new value.
     *
     * @param tag as in the metric dictionary, agent's prefix included
     * @param step environment steps made so far
     * @param value the value
     */
    default void metric(String tag, long step, double value) {}

    /**
     * There is a new histogram.
     *
     * @param tag as in the metric dictionary, agent's prefix included
     * @param step environment steps made so far
     * @param names of what is counted by its number; empty for a histogram of numbers
     */
    default void histogram(String tag, long step, Histogram histogram, List<String> names) {}

    /**
     * What the agents of the first environment told about the last step of an episode. Called at the end of episodes, at
     * most twenty times a second.
     *
     * @param step environment steps made so far
     * @param stage where the run is
     * @param signals by seat
     */
    default void signals(long step, Stage stage, List<List<Signal>> signals) {}

    /** A live option has changed; in a run that goes on from a checkpoint also once for each change before it. */
    default void changed(OptionChange change) {}

    /** Called a few times a second and at every change of state. */
    default void progress(Progress progress) {}

    /**
     * Something happened that the user should know, though the run goes on.
     *
     * @param message one sentence
     */
    default void notice(String message) {}

    /** The run is over; the state says how. Called once, last. */
    default void ended(Progress progress) {}

    /**
     * The run failed; its data up to the failure is kept. Called before {@link #ended}.
     *
     * @param message one sentence for the user
     * @param cause what happened; an {@link io.particlearena.options.OptionException} if what was asked for cannot be done
     *     and nothing was written
     */
    default void failed(String message, Throwable cause) {}
}
