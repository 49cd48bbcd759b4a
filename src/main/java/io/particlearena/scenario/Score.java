package io.particlearena.scenario;

import io.particlearena.env.StepBuffer;
import java.util.Arrays;

/**
 * What a scenario makes of one step, before it is shared among agents. What a scenario never writes stays zero; what it
 * writes, it writes in every step.
 */
final class Score {

    private final double[][] own;
    private final double[] team;
    private final double[][] events;

    Score(int agents, int termCount, int eventCount) {
        own = new double[agents][termCount];
        team = new double[termCount];
        events = new double[agents][eventCount];
    }

    /** By agent and term, what the agent itself earns. */
    double[][] own() {
        return own;
    }

    /** By term, what the team earns together, where the scenario says so. */
    double[] team() {
        return team;
    }

    /** By agent and event, how often it happened. */
    double[][] events() {
        return events;
    }

    /** From now on writes an agent's events where the caller wants them. */
    void bindEvents(int agent, StepBuffer out, int seat) {
        events[agent] = out.events(seat);
    }

    /** Sets everything to zero. */
    void clear() {
        for (double[] terms : own) {
            Arrays.fill(terms, 0);
        }
        Arrays.fill(team, 0);
        for (double[] counts : events) {
            Arrays.fill(counts, 0);
        }
    }
}
