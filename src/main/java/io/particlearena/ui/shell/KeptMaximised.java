package io.particlearena.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Maximises a window again that a dialog made smaller: while there is one, JavaFX tells the window manager that its owner
 * cannot be resized, and some of Linux, among them Openbox, then give the owner its former size.
 */
final class KeptMaximised {

    /** In this time after a dialog the window manager learns that its owner can be resized again. */
    private static final Duration SETTLED = Duration.millis(250);

    private final ObservableBooleanValue isMaximised;
    private final ObservableBooleanValue isFocused;
    private boolean wanted;

    /** @param maximise maximises the window */
    KeptMaximised(ObservableBooleanValue isMaximised, ObservableBooleanValue isFocused, Runnable maximise) {
        this.isMaximised = isMaximised;
        this.isFocused = isFocused;
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(event -> {
            if (isFocused.get() && wanted && !isMaximised.get()) {
                maximise.run();
            }
        });
        isMaximised.addListener((o, before, now) -> note());
        isFocused.addListener((o, before, now) -> settled.playFromStart());
    }

    /** Sees to a window from now on. */
    static void keep(Stage stage) {
        new KeptMaximised(stage.maximizedProperty(), stage.focusedProperty(), () -> stage.setMaximized(true));
    }

    /** People who make a window smaller have it before them: then it has the focus, and stays as they wish. */
    private void note() {
        if (isMaximised.get() || isFocused.get()) {
            wanted = isMaximised.get();
        }
    }
}
