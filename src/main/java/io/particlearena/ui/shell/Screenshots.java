package io.particlearena.ui.shell;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.setup.SetupModel;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.controlsfx.control.CheckComboBox;

/**
 * Takes the pictures of the window for README and the documentation: trains for a while and writes the window as PNG files,
 * without a run and with one. The runs lie in the folder {@code runs} beside them or, with {@code --runs-dir}, elsewhere, and
 * with {@code --seconds=0} it trains none. With {@code --command}, such as {@code keys}, the picture is of what that command
 * opens.
 *
 * <p>{@code java -cp … io.particlearena.ui.shell.Screenshots FOLDER [--size=1440x900] [--theme=both|light|dark]
 * [--text-size=13] [--tags=REGEX] [--seconds=60] [--preset=NAME] [--page=NAME] [--command=NAME]
 * [--language=NAME] [--runs-dir=DIR] [--algorithms=NAME,NAME] [--scenario=NAME] [--KEY=VALUE]...}, with any option of the
 * run, the scenario and the policies, written with underscores; on a machine without a display, under {@code xvfb-run}.
 */
public final class Screenshots {

    private Screenshots() {}

    /** Takes all pictures and ends. */
    public static void main(String[] arguments) {
        WindowMain.prepare();
        Application.launch(Photographer.class, arguments);
    }

    /** The program as JavaFX sees it. */
    public static final class Photographer extends Application {

        private final Deque<Step> steps = new ArrayDeque<>();

        /** Something to do, and the seconds to wait before it. */
        private record Step(double after, Runnable work) {}

        @Override
        public void start(Stage stage) throws IOException {
            List<String> names = getParameters().getUnnamed();
            Path folder = Path.of(names.isEmpty() ? "." : names.get(0));
            Files.createDirectories(folder);
            Map<String, String> wishes = getParameters().getNamed();
            Texts.speak(wishes.getOrDefault("language", ""));
            String runs = wishes.getOrDefault("runs-dir", folder.resolve("runs").toString());
            photograph(stage, StandardWorkbench.inFolder(runs), folder, wishes);
        }

        private void photograph(Stage stage, Workbench workbench, Path folder, Map<String, String> wishes) {
            MainWindow window =
                    new MainWindow(stage, workbench, KeptPreferences.forgotten(), ProgramLog.ofAllLoggers());
            String[] size = wishes.getOrDefault("size", "1440x900").split("x", -1);
            window.appearance()
                    .setTextSize(Double.parseDouble(
                            wishes.getOrDefault("text-size", Double.toString(Appearance.NORMAL_TEXT))));
            window.trainPage().setup().choosePreset(wishes.getOrDefault("preset", ""));
            choose(window.trainPage().setupModel(), wishes);
            window.show();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(Double.parseDouble(size[0]));
            stage.setHeight(Double.parseDouble(size[1]));
            String theme = wishes.getOrDefault("theme", "both");
            Scene scene = stage.getScene();
            each(theme, 2, window, name -> write(scene, folder.resolve("empty-" + name + ".png")));
            double seconds = Double.parseDouble(wishes.getOrDefault("seconds", "60"));
            if (seconds > 0) {
                steps.add(new Step(0.5, () -> {
                    if (scene.lookup("#bad-form") instanceof TitledPane section) {
                        section.setExpanded(true);
                    }
                    window.train();
                }));
            }
            String page = wishes.getOrDefault("page", "window");
            steps.add(new Step(seconds, () -> window.show(page.equals("window") ? TrainPage.ID : page)));
            List<String> algorithms =
                    List.of(wishes.getOrDefault("algorithms", "").split(","));
            steps.add(new Step(1, () -> compare(scene, algorithms)));
            steps.add(new Step(0.1, () -> filter(scene, wishes.getOrDefault("tags", ""))));
            String command = wishes.get("command");
            if (command == null) {
                each(theme, 5, window, name -> write(scene, folder.resolve(page + "-" + name + ".png")));
            } else {
                steps.add(new Step(2, () -> window.commands().get(command).run()));
                each(theme, 2, window, name -> write(newest(), folder.resolve(command + "-" + name + ".png")));
            }
            steps.add(new Step(0.1, () -> window.control().stopAndThen(Platform::exit)));
            next();
        }

        /** Leaves the charts of some tags only. */
        private static void filter(Scene scene, String tags) {
            if (scene.lookup("#board-filter") instanceof TextField filter) {
                filter.setText(tags);
            }
        }

        /** Chooses algorithms on the page that compares them. */
        private static void compare(Scene scene, List<String> algorithms) {
            for (String id : List.of("#compare-good", "#compare-bad")) {
                if (scene.lookup(id) instanceof CheckComboBox<?> box) {
                    for (int i = 0; i < box.getItems().size(); i++) {
                        if (box.getItems().get(i) instanceof CatalogueEntry entry
                                && algorithms.contains(entry.name())) {
                            box.getCheckModel().check(i);
                        }
                    }
                }
            }
        }

        private static void choose(SetupModel setup, Map<String, String> wishes) {
            if (wishes.containsKey("scenario")) {
                setup.chooseScenario(wishes.get("scenario"));
            }
            for (FormModel form : List.of(
                    setup.scenarioFormProperty().get(),
                    setup.runForm(),
                    setup.good().formProperty().get(),
                    setup.bad().formProperty().get())) {
                for (Field field : form.fields()) {
                    String value = wishes.get(field.option().key());
                    if (value != null) {
                        field.textProperty().set(value);
                    }
                }
            }
        }

        private void each(
                String themes, double wait, MainWindow window, java.util.function.Consumer<String> photograph) {
            for (Theme theme : Theme.values()) {
                String name = theme.name().toLowerCase(Locale.ROOT);
                if (themes.equals("both") || themes.equals(name)) {
                    steps.add(new Step(
                            0.1, () -> window.appearance().themeProperty().set(theme)));
                    steps.add(new Step(wait, () -> photograph.accept(name)));
                }
            }
        }

        private void next() {
            Step step = steps.poll();
            if (step != null) {
                PauseTransition pause = new PauseTransition(Duration.seconds(step.after()));
                pause.setOnFinished(event -> {
                    step.work().run();
                    next();
                });
                pause.play();
            }
        }

        /** What the window shows that was opened last. */
        private static Scene newest() {
            List<Window> windows = Window.getWindows();
            return windows.get(windows.size() - 1).getScene();
        }

        private static void write(Scene scene, Path file) {
            File target = file.toFile();
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", target);
            } catch (IOException e) {
                throw new UncheckedIOException("The picture cannot be written to " + file, e);
            }
        }
    }
}
