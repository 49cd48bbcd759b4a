package io.particlearena.experiment;

import java.util.List;

/**
 * How far a run has come.
 *
 * @param state what it is doing
 * @param episode episodes completed
 * @param episodes episodes in all
 * @param step environment steps made
 * @param updates updates made, summed over agents
 * @param stepsPerSecond environment steps over the last seconds; 0 if unknown, and while a policy studies
 * @param updatesPerSecond over the last seconds, 0 if unknown
 * @param secondsLeft estimated, NaN if unknown
 * @param meanReturns by seat, the mean return of the latest episodes (see {@link RunOptions#saveRate}); empty before the
 *     first episode ended
 * @param stage where the run is in its course of trajectories
 */
public record Progress(
        RunState state,
        long episode,
        long episodes,
        long step,
        long updates,
        double stepsPerSecond,
        double updatesPerSecond,
        double secondsLeft,
        List<Double> meanReturns,
        Stage stage) {

    public Progress {
        meanReturns = List.copyOf(meanReturns);
    }

    /** The same of a run that failed before it could count further. */
    Progress failed() {
        return new Progress(RunState.FAILED, episode, episodes, 0, 0, 0, 0, Double.NaN, List.of(), stage);
    }
}
