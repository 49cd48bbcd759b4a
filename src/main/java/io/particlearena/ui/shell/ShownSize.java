package io.particlearena.ui.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * Gives windows the size that they were shown with. Under some window managers of Linux, among them those of newer GNOME
 * desktops and Openbox, JavaFX 21 shrinks a window to its least size as soon as it is framed (JDK-8316423, mended in a version
 * that gets no corrections any more).
 */
final class ShownSize {

    /** In this time the window manager has framed a window, and no person has changed its size. */
    private static final Duration FRAMED = Duration.millis(150);

    private ShownSize() {}

    /** Sees to all windows that are shown from now on. */
    static void keep() {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                for (Window window : change.getAddedSubList()) {
                    if (window instanceof Stage stage) {
                        keepOnceShown(stage);
                    }
                }
            }
        });
    }

    /** Sees to a window the next time it is shown. */
    static void keepOnceShown(Stage stage) {
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, new EventHandler<>() {
            @Override
            public void handle(WindowEvent event) {
                stage.removeEventHandler(WindowEvent.WINDOW_SHOWN, this);
                keep(stage);
            }
        });
    }

    private static void keep(Stage stage) {
        double width = stage.getWidth();
        double height = stage.getHeight();
        PauseTransition framed = new PauseTransition(FRAMED);
        framed.setOnFinished(event -> {
            boolean shrunk = stage.getWidth() < width || stage.getHeight() < height;
            if (!shrunk || !stage.isShowing() || stage.isMaximized() || stage.isFullScreen()) {
                return;
            }
            if (stage.getOwner() == null) {
                stage.setWidth(width);
                stage.setHeight(height);
            } else {
                // A dialog is as large as what it says, and its frame comes on top.
                stage.sizeToScene();
            }
        });
        framed.play();
    }
}
