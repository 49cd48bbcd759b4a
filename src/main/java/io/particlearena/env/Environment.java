package io.particlearena.env;

import io.particlearena.store.Stateful;
import java.util.List;

/**
 * A world with agents in it, as learners see it: reset, then step until the episode is over, then reset again.
 *
 * <p>Its whole state, random stream included, can be saved and loaded. It draws all its random numbers from the stream
 * that it was created with. Not thread-safe.
 */
public interface Environment extends Stateful {

    /** The agents by seat; seats are numbered from 0 and never change. */
    List<AgentSpec> agents();

    /** The names of the terms whose sum is an agent's reward, the same for all agents. */
    List<String> rewardTerms();

    /** The names of the events that are counted, for example {@code collision}. */
    List<String> events();

    /** The number of steps after which an episode is over at the latest. */
    int timeLimit();

    /** Begins an episode and writes the first observations; rewards, terms and events are set to zero. */
    void reset(StepBuffer out);

    /**
     * Makes one step. Allocates nothing.
     *
     * @param actions by agent, the numbers of its heads; read only
     * @param out receives observations of the new state, rewards, terms, events and the two end flags
     * @throws IllegalStateException if the episode is over or none was begun
     */
    void step(double[][] actions, StepBuffer out);

    /** A drawable copy of the present state, made only when asked for. */
    Scene scene();

    /**
     * Writes the observations with which the episode began once more, before its first step, if they follow from the state.
     *
     * @return whether they do; not where they are drawn at random
     */
    default boolean observeBeginning(StepBuffer out) {
        return false;
    }

    /** The names of the diagnostic values that the scenario's publication reports for an agent; empty if none. */
    default List<String> diagnostics(int agent) {
        return List.of();
    }

    /** Writes an agent's {@link #diagnostics} of the last step. */
    default void readDiagnostics(int agent, double[] out) {}
}
