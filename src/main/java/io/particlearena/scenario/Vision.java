package io.particlearena.scenario;

import io.particlearena.world.ParticleWorld;

/** Writes parts of observations; each function returns the index after the last number that it wrote. */
final class Vision {

    private Vision() {}

    /** The agent's own velocity. */
    static int velocity(ParticleWorld world, int agent, double[] out, int at) {
        out[at] = world.velocityX()[agent];
        out[at + 1] = world.velocityY()[agent];
        return at + 2;
    }

    /** The agent's own position. */
    static int position(ParticleWorld world, int agent, double[] out, int at) {
        out[at] = world.x()[agent];
        out[at + 1] = world.y()[agent];
        return at + 2;
    }

    /** Where a body is, as seen from the agent. */
    static int relative(ParticleWorld world, int agent, int body, double[] out, int at) {
        out[at] = world.x()[body] - world.x()[agent];
        out[at + 1] = world.y()[body] - world.y()[agent];
        return at + 2;
    }

    /** Where all other agents are, in the order of their indices. */
    static int others(ParticleWorld world, int agent, double[] out, int at) {
        int middle = bodies(world, agent, 0, agent, out, at);
        return bodies(world, agent, agent + 1, world.agents(), out, middle);
    }

    /** Where all landmarks are, in the order of their indices. */
    static int landmarks(ParticleWorld world, int agent, double[] out, int at) {
        return bodies(world, agent, world.agents(), world.bodies(), out, at);
    }

    private static int bodies(ParticleWorld world, int agent, int first, int end, double[] out, int at) {
        double[] x = world.x();
        double[] y = world.y();
        double ownX = x[agent];
        double ownY = y[agent];
        int next = at;
        for (int body = first; body < end; body++) {
            out[next] = x[body] - ownX;
            out[next + 1] = y[body] - ownY;
            next += 2;
        }
        return next;
    }

    /** What an agent said. */
    static int message(ParticleWorld world, int speaker, double[] out, int at) {
        double[] message = world.messages()[speaker];
        int next = at;
        for (double symbol : message) {
            out[next++] = symbol;
        }
        return next;
    }

    /** What all other agents said, in the order of their indices. */
    static int othersMessages(ParticleWorld world, int agent, double[] out, int at) {
        int next = at;
        for (int other = 0; other < world.agents(); other++) {
            if (other != agent) {
                next = message(world, other, out, next);
            }
        }
        return next;
    }

    /** Constant numbers, such as a colour. */
    static int constants(double[] values, double[] out, int at) {
        int next = at;
        for (double value : values) {
            out[next++] = value;
        }
        return next;
    }
}
