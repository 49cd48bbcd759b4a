package io.particlearena.ui;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import java.nio.file.Path;

/** What a page may ask of the window around it. Used on the JavaFX thread. */
public interface Desk {

    /** Shows the page with this {@link Page#id}. */
    void show(String page);

    /** Shows these settings on the page for training, ready to be changed and started. */
    void edit(ExperimentSpec spec);

    /** Shows these settings on the page for training and starts a run of them at once. */
    void train(ExperimentSpec spec);

    /**
     * Goes on with a run from its newest checkpoint, on the page for training.
     *
     * @param run its folder
     * @param spec its specification
     */
    void resume(Path run, ExperimentSpec spec);

    /**
     * Shows a file or folder where it belongs: a specification or preset on the page for training, a run or a directory of
     * event files among the runs, a recording where episodes play.
     */
    void open(Path file);

    /** Shows a run's settings on the page for training, ready to be changed and to go on from a checkpoint as a new run. */
    void fork(ForkOrigin origin, ExperimentSpec spec);

    /** Shows the episode of a run that is nearest to a step of its training. */
    void watch(Path run, long step);

    /** Shows what there is to read about a scenario or an algorithm. */
    void read(String name);

    /** Says for a while in the status line something that the user should know; the log keeps it. */
    void tell(String notice);

    /** Says in the status line what is wrong, until it is mended: then an empty text takes it away. */
    void tellFault(String fault);
}
