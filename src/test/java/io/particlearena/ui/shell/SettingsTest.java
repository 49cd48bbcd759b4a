package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.form.Field;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives what can be done with all settings at once. */
@ExtendWith(ApplicationExtension.class)
final class SettingsTest {

    private final FakeWorkbench workbench = new FakeWorkbench();

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) {
        window = WindowActions.open(stage, workbench, TrainPage.ID, 1000);
    }

    private Field rate() {
        return window.trainPage()
                .setupModel()
                .good()
                .formProperty()
                .get()
                .find("lr")
                .orElseThrow();
    }

    private void write(FxRobot robot, String text) {
        robot.interact(
                () -> robot.lookup("#good-form").queryAs(TitledPane.class).setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        // At once: letters typed slowly, on a machine that does other things as well, are a change each.
        robot.interact(() -> {
            TextField field = robot.lookup("#good-form #field-lr").queryAs(TextField.class);
            field.requestFocus();
            field.setText(text);
        });
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        WindowClosing.close(robot, window);
    }

    @Test
    void changesAreMarkedFilteredTakenBackAndMadeAgainByKeys(FxRobot robot) throws TimeoutException {
        write(robot, "0.5");
        await(() -> text(robot, "#edited-count").equals("1 edited"));
        robot.clickOn("#only-edited");
        await(() -> !robot.lookup("#good-form #field-gamma")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        assertThat(robot.lookup("#good-form #field-lr")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isTrue();
        robot.clickOn("#only-edited");
        robot.interact(() ->
                robot.lookup("#good-form #field-lr").queryAs(TextField.class).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> rate().textProperty().get().equals("0.01"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> rate().textProperty().get().equals("0.5"));
        robot.clickOn("#settings-reset");
        await(() -> rate().textProperty().get().equals("0.01"));
        assertThat(robot.lookup("#edited-count").query().isVisible()).isFalse();
        robot.clickOn("#settings-undo");
        await(() -> rate().textProperty().get().equals("0.5"));
    }

    @Test
    void thePresetIsNoLongerNamedWhereAnotherScenarioIsSet(FxRobot robot) throws TimeoutException {
        ComboBox<?> box = robot.lookup("#preset").queryAs(ComboBox.class);
        Object before = box.getValue();
        assertThat(before).isNotNull();
        robot.interact(() -> window.trainPage().setupModel().chooseScenario("simple_spread"));
        await(() -> box.getValue() == null);
        robot.clickOn("#settings-undo");
        await(() -> before.equals(box.getValue()));
        robot.interact(() -> window.trainPage().setupModel().chooseScenario("simple_spread"));
        await(() -> box.getValue() == null);
        robot.clickOn("#settings-reset");
        await(() -> before.equals(box.getValue()));
        assertThat(window.trainPage().setupModel().scenarioProperty().get().name())
                .isEqualTo("simple_tag");
    }

    @Test
    void settingsAreCopiedAsCommandAndAsJson(FxRobot robot) throws TimeoutException {
        choose(robot, "#settings-command");
        await(() -> Clipboard.getSystemClipboard().getString().startsWith("particle-arena train"));
        choose(robot, "#settings-json");
        await(() -> Clipboard.getSystemClipboard().getString().startsWith("{"));
    }

    @Test
    void settingsAreSavedAsAPresetThatCanBeChosenAndDeleted(FxRobot robot) throws TimeoutException {
        write(robot, "0.5");
        choose(robot, "#settings-save");
        robot.write("Mine").push(KeyCode.ENTER);
        await(() -> workbench.ownPresets().equals(List.of("mine")));
        await(() -> text(robot, "#preset-note").contains("Mine"));
        await(() -> !robot.lookup("#edited-count").query().isVisible());
        robot.interact(() -> window.trainPage().setup().choosePreset("maddpg-openai"));
        await(() -> rate().textProperty().get().equals("0.01"));
        robot.interact(() -> window.trainPage().setup().choosePreset("mine"));
        await(() -> rate().textProperty().get().equals("0.5"));
        for (String goesBack : List.of("#good-form #reset-lr", "#settings-reset")) {
            write(robot, "0.3");
            await(() -> text(robot, "#edited-count").equals("1 edited"));
            robot.clickOn(goesBack);
            await(() -> rate().textProperty().get().equals("0.5"));
        }
        choose(robot, "#settings-delete");
        await(() -> workbench.ownPresets().isEmpty());
    }

    private static void choose(FxRobot robot, String item) {
        robot.clickOn("#settings-more");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(item);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
