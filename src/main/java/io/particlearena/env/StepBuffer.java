package io.particlearena.env;

import java.util.List;

/**
 * Memory of the caller into which an {@link Environment} writes what came of a reset or a step. It is allocated once and
 * overwritten by every step; whoever wants to keep something copies it.
 *
 * <p>The arrays are handed out as they are, for speed: environments write them, everyone else only reads.
 */
public final class StepBuffer {

    private final double[][] observations;
    private final byte[][] pixels;
    private final double[] rewards;
    private final double[][] rewardTerms;
    private final double[][] events;
    private boolean terminated;
    private boolean truncated;

    /** Allocates the memory that one environment needs. */
    public StepBuffer(Environment environment) {
        this(
                environment.agents(),
                environment.rewardTerms().size(),
                environment.events().size());
    }

    /** Allocates the memory for some agents with so many reward terms and kinds of event. */
    public StepBuffer(List<AgentSpec> agents, int rewardTermCount, int eventCount) {
        observations = new double[agents.size()][];
        pixels = new byte[agents.size()][];
        for (int agent = 0; agent < agents.size(); agent++) {
            AgentSpec spec = agents.get(agent);
            observations[agent] = new double[spec.observationSize()];
            pixels[agent] = new byte[spec.pixelCount()];
        }
        rewards = new double[agents.size()];
        rewardTerms = new double[agents.size()][rewardTermCount];
        events = new double[agents.size()][eventCount];
    }

    /** The real-valued parts of an agent's observation, one after the other. */
    public double[] observation(int agent) {
        return observations[agent];
    }

    /** The byte-valued parts of an agent's observation, one after the other. */
    public byte[] pixels(int agent) {
        return pixels[agent];
    }

    /** The rewards of the step by agent; zeros after a reset. */
    public double[] rewards() {
        return rewards;
    }

    /** An agent's reward by term, in the order of {@link Environment#rewardTerms}; their sum is the reward. */
    public double[] rewardTerms(int agent) {
        return rewardTerms[agent];
    }

    /** How often each of {@link Environment#events} happened to an agent in the step. */
    public double[] events(int agent) {
        return events[agent];
    }

    /** Whether the episode ended by its own rules: no future reward exists. */
    public boolean terminated() {
        return terminated;
    }

    /** Whether the episode was cut off by the time limit: the future was left unseen. */
    public boolean truncated() {
        return truncated;
    }

    /** Whether the episode is over, for either reason. */
    public boolean episodeOver() {
        return terminated || truncated;
    }

    /** States whether and why the episode is over. */
    public void setEnd(boolean terminated, boolean truncated) {
        this.terminated = terminated;
        this.truncated = truncated;
    }
}
