package io.particlearena.algo.parts;

import java.util.function.Consumer;

/**
 * A policy that also learns between trajectories, from the experience of all trajectories so far. The runner calls {@link
 * #endTrajectory} when a trajectory is over and, after the last of a cycle, {@link #beginStudy} and then {@link #study} for
 * every unit of work, on the training thread. A run may be stopped and resumed between any two units.
 */
public interface Student extends Policy {

    /** Receives what was found while studying. */
    @FunctionalInterface
    interface Findings {

        /**
         * Reports one value.
         *
         * @param seat the seat that it belongs to
         * @param name a name of the metric dictionary without the agent's prefix
         * @param value any value; a value that is not finite is a failure of the run
         */
        void put(int seat, String name, double value);

        /** The same for each step of an episode, see {@link MetricSink#profile}. */
        default void profile(int seat, String name, double[] byStep) {}
    }

    /**
     * Refuses, before a run begins, trajectories that are too short to learn anything from.
     *
     * @param steps the most that the first environment makes in a trajectory while all policies learn
     * @throws io.particlearena.options.OptionException if so
     */
    default void requireLongTrajectories(long steps) {}

    /**
     * Refuses, before a run begins that leaves out play, a policy that has nothing to learn from.
     *
     * @throws io.particlearena.options.OptionException if so
     */
    void requireExperience();

    /** Keeps the experience of the trajectory that has just ended. */
    void endTrajectory();

    /**
     * Prepares to learn from all trajectories kept.
     *
     * @param notices receives a sentence for the user if they cannot be learned from
     * @return the number of units of work, 0 if there is nothing to learn from
     */
    long beginStudy(Consumer<String> notices);

    /**
     * Does one unit of work.
     *
     * @param unit counted from 0
     */
    void study(long unit, Findings findings);

    /**
     * Shows the networks that were studied, of a seat for which there is nothing left to do in this study.
     *
     * @param unit the one that was done last
     */
    default void showStudied(long unit, NetworkSink networks) {}
}
