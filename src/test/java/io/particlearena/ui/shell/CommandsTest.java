package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.RunState;
import io.particlearena.ui.FakeRun;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.Theme;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.command.Command;
import io.particlearena.ui.command.PaletteEntry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the palette and the map of keys, and holds what commands promise. */
@ExtendWith(ApplicationExtension.class)
final class CommandsTest {

    private static final int PATIENCE_SECONDS = 30;

    private final FakeWorkbench workbench = new FakeWorkbench();

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) {
        window = WindowActions.open(stage, workbench, TrainPage.ID, 800);
    }

    @AfterEach
    void end(FxRobot robot) throws TimeoutException {
        FakeRun run = workbench.latest();
        if (run != null) {
            run.stop();
        }
        WindowClosing.close(robot, window);
    }

    @Test
    void thePaletteFindsAndDoesWithoutTheMouse(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await(() -> robot.lookup("#palette-layer").query().isVisible());
        robot.write("light dark");
        await(() -> list(robot).getItems().size() == 1);
        robot.push(KeyCode.ENTER);
        assertThat(window.appearance().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(robot.lookup("#palette-layer").query().isVisible()).isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("show the page");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        PaletteEntry chosen = list(robot).getSelectionModel().getSelectedItem();
        assertThat(chosen.text()).isEqualTo("Show the page Runs");
        assertThat(robot.lookup("#palette-search").query().getAccessibleText()).startsWith("Show the page Runs");
        robot.push(KeyCode.ENTER);
        await(() -> robot.lookup(".runs-table").tryQuery().isPresent());
    }

    @Test
    void escapeLeavesEverythingAsItWas(FxRobot robot) {
        robot.interact(() -> robot.lookup("#option-search").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette-layer").query().isVisible()).isFalse();
        assertThat(robot.lookup("#option-search").query().isFocused()).isTrue();
    }

    @Test
    void thePaletteFindsOptionsPresetsAndWhatThereIsToRead(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("discount");
        robot.interact(
                () -> robot.lookup("#palette-search").queryAs(TextField.class).setText("gamma"));
        await(() -> list(robot).getItems().size() == 1);
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#option-search").queryAs(TextField.class).getText())
                .isEqualToIgnoringCase("gamma");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("predator and prey");
        robot.push(KeyCode.ENTER);
        await(() -> robot.lookup("#info-title").queryAs(Labeled.class).getText().equals("Predator and prey"));
    }

    @Test
    void commandsThatCannotBeAskedForAreNeitherFoundNorDone(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("checkpoint and end");
        assertThat(list(robot).getItems()).isEmpty();
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F5);
        await(() -> window.control().state() == RunState.RUNNING);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("checkpoint and end");
        robot.push(KeyCode.ENTER);
        await(() -> window.control().state() == RunState.STOPPED);
    }

    @Test
    void theMapOfKeysNamesEveryCommandThatHasSome(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.F1);
        await(() -> robot.lookup("#key-map").tryQuery().isPresent());
        List<String> shown = robot.lookup("#key-map .label").queryAll().stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
        List<Command> commands = window.commands().all();
        commands.stream()
                .filter(command -> !command.keys().isEmpty())
                .forEach(command -> assertThat(shown).contains(command.text(), command.keysText()));
        assertThat(shown).contains("On the page Episodes", "Camera follows or stays");
        Node map = robot.lookup("#key-map").query();
        robot.push(KeyCode.ESCAPE);
        assertThat(map.getScene().getWindow().isShowing()).isFalse();
    }

    @Test
    void noTwoCommandsShareKeysOrAName() {
        List<Command> commands = window.commands().all();
        assertThat(commands).extracting(Command::id).doesNotHaveDuplicates();
        assertThat(commands).extracting(Command::text).doesNotHaveDuplicates();
        List<KeyCombination> keys =
                commands.stream().flatMap(command -> command.keys().stream()).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static ListView<PaletteEntry> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryListView();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
