package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.AgentColours;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.Palette;
import io.particlearena.ui.Theme;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.preferences.Preferences;
import io.particlearena.ui.preferences.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the preferences in the real window, with a folder that is not the user's own. */
@ExtendWith(ApplicationExtension.class)
final class PreferencesWindowTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void begin(FxRobot robot) {
        robot.interact(this::openWindow);
    }

    private void openWindow() {
        window = new MainWindow(stage, new FakeWorkbench(), KeptPreferences.in(folder), new ProgramLog());
        window.show();
    }

    @Test
    void theNextWindowIsAsThisOneWasLeft(FxRobot robot) {
        robot.interact(() -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(1200);
            stage.setHeight(700);
            window.show(TrainPage.ID);
        });
        robot.push(KeyCode.CONTROL, KeyCode.D);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        robot.interact(window::requestClose);
        assertThat(stage.isShowing()).isFalse();
        Preferences kept = KeptPreferences.in(folder).get();
        assertThat(kept.theme()).isEqualTo(Theme.DARK);
        assertThat(kept.textSize()).isEqualTo(14);
        assertThat(kept.page()).isEqualTo(TrainPage.ID);
        assertThat(kept.place()).isEqualTo(new WindowPlace(40, 30, 1200, 700, false));

        robot.interact(this::openWindow);
        assertThat(window.appearance().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(window.appearance().textSizeProperty().get()).isEqualTo(14);
        assertThat(stage.getWidth()).isEqualTo(1200);
        assertThat(robot.lookup("#page-train").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("selected"));
        robot.interact(window::requestClose);
    }

    @Test
    void aWindowThatIsEndedFromOutsideComesBackWhereItWas(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            stage.setX(60);
            stage.setY(50);
            stage.setWidth(1100);
            stage.setHeight(640);
            window.show(TrainPage.ID);
        });
        WindowPlace place = new WindowPlace(60, 50, 1100, 640, false);
        await(() -> place.equals(KeptPreferences.in(folder).get().place()));
        assertThat(KeptPreferences.in(folder).get().page()).isEqualTo(TrainPage.ID);
        robot.interact(window::requestClose);
    }

    @Test
    void whatHoldsForThisSessionStaysWhenAnotherPreferenceChanges(FxRobot robot) {
        robot.interact(() -> {
            window.requestClose();
            window = new MainWindow(stage, new FakeWorkbench(), KeptPreferences.in(folder), new ProgramLog());
            window.appearance().setTextSize(20);
            window.show();
        });
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(window.appearance().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(window.appearance().textSizeProperty().get()).isEqualTo(20);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        WaitForAsyncUtils.waitForFxEvents();
        Labeled session = robot.lookup("#preferences-session").queryLabeled();
        assertThat(session.getText()).isEqualTo("In this session: Dark, text size 20, as the command line wants it.");
        robot.clickOn("#preferences-text-normal");
        robot.push(KeyCode.ESCAPE);
        robot.interact(window::requestClose);
        assertThat(KeptPreferences.in(folder).get().textSize()).isEqualTo(Preferences.NORMAL_TEXT);
    }

    @Test
    void theDialogueChangesTheWindowAtOnceAndIsWritten(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        WaitForAsyncUtils.waitForFxEvents();
        ComboBox<?> theme = robot.lookup("#preferences-theme").queryAs(ComboBox.class);
        robot.interact(() -> theme.getSelectionModel().select(1));
        assertThat(window.appearance().themeProperty().get()).isEqualTo(Theme.DARK);
        ComboBox<?> colours = robot.lookup("#preferences-colours").queryAs(ComboBox.class);
        robot.interact(() -> colours.getSelectionModel().select(1));
        ComboBox<?> language = robot.lookup("#preferences-language").queryAs(ComboBox.class);
        assertThat(robot.lookup("#preferences-restart").query().isVisible()).isFalse();
        robot.interact(() -> language.getSelectionModel().select(1));
        assertThat(robot.lookup("#preferences-restart").query().isVisible()).isTrue();
        ComboBox<?> device = robot.lookup("#preferences-device").queryAs(ComboBox.class);
        await(() -> !device.isDisabled());
        assertThat(device.getItems()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(robot.lookup("#preferences-device-reason").queryLabeled().getText())
                .startsWith("Computing on the ");
        assertThat(robot.lookup("#preferences-device-restart").query().isVisible())
                .isFalse();
        robot.interact(() -> device.getSelectionModel().select(1));
        assertThat(robot.lookup("#preferences-device-restart").query().isVisible())
                .isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(Objects.requireNonNull(theme.getScene()).getWindow().isShowing())
                .isFalse();
        robot.interact(window::requestClose);
        Preferences kept = KeptPreferences.in(folder).get();
        assertThat(kept.theme()).isEqualTo(Theme.DARK);
        assertThat(kept.language()).isEqualTo("en");
        assertThat(kept.device()).isEqualTo("cpu");
        assertThat(kept.palette()).isEqualTo(Palette.SAFE);
        AgentColours.use(Palette.PUBLISHED);
    }

    @Test
    void damagedPreferencesAreToldAndTheWindowOpensAllTheSame(FxRobot robot) throws IOException {
        robot.interact(window::requestClose);
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\": ");
        robot.interact(this::openWindow);
        assertThat(robot.lookup("#status-notice").queryAs(Labeled.class).getText())
                .contains("preferences.json")
                .contains("is damaged");
        assertThat(window.appearance().themeProperty().get()).isEqualTo(Theme.LIGHT);
        robot.interact(window::requestClose);
    }
}
