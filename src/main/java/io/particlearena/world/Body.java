package io.particlearena.world;

/**
 * The fixed properties of a round body; agents and landmarks differ in nothing else.
 *
 * @param size radius
 * @param mass positive; contact forces do not depend on it, accelerations do
 * @param movable whether forces move it
 * @param collides whether it pushes other colliding bodies away
 * @param maxSpeed the largest speed, positive infinity for none
 * @param gain by which an agent's control is multiplied to give its force
 * @param speaks whether the agent's message is sent; the message of one that does not is all zeros
 */
public record Body(
        double size, double mass, boolean movable, boolean collides, double maxSpeed, double gain, boolean speaks) {

    /** The gain of agents that have none of their own. */
    public static final double DEFAULT_GAIN = 5;

    public Body {
        if (!(size >= 0 && mass > 0 && maxSpeed >= 0)) {
            throw new IllegalArgumentException("A body has size " + size + ", mass " + mass + " and maximum speed "
                    + maxSpeed + "; the mass must be positive, the others not negative");
        }
    }

    /** A silent movable body of mass 1 that goes through others. */
    public static Body agent(double size) {
        return new Body(size, 1, true, false, Double.POSITIVE_INFINITY, DEFAULT_GAIN, false);
    }

    /** A body of mass 1 that stays where it is and lets others through. */
    public static Body landmark(double size) {
        return agent(size).withMovable(false);
    }

    /** The same body, colliding. */
    public Body colliding() {
        return new Body(size, mass, movable, true, maxSpeed, gain, speaks);
    }

    /** The same body, speaking. */
    public Body speaking() {
        return new Body(size, mass, movable, collides, maxSpeed, gain, true);
    }

    /** The same body with another mass. */
    public Body withMass(double newMass) {
        return new Body(size, newMass, movable, collides, maxSpeed, gain, speaks);
    }

    /** The same body, movable or not. */
    public Body withMovable(boolean nowMovable) {
        return new Body(size, mass, nowMovable, collides, maxSpeed, gain, speaks);
    }

    /** The same body with another gain and largest speed. */
    public Body withDrive(double newGain, double newMaxSpeed) {
        return new Body(size, mass, movable, collides, newMaxSpeed, newGain, speaks);
    }
}
