package io.particlearena.world;

/** The two published ways of moving bodies forward by one time step; their trajectories differ. */
public enum Integration {
    /** Semi-implicit Euler: the position moves with the new velocity, as in OpenAI's multiagent-particle-envs. */
    VELOCITY_FIRST,
    /** The position moves with the old velocity, as in Farama's MPE2 and PettingZoo since 1.23. */
    POSITION_FIRST
}
