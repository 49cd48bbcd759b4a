package io.particlearena.world;

/**
 * The constants of a particle world.
 *
 * @param timeStep seconds per step
 * @param damping the fraction of its velocity that a body loses in each step
 * @param contactForce stiffness of contact
 * @param contactMargin the distance over which contact softens, positive
 * @param integration how bodies move
 */
public record Physics(
        double timeStep, double damping, double contactForce, double contactMargin, Integration integration) {

    public Physics {
        if (!(contactMargin > 0)) {
            throw new IllegalArgumentException("Contact margin is " + contactMargin + "; it must be positive");
        }
    }

    /** The constants that all published particle scenarios use. */
    public static Physics standard(Integration integration) {
        return new Physics(0.1, 0.25, 100, 1e-3, integration);
    }
}
