package io.particlearena.scenario;

import io.particlearena.world.ParticleWorld;

/** Distances in a particle world, and the penalty for leaving the arena. */
final class Space {

    private static final double NEAR_EDGE = 0.9;

    /** Covers the rounding of squares. */
    private static final double SURELY = 1 + 1e-9;

    private Space() {}

    /** The squared distance of two bodies' centres. */
    static double squared(ParticleWorld world, int a, int b) {
        double apartX = world.x()[a] - world.x()[b];
        double apartY = world.y()[a] - world.y()[b];
        return apartX * apartX + apartY * apartY;
    }

    /** The distance of two bodies' centres. */
    static double distance(ParticleWorld world, int a, int b) {
        return Math.sqrt(squared(world, a, b));
    }

    /** Whether two bodies overlap; just touching does not count. */
    static boolean touch(ParticleWorld world, int a, int b) {
        return within(squared(world, a, b), world.size()[a] + world.size()[b]);
    }

    /** Whether a distance, given by its square, is less than a limit; most are told without taking the root. */
    static boolean within(double squared, double limit) {
        return squared <= limit * limit * SURELY && Math.sqrt(squared) < limit;
    }

    /** The sum of the penalties of both coordinates. */
    static double outside(ParticleWorld world, int agent) {
        return outside(Math.abs(world.x()[agent])) + outside(Math.abs(world.y()[agent]));
    }

    /** The published penalty: none up to 0.9, a linear rise to 1 at 1, then exponential up to 10. */
    static double outside(double coordinate) {
        if (coordinate < NEAR_EDGE) {
            return 0;
        }
        if (coordinate < 1) {
            return (coordinate - NEAR_EDGE) * 10;
        }
        return Math.min(Math.exp(2 * coordinate - 2), 10);
    }

    /** Whether an agent has left the arena [-1, 1] in both coordinates. */
    static boolean left(ParticleWorld world, int agent) {
        return Math.abs(world.x()[agent]) > 1 || Math.abs(world.y()[agent]) > 1;
    }
}
