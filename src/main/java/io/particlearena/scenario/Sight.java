package io.particlearena.scenario;

import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.world.ParticleWorld;

/** How many others an agent sees: the nearest ones, nearest first. */
record Sight(
        @Option(
                help = "Other agents that an agent sees, the nearest ones; 0 for all, in the order of their indices.",
                value = "0",
                min = 0,
                max = 100)
        int numAgentNeighbors,

        @Option(
                help = "Landmarks that an agent sees, the nearest ones; 0 for all, in the order of their indices.",
                value = "0",
                min = 0,
                max = 100)
        int numLandmarkNeighbors,

        @Option(
                help =
                        "Whether an agent may see more neighbours than there are, with zeros in the place of those missing,"
                                + " as in MPE2.",
                value = "false")
        boolean padNeighbors) {

    /**
     * Memory for looking around.
     *
     * @throws OptionException if more are to be seen than there are
     */
    Field field(int agents, int landmarks) {
        require("num_agent_neighbors", numAgentNeighbors, agents - 1, "other agents");
        require("num_landmark_neighbors", numLandmarkNeighbors, landmarks, "landmarks");
        return new Field(new Neighbours(numAgentNeighbors, agents), new Neighbours(numLandmarkNeighbors, landmarks));
    }

    private void require(String option, int wanted, int there, String what) {
        if (wanted > there && !padNeighbors) {
            throw new OptionException(
                    option,
                    "Option " + option + " is \"" + wanted + "\", but must be at most " + there + ", the number of "
                            + what + ", or pad_neighbors must be true.");
        }
    }

    /**
     * What one agent sees.
     *
     * @param agents the other agents in sight
     * @param landmarks the landmarks in sight
     */
    record Field(Neighbours agents, Neighbours landmarks) {

        /** Whether not everything is in sight. */
        boolean limited() {
            return agents.limited() || landmarks.limited();
        }

        /** Writes where landmarks, then other agents in sight are. */
        int lookAround(ParticleWorld world, int agent, double[] out, int at) {
            landmarks.choose(world, agent, world.agents(), world.bodies());
            agents.choose(world, agent, 0, world.agents());
            return agents.relative(world, agent, out, landmarks.relative(world, agent, out, at));
        }
    }
}
