package io.particlearena.ui.board;

/** Told that the user wants to see what a run did at a point of a curve. Called on the JavaFX thread. */
@FunctionalInterface
public interface PointListener {

    /**
     * Show the episodes and the checkpoint of this time.
     *
     * @param run the run's {@link BoardRun#id}
     * @param step environment steps
     */
    void open(String run, long step);
}
