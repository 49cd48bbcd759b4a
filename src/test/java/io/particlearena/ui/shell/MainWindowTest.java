package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.RunState;
import io.particlearena.ui.FakeRun;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.Theme;
import io.particlearena.ui.WindowActions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the window without a display, with runs that are made up. */
@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {

    private final FakeWorkbench workbench = new FakeWorkbench();

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage primary) {
        stage = primary;
        window = WindowActions.open(primary, workbench, TrainPage.ID, 800);
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
    void aRunMovesTheArenaAndLetsCurvesGrowUntilItIsStopped(FxRobot robot) throws TimeoutException {
        robot.clickOn("#train");
        await(() -> window.control().state() == RunState.RUNNING);
        await(() -> window.trainPage().arena().framesProperty().get() > 5);
        WritableImage before = picture(robot, "#arena-canvas");
        await(() -> window.trainPage().charts().drawingsProperty().get() > 8);
        long frames = window.trainPage().arena().framesProperty().get();
        await(() -> window.trainPage().arena().framesProperty().get() > frames + 3);
        assertThat(differs(before, picture(robot, "#arena-canvas"))).isTrue();
        assertThat(text(robot, "#arena-caption")).startsWith("Episode ").contains("step");
        await(() -> text(robot, "#status-state").equals("Training"));
        assertThat(text(robot, "#status-episode")).contains("of");

        robot.clickOn("#pause");
        await(() -> window.control().state() == RunState.PAUSED);
        await(() -> text(robot, "#pause").equals("Resume"));
        robot.clickOn("#pause");
        await(() -> window.control().state() == RunState.RUNNING);

        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        await(() -> !robot.lookup("#train").queryAs(Button.class).isDisabled());
    }

    @Test
    void theChosenScenarioIsShownBeforeTheFirstRun(FxRobot robot) throws TimeoutException {
        await(() -> window.trainPage().arena().framesProperty().get() > 2);
        assertThat(text(robot, "#arena-caption")).startsWith("Preview");
        assertThat(text(robot, "#arena-hint")).contains("Press Train");
        robot.interact(() -> window.trainPage().setupModel().chooseScenario("simple_spread"));
        await(() -> Objects.requireNonNull(workbench.previewed()).scenario().equals("simple_spread"));
        robot.interact(() -> window.trainPage()
                .setupModel()
                .scenarioFormProperty()
                .get()
                .find("num_adversaries")
                .orElseThrow()
                .setValue(5L));
        await(() ->
                Objects.requireNonNull(workbench.previewed()).scenarioOptions().containsValue(5L));
        robot.clickOn("#train");
        await(() -> text(robot, "#arena-caption").startsWith("Episode"));
        assertThat(robot.lookup("#arena-hint").query().isVisible()).isFalse();
    }

    @Test
    void predictionsAndLearningAreShownWhereAgentsModelEachOther(FxRobot robot) throws TimeoutException {
        workbench.modelOpponents();
        robot.clickOn("#train");
        await(() -> window.trainPage().arena().framesProperty().get() > 3
                && robot.lookup("#predictions-shown").query().isVisible());
        robot.clickOn("#predictions-shown");
        assertThat(robot.lookup("#predictions-whose").query().isVisible()).isFalse();
        robot.clickOn("#predictions-shown");
        assertThat(choices(robot, "#predictions-whose")).containsExactly("All agents'", "adversary 0", "adversary 1");
        await(() -> text(robot, "#course-stage").equals("Cycle 2 of 3 · trajectory 2 of 2 · against maddpg"));
        await(() -> !robot.lookup("#course-pool").query().isDisabled());
        assertThat(text(robot, "#course-pool")).isEqualTo("1 trajectory");
        assertThat(choices(robot, "#learning-map-choice")).hasSize(2);
        await(() -> !isEmpty(picture(robot, "#learning-map-canvas")));
    }

    @Test
    void ordinaryRunsShowNoCourseAndNoPredictions(FxRobot robot) throws TimeoutException {
        robot.clickOn("#train");
        await(() -> window.control().state() == RunState.RUNNING
                && window.trainPage().arena().framesProperty().get() > 5);
        assertThat(robot.lookup("#course-pane").query().isVisible()).isFalse();
        assertThat(robot.lookup("#predictions-shown").query().getParent().isVisible())
                .isFalse();
    }

    private static List<String> choices(FxRobot robot, String query) {
        ComboBox<?> box = robot.lookup(query).queryAs(ComboBox.class);
        return box.getItems().stream().map(String::valueOf).toList();
    }

    private static boolean isEmpty(WritableImage image) {
        int background = image.getPixelReader().getArgb(1, 1);
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getArgb(x, y) != background) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void aWrongValueIsShownAtItsFieldAndNoRunBegins(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> robot.lookup("#good-form").queryAs(TitledPane.class).setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() ->
                robot.lookup("#good-form #field-lr").queryAs(TextField.class).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("7");
        await(() -> text(robot, "#good-form #error-lr").contains("0 … 1"));
        robot.clickOn("#option-search").write("episode");
        robot.interact(
                () -> robot.lookup("#only-changed").queryAs(ToggleButton.class).setSelected(true));
        robot.clickOn("#train");
        TextField wrong = robot.lookup("#good-form #field-lr").queryAs(TextField.class);
        await(wrong::isFocused);
        assertThat(wrong.getParent().getParent().isVisible()).isTrue();
        assertThat(text(robot, "#status-notice")).isEqualTo("Option lr is \"7\", but must be a number from 0 to 1.");
        assertThat(window.control().activeProperty().get()).isFalse();
        assertThat(workbench.latest()).isNull();

        robot.interact(() ->
                robot.lookup("#good-form #field-lr").queryAs(TextField.class).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("1e-4");
        await(() -> text(robot, "#good-form #error-lr").isEmpty());
        await(() -> text(robot, "#status-notice").isEmpty());
        robot.clickOn("#train");
        await(() -> workbench.latest() != null);
        assertThat(Objects.requireNonNull(workbench.latest())
                        .spec()
                        .policy("good")
                        .options())
                .containsEntry("lr", 1e-4);
    }

    @Test
    void aPolicyThatTakesTurnsIsChosenSetAndTakenAway(FxRobot robot) throws TimeoutException {
        robot.clickOn("#turns-first");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("with the good policy");
        await(() -> robot.lookup("#turn-good-2").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#good-2-form").queryAs(TitledPane.class).setExpanded(true));
        robot.interact(() ->
                robot.lookup("#good-2-form #field-lr").queryAs(TextField.class).setText("0.25"));
        robot.clickOn("#train");
        await(() -> workbench.latest() != null);
        ExperimentSpec spec = Objects.requireNonNull(workbench.latest()).spec();
        assertThat(spec.opponents()).containsExactly("good", "good-2");
        assertThat(spec.policy("good-2").algorithm()).isEqualTo("ddpg");
        assertThat(spec.policy("good-2").options()).containsEntry("lr", 0.25);
        assertThat(robot.lookup("#turn-remove-good-2").query().isDisabled()).isTrue();

        robot.clickOn("#stop");
        await(() -> !robot.lookup("#turn-remove-good-2").query().isDisabled());
        robot.clickOn("#turn-remove-good-2");
        await(() -> robot.lookup("#turn-good-2").tryQuery().isEmpty());
        assertThat(robot.lookup("#good-2-form").tryQuery()).isEmpty();
    }

    @Test
    void whileTrainingOnlyLiveOptionsCanBeChangedAndReachTheRun(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            robot.lookup("#good-form").queryAs(TitledPane.class).setExpanded(true);
            robot.lookup("#scenario-form").queryAs(TitledPane.class).setExpanded(true);
        });
        robot.clickOn("#train");
        await(() -> window.control().state() == RunState.RUNNING);
        assertThat(robot.lookup("#scenario").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#scenario-form #field-num_adversaries").query().isDisabled())
                .isTrue();
        assertThat(robot.lookup("#good-form #field-gamma").query().isDisabled()).isTrue();
        TextField rate = robot.lookup("#good-form #field-lr").queryAs(TextField.class);
        assertThat(rate.isDisabled()).isFalse();
        robot.interact(rate::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("7");
        await(() -> !text(robot, "#good-form #error-lr").isEmpty());
        FakeRun run = Objects.requireNonNull(workbench.latest());
        assertThat(run.changes()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("1e-3");
        await(() -> run.changes().equals(List.of("good.lr=0.001")));
        run.stop();
        await(() -> !robot.lookup("#scenario").query().isDisabled());
    }

    @Test
    void aRunThatFailsSaysWhyAndTheNextOneWorks(FxRobot robot) throws TimeoutException {
        workbench.failNext();
        robot.clickOn("#train");
        await(() -> robot.lookup("#banner").query().isVisible());
        assertThat(text(robot, "#banner-message")).isEqualTo("The loss of adversary 0 is not a number.");
        await(() -> text(robot, "#status-state").equals("Failed"));
        robot.clickOn("#train");
        await(() -> window.control().state() == RunState.RUNNING);
        assertThat(robot.lookup("#banner").query().isVisible()).isFalse();
    }

    @Test
    void keysChangeTheLookAndTheEpisode(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await(() -> window.appearance().themeProperty().get() == Theme.DARK);
        double size = window.appearance().textSizeProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        await(() -> window.appearance().textSizeProperty().get() == size + 1);
        robot.push(KeyCode.F5);
        await(() -> window.trainPage().arena().framesProperty().get() > 2);
        robot.interact(() -> robot.lookup("#train").query().getScene().getRoot().requestFocus());
        robot.push(KeyCode.SPACE);
        await(() -> window.trainPage().arena().pausedProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        long frames = window.trainPage().arena().framesProperty().get();
        robot.push(KeyCode.RIGHT);
        await(() -> window.trainPage().arena().framesProperty().get() > frames);
    }

    @Test
    void closingWhileTrainingAsksFirst(FxRobot robot) throws TimeoutException {
        robot.clickOn("#train");
        await(() -> window.control().state() == RunState.RUNNING);
        Platform.runLater(window::requestClose);
        await(() -> robot.lookup("#keep-training").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#keep-training");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.isShowing()).isTrue();
        assertThat(window.control().state()).isEqualTo(RunState.RUNNING);
    }

    private static WritableImage picture(FxRobot robot, String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(query).query().snapshot(null, null));
    }

    private static boolean differs(WritableImage one, WritableImage other) {
        for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }
}
