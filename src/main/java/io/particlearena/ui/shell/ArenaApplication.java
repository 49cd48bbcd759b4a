package io.particlearena.ui.shell;

import io.particlearena.store.UserFolders;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.log.CrashReports;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import java.nio.file.Path;
import java.util.Map;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The program as JavaFX sees it. Parameters: {@code --runs-dir=DIR}, {@code --theme=light|dark}, {@code --text-size=N},
 * {@code --open=FILE}; {@code --device=NAME} says that a device was chosen.
 */
public final class ArenaApplication extends Application {

    private static volatile boolean reached;

    private final ProgramLog log = ProgramLog.ofAllLoggers();
    private final CrashReports crashReports =
            new CrashReports(UserFolders.configuration().resolve("crash-reports"), log);

    @SuppressWarnings("NullAway.Init")
    private KeptPreferences preferences;

    /** Whether JavaFX came up, so that a failure is the program's own. */
    static boolean wasReached() {
        return reached;
    }

    /** Runs before the window is built, on a thread that may read files. */
    @Override
    public void init() {
        Thread.setDefaultUncaughtExceptionHandler(crashReports);
        preferences = KeptPreferences.in(UserFolders.configuration());
        Texts.speak(preferences.get().language());
    }

    @Override
    public void start(Stage stage) {
        reached = true;
        ShownSize.keep();
        Map<String, String> parameters = getParameters().getNamed();
        MainWindow window = new MainWindow(
                stage, StandardWorkbench.inFolder(parameters.getOrDefault("runs-dir", "")), preferences, log);
        crashReports.setListener(window::tellCrash);
        String theme = parameters.get("theme");
        if (theme != null) {
            window.appearance().themeProperty().set(theme.equals("dark") ? Theme.DARK : Theme.LIGHT);
        }
        String textSize = parameters.get("text-size");
        if (textSize != null) {
            window.appearance().setTextSize(Double.parseDouble(textSize));
        }
        window.show();
        ProgramIcon.give(stage);
        // Ctrl-C in the terminal, or a session that ends: runs keep what they have, as on the command line.
        Runtime.getRuntime().addShutdownHook(new Thread(window::saveAndWait, "save at the end"));
        String file = parameters.get("open");
        if (file != null) {
            window.open(Path.of(file));
        }
    }
}
