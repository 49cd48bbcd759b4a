package io.particlearena.algo.parts;

import io.particlearena.env.AgentSpec;
import java.util.List;

/**
 * The experience of all agents, a ring of the latest steps in flat float32 arrays that grow as they fill.
 */
public final class JointReplay {

    private final List<AgentSpec> agents;
    private final int capacity;

    /**
     * @param agents all agents by seat
     * @param capacity the number of steps kept, positive
     */
    public JointReplay(List<AgentSpec> agents, int capacity) {
        this.agents = List.copyOf(agents);
        this.capacity = capacity;
    }

    /** All agents by seat. */
    public List<AgentSpec> agents() {
        return agents;
    }

    /** The number of steps kept at most. */
    public int capacity() {
        return capacity;
    }
}
