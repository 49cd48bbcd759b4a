package io.particlearena.scenario;

import io.particlearena.options.Option;
import io.particlearena.world.ParticleWorld;

/** How many others an agent sees: the nearest ones, nearest first, zeros where there are fewer. */
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
        int numLandmarkNeighbors) {

    /** Memory for looking around. */
    Field field(int agents, int landmarks) {
        return new Field(new Neighbours(numAgentNeighbors, agents), new Neighbours(numLandmarkNeighbors, landmarks));
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
