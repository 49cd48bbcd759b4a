package io.particlearena.experiment;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Signal;
import io.particlearena.results.Histogram;
import java.util.List;
import java.util.function.Supplier;

/** Receives the metrics of a run, and now and then what its agents tell, on the training thread. */
@FunctionalInterface
interface MetricLog {

    /**
     * Takes one point.
     *
     * @param tag as in the metric dictionary, agent's prefix included
     * @param step environment steps made so far
     * @param value the value
     */
    void put(String tag, long step, double value);

    /**
     * Takes a histogram.
     *
     * @param tag as in the metric dictionary, agent's prefix included
     * @param step environment steps made so far
     * @param names of what is counted by its number; empty for a histogram of numbers
     */
    default void histogram(String tag, long step, Histogram histogram, List<String> names) {}

    /**
     * States whose points come from now on.
     *
     * @param opponent the policy whose turn it is; empty where no policies take turns
     */
    default void seat(String opponent) {}

    /**
     * Offers what the agents of the first environment told about the last step of an episode, to be asked for at once or
     * not at all.
     *
     * @param step environment steps made so far
     * @param stage where the run is
     * @param signals by seat
     */
    default void signals(long step, Supplier<Stage> stage, Supplier<List<List<Signal>>> signals) {}

    /** Takes a sentence for the user. */
    default void notice(String sentence) {}

    /** Takes the recording of an episode that has just ended. */
    default void recording(EpisodeRecording recording) {}
}
