package io.particlearena.ui.shell;

import java.util.Locale;
import javafx.application.Application;

/** The way into the window. Does not extend {@link Application}, which the Java launcher would refuse on the class path. */
public final class WindowMain {

    private WindowMain() {}

    /**
     * Opens the window and returns once it has been closed.
     *
     * @throws NoDisplayException if windows cannot be shown on this machine
     */
    public static void open(String[] arguments) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && !hasDisplay() && System.getProperty("glass.platform") == null) {
            throw new NoDisplayException("No display was found (the variable DISPLAY is not set).", null);
        }
        if (linux) {
            // Charts are drawn into images by AWT, which then need not open the display a second time.
            System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        }
        try {
            Application.launch(ArenaApplication.class, arguments);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw refuse(e);
        } catch (RuntimeException e) {
            if (ArenaApplication.wasReached()) {
                throw e;
            }
            throw refuse(deepest(e));
        }
    }

    private static NoDisplayException refuse(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        return new NoDisplayException(
                "The window cannot be opened: " + reason + (reason.endsWith(".") ? "" : "."), cause);
    }

    private static boolean hasDisplay() {
        String display = System.getenv("DISPLAY");
        return display != null && !display.isBlank();
    }

    private static Throwable deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
