package io.particlearena.algo.parts;

/** Receives the values of one update, by metric name. */
@FunctionalInterface
public interface MetricSink {

    /**
     * Reports one value.
     *
     * @param name a name of the metric dictionary without the agent's prefix, for example {@code critic_loss}
     * @param value any value; a value that is not finite is a failure of the run
     */
    void put(String name, double value);

    /**
     * Reports a value for each step of an episode.
     *
     * @param name a name of the metric dictionary without the agent's prefix
     * @param byStep from the first step on, 0 for those without a value; none is negative
     */
    default void profile(String name, double[] byStep) {}
}
