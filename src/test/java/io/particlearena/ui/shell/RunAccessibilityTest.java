package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.runs.RunsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Holds that a screen reader can name what there is only with a run: its sheets, its episodes, and dialogs. */
@ExtendWith(ApplicationExtension.class)
final class RunAccessibilityTest {

    private static final String SPEC = """
            {"scenario": "simple_tag",
             "policies": {"good": {"algorithm": "maddpg", "options": {"num_units": 8, "warm_up_steps": 5000}},
                          "bad": {"algorithm": "maddpg", "options": {"num_units": 8, "warm_up_steps": 5000}}},
             "run": {"num_episodes": 40, "record_every": 10, "checkpoint_interval": 0}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    private final List<String> nameless = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @BeforeAll
    static void train() throws IOException {
        Catalogue catalogue = Catalogue.standard();
        Path spec = Files.writeString(runs.resolve("spec.json"), SPEC);
        new Experiments(catalogue, runs)
                .create(catalogue.read(spec), "small", List.of(), List.of())
                .execute();
    }

    @Start
    void open(Stage stage) {
        window = WindowActions.open(stage, StandardWorkbench.inFolder(runs.toString()), RunsPage.ID, 900);
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        WindowClosing.close(robot, window);
    }

    private void collect(FxRobot robot, String where) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> List.copyOf(Window.getWindows())
                .forEach(each -> AccessibilityTest.collect(each.getScene().getRoot(), where, nameless)));
    }

    @Test
    void everyControlOfTheSheetsOfARunHasAName(FxRobot robot) throws TimeoutException {
        TableView<?> table = robot.lookup("#runs-table").query();
        await(() -> !table.getItems().isEmpty());
        robot.interact(() -> table.getSelectionModel().select(0));
        for (String action : List.of("rename", "tag", "paint", "seeds", "command", "delete")) {
            robot.clickOn("#runs-action-" + action);
            await(() -> robot.lookup("#run-sheet").query().isVisible());
            collect(robot, action);
        }
        robot.clickOn("#run-sheet-close");
        robot.clickOn("#runs-show-trash");
        collect(robot, "trash");
        assertThat(new HashSet<>(nameless)).isEmpty();
    }

    @Test
    void everyControlAroundEpisodesHasAName(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.show("episodes"));
        await(() -> text(robot, "#episodes-time").endsWith("of 25"));
        collect(robot, "one episode");
        ComboBox<?> arrangement = robot.lookup("#episodes-arenas").query();
        robot.interact(() -> arrangement.getSelectionModel().select(2));
        await(() -> robot.lookup(".arena-cell").queryAll().size() > 1);
        collect(robot, "nine moments");
        assertThat(new HashSet<>(nameless)).isEmpty();
    }

    @Test
    void everyControlOfTheDialogOfTheCommandHasAName(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> window.commands().get("command").run());
        await(() -> robot.lookup("#command-text").tryQuery().isPresent());
        collect(robot, "command");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> window.show(TrainPage.ID));
        robot.interact(() -> window.trainPage().setup().savePreset());
        collect(robot, "save preset");
        assertThat(new HashSet<>(nameless)).isEmpty();
    }
}
