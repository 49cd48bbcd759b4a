package io.particlearena.ui.shell;

import io.particlearena.experiment.Experiments;
import io.particlearena.options.OptionException;
import io.particlearena.store.UserFolders;
import io.particlearena.ui.preferences.KeptPreferences;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Locale;
import javafx.application.Application;

/** The way into the window. Does not extend {@link Application}, which the Java launcher would refuse on the class path. */
public final class WindowMain {

    private static final System.Logger LOG = System.getLogger(WindowMain.class.getName());

    private WindowMain() {}

    /**
     * Opens the window and returns once it has been closed.
     *
     * @throws NoDisplayException if windows cannot be shown on this machine
     */
    public static void open(String[] arguments) {
        if (isLinux() && !hasDisplay() && System.getProperty("glass.platform") == null) {
            throw new NoDisplayException("No display was found (the variable DISPLAY is not set).", null);
        }
        if (Arrays.stream(arguments).noneMatch(word -> word.startsWith("--device="))) {
            useKeptDevice();
        }
        prepare();
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

    /** A device that is not there any more must not keep the window from opening. */
    private static void useKeptDevice() {
        try (KeptPreferences kept = KeptPreferences.in(UserFolders.configuration())) {
            String device = kept.get().device();
            if (!device.isEmpty()) {
                Experiments.useDevice(device);
            }
        } catch (OptionException e) {
            LOG.log(Level.WARNING, e.getMessage() + " " + Experiments.useDevice("auto"));
        }
    }

    /** What has to be done before JavaFX starts, by every program that shows the window. */
    static void prepare() {
        if (isLinux()) {
            // Charts are drawn into images by AWT, which then need not open the display a second time.
            System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        }
        try {
            // Its loader walks over all libraries and opens them; with a library that another thread loads at that
            // moment, as JavaFX and AWT do when they start, the two would wait for each other for good.
            Experiments.loadEngine();
        } catch (LinkageError | RuntimeException e) {
            LOG.log(Level.WARNING, "Nothing can be trained. " + e.getMessage());
            LOG.log(Level.DEBUG, "The maths library cannot be loaded", e);
        }
    }

    private static NoDisplayException refuse(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        return new NoDisplayException(
                "The window cannot be opened: " + reason + (reason.endsWith(".") ? "" : "."), cause);
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
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
