package io.particlearena.experiment;

import java.util.List;

/**
 * Where a run is in its course of cycles and trajectories.
 *
 * @param cycle the present cycle, from 1
 * @param cycles how many there are
 * @param trajectory the present trajectory of the cycle, from 1
 * @param trajectories how many there are in each cycle
 * @param began the step with which the trajectory began; while studying, the present step
 * @param opponent the policy that is played against: the one that has its turn, or the only one that does not learn
 *     between trajectories; empty where there is no such policy
 * @param student the policy that learns between trajectories at the moment; empty while playing
 * @param unit the units of that work done
 * @param units the units of that work in all
 * @param played the finished trajectories, oldest first
 */
public record Stage(
        int cycle,
        int cycles,
        int trajectory,
        int trajectories,
        long began,
        String opponent,
        String student,
        long unit,
        long units,
        List<PlayedTrajectory> played) {

    /** Of a run that is a single trajectory. */
    public static final Stage SINGLE = new Stage(1, 1, 1, 1, 0, "", "", 0, 0, List.of());

    public Stage {
        played = List.copyOf(played);
    }

    /** Whether the run has more than one trajectory or learns between them, so that there is something to tell. */
    public boolean isPartOfCourse() {
        return cycles > 1 || trajectories > 1 || isStudying();
    }

    /** Whether two stages belong to the same trajectory, or to the study after it. */
    public boolean isSameTrajectory(Stage other) {
        return cycle == other.cycle && trajectory == other.trajectory;
    }

    /**
     * The stage in words, for example {@code cycle 2 of 3 · trajectory 1 of 2 · against maddpg}.
     *
     * @param spec of the run
     */
    public String describe(ExperimentSpec spec) {
        String text = "cycle " + cycle + " of " + cycles + " · ";
        if (isStudying()) {
            text += student + " learns from experience";
            return units == 0 ? text : text + ": " + unit + " of " + units + " chunks";
        }
        text += "trajectory " + trajectory + " of " + trajectories;
        return opponent.isEmpty() ? text : text + " · against " + title(opponent, spec);
    }

    /** A policy's algorithm, and its name where several policies take turns. */
    static String title(String policy, ExperimentSpec spec) {
        String algorithm = spec.policy(policy).algorithm();
        return spec.opponents().size() > 1 ? algorithm + " (" + policy + ")" : algorithm;
    }

    /** Whether a policy learns between trajectories at the moment. */
    public boolean isStudying() {
        return !student.isEmpty();
    }
}
