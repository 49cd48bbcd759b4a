package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.log.CrashReports;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the window of messages, the notice of a crash and the About window. */
@ExtendWith(ApplicationExtension.class)
final class MessagesTest {

    private static final int PATIENCE_SECONDS = 30;

    private final ProgramLog log = new ProgramLog();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) {
        window = new MainWindow(stage, new FakeWorkbench(), KeptPreferences.forgotten(), log);
        window.show(TrainPage.ID);
        window.show();
    }

    @Test
    void messagesAreFilteredAndCopied(FxRobot robot) throws TimeoutException {
        log.publish(new LogRecord(Level.WARNING, "The disk is nearly full"));
        robot.interact(() -> window.tell("Saved"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        await(() -> robot.lookup("#log-pane").tryQuery().isPresent()
                && robot.lookup("#log-list").queryListView().getItems().size() == 2);
        log.fail("test", "It broke", new IllegalStateException("broken"));
        await(() -> robot.lookup("#log-list").queryListView().getItems().size() == 3);
        robot.interact(() -> robot.lookup("#log-level")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(1));
        assertThat(robot.lookup("#log-list").queryListView().getItems()).hasSize(2);
        robot.clickOn("#log-copy");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .contains("The disk is nearly full", "It broke", "IllegalStateException: broken")
                .doesNotContain("Saved");
    }

    @Test
    void aFailureOfAnyThreadIsToldAndTheWindowGoesOn(FxRobot robot) throws TimeoutException {
        CrashReports reports = new CrashReports(folder, log);
        reports.setListener(window::tellCrash);
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("nobody catches me");
        });
        thread.setUncaughtExceptionHandler(reports);
        thread.start();
        await(() -> robot.lookup("#banner").query().isVisible());
        assertThat(robot.lookup("#banner-message").queryAs(Labeled.class).getText())
                .contains(folder.toString())
                .contains("crash-");
        assertThat(robot.lookup("#banner-folder").query().isVisible()).isTrue();
        robot.interact(() -> window.show("runs"));
        assertThat(robot.lookup(".runs-table").tryQuery()).isPresent();
    }

    @Test
    void theAboutWindowNamesLibrariesAndCitation(FxRobot robot) {
        robot.interact(() -> window.commands().get("about").run());
        assertThat(robot.lookup("#about-citation").queryAs(TextArea.class).getText())
                .startsWith("@software{");
        TableView<?> libraries = robot.lookup("#about-libraries").query();
        assertThat(libraries.getItems()).hasSizeGreaterThan(20);
        assertThat(robot.lookup("#about-version").queryAs(Labeled.class).getText())
                .contains("Java", "JavaFX");
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
