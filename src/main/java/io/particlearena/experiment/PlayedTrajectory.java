package io.particlearena.experiment;

/**
 * A finished trajectory of a run.
 *
 * @param cycle its cycle, from 1
 * @param trajectory its number within the cycle, from 1
 * @param opponent as in {@link Stage#opponent}
 * @param steps the environment steps made in it
 */
public record PlayedTrajectory(int cycle, int trajectory, String opponent, long steps) {

    /**
     * The opponent in words, for example {@code against maddpg}; an empty text where there is none.
     *
     * @param spec of the run
     */
    public String describeOpponent(ExperimentSpec spec) {
        return opponent.isEmpty() ? "" : "against " + Stage.title(opponent, spec);
    }
}
