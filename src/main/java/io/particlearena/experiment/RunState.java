package io.particlearena.experiment;

/** What a run is doing. */
public enum RunState {
    PREPARING,
    RUNNING,
    PAUSED,
    STOPPING,
    STOPPED,
    FINISHED,
    FAILED;

    /** Whether the run will do nothing more. */
    public boolean isOver() {
        return this == STOPPED || this == FINISHED || this == FAILED;
    }
}
