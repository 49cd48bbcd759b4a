package io.particlearena.experiment;

/**
 * A finished trajectory of a run.
 *
 * @param cycle its cycle, from 1
 * @param trajectory its number within the cycle, from 1
 * @param opponent as in {@link Stage#opponent}
 * @param steps the environment steps made in it
 */
public record PlayedTrajectory(int cycle, int trajectory, String opponent, long steps) {}
