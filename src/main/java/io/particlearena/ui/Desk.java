package io.particlearena.ui;

import io.particlearena.experiment.ExperimentSpec;

/** What a page may ask of the window around it. Used on the JavaFX thread. */
public interface Desk {

    /** Shows the page with this {@link Page#id}. */
    void show(String page);

    /** Shows these settings on the page for training, ready to be changed and started. */
    void edit(ExperimentSpec spec);

    /** Says something in the status line that the user should know. */
    void tell(String notice);
}
