package io.particlearena.experiment;

/**
 * Where a run is in its course of cycles and trajectories.
 *
 * @param cycle the present cycle, from 1
 * @param cycles how many there are
 * @param trajectory the present trajectory of the cycle, from 1
 * @param trajectories how many there are in each cycle
 * @param opponent the policy that has its turn; empty where no policies take turns
 * @param student the policy that learns between trajectories at the moment; empty while playing
 * @param unit the units of that work done
 * @param units the units of that work in all
 */
public record Stage(
        int cycle,
        int cycles,
        int trajectory,
        int trajectories,
        String opponent,
        String student,
        long unit,
        long units) {

    /** Of a run that is a single trajectory. */
    public static final Stage SINGLE = new Stage(1, 1, 1, 1, "", "", 0, 0);

    /** Whether the run has more than one trajectory or learns between them, so that there is something to tell. */
    public boolean isPartOfCourse() {
        return cycles > 1 || trajectories > 1 || isStudying();
    }

    /** Whether a policy learns between trajectories at the moment. */
    public boolean isStudying() {
        return !student.isEmpty();
    }
}
