package io.particlearena.world;

/** Moves an agent that no policy controls. */
@FunctionalInterface
public interface Script {

    /**
     * Sets the agent's entries of {@link ParticleWorld#controlX}, {@link ParticleWorld#controlY} and, if it speaks,
     * {@link ParticleWorld#outgoing}, at the beginning of every step. Allocates nothing.
     */
    void act(ParticleWorld world, int agent);
}
