package io.particlearena.experiment;

/** Receives the metrics of a run, on the training thread. */
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
}
