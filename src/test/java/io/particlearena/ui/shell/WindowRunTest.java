package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.Recordings;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.UserPresets;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.scenario.Scenarios;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import io.particlearena.ui.setup.PolicySetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Trains for a moment in the window, with the program's own scenarios, algorithms and files. */
@ExtendWith(ApplicationExtension.class)
final class WindowRunTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage primary) {
        stage = primary;
        List<AlgorithmEntry<?>> algorithms = new ArrayList<>(Algorithms.all());
        algorithms.add(FailingPolicy.ENTRY);
        Catalogue catalogue = new Catalogue(Scenarios.entries(), algorithms);
        window = WindowActions.open(
                stage,
                new StandardWorkbench(catalogue, new UserPresets(runs.resolve("own-presets")), runs),
                TrainPage.ID,
                800);
    }

    /** Small networks, that learn soon and at little cost. */
    private void setSmall(FxRobot robot, long episodes) {
        robot.interact(() -> {
            for (PolicySetup policy : List.of(
                    window.trainPage().setupModel().good(),
                    window.trainPage().setupModel().bad())) {
                FormModel form = policy.formProperty().get();
                form.find("batch_size").orElseThrow().setValue(16L);
                form.find("num_units").orElseThrow().setValue(8L);
                form.find("warm_up_steps").orElseThrow().setValue(100L);
            }
            window.trainPage()
                    .setupModel()
                    .runForm()
                    .find("num_episodes")
                    .orElseThrow()
                    .setValue(episodes);
        });
    }

    private void choose(String algorithm) {
        CatalogueEntry chosen = window.trainPage().setupModel().workbench().algorithms().stream()
                .filter(entry -> entry.name().equals(algorithm))
                .findFirst()
                .orElseThrow();
        window.trainPage().setupModel().good().algorithmProperty().set(chosen);
        window.trainPage().setupModel().bad().algorithmProperty().set(chosen);
    }

    private RunHandle run() {
        return Objects.requireNonNull(window.control().handle());
    }

    private static RunSummary summary(RunHandle run) {
        return RunSummary.read(new RunFolder(run.folder()).summary());
    }

    @Test
    void agentsLearnAndAreSeenUntilTheRunIsStopped(FxRobot robot) throws TimeoutException, InterruptedException {
        setSmall(robot, 25_000);
        robot.clickOn("#train");
        await(() -> window.control().progressProperty().get().updates() > 8);
        await(() -> window.trainPage().arena().framesProperty().get() > 5);
        await(() -> window.trainPage().charts().drawingsProperty().get() > 8);
        assertThat(robot.lookup("#status-device").queryAs(Labeled.class).getText())
                .isEqualTo("CPU, 1 thread");
        robot.clickOn("#episode-keep");
        robot.clickOn("#episode-restart");
        await(() -> EpisodeFile.list(new RunFolder(run().folder()).episodes()).stream()
                .anyMatch(file -> file.source().equals(EpisodeFile.WATCHED)));
        await(() -> !robot.lookup("#episode-keep").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        run().await();
        assertThat(run().folder()).startsWith(runs).isDirectoryContaining("glob:**summary.json");
    }

    @Test
    void aRunInTheWindowEndsInTheSameBytesAsOneWithoutIt(FxRobot robot) throws TimeoutException, InterruptedException {
        setSmall(robot, 2000);
        robot.interact(() -> window.trainPage().arena().changeSpeed(3));
        robot.clickOn("#train");
        await(() -> {
            window.control().pause();
            return window.control().state() == RunState.PAUSED;
        });
        await(() -> window.trainPage().arena().framesProperty().get() > 5);
        robot.interact(window::pauseOrResume);
        await(() -> window.control().state() == RunState.FINISHED);
        run().await();
        assertThat(window.trainPage().charts().drawingsProperty().get()).isPositive();
        RunSummary shown = summary(run());
        RunHandle unseen =
                StandardWorkbench.inFolder(runs.resolve("unseen").toString()).start(run().spec(), List.of());
        unseen.await();
        assertThat(shown.updates()).isPositive();
        assertThat(shown.metricsSha256()).isEqualTo(summary(unseen).metricsSha256());
        assertThat(shown.weightsSha256()).isEqualTo(summary(unseen).weightsSha256());
    }

    @Test
    void closingWhileTrainingSavesEndsAndClosesTheWindow(FxRobot robot) throws TimeoutException, InterruptedException {
        Platform.setImplicitExit(false);
        setSmall(robot, 25_000);
        robot.clickOn("#train");
        await(() -> window.control().progressProperty().get().updates() > 0);
        Platform.runLater(window::requestClose);
        await(() -> robot.lookup("#save-and-quit").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#save-and-quit");
        await(() -> !stage.isShowing());
        run().await();
        assertThat(summary(run()).state()).isEqualTo("stopped");
        assertThat(summary(run()).steps()).isPositive();
        assertThat(new RunFolder(run().folder()).checkpoints())
                .isDirectoryContaining("glob:**" + summary(run()).steps() + ".state");
    }

    @Test
    void aStoppedRunGoesOnFromTheListOfRunsAndEndsInTheSameBytes(FxRobot robot)
            throws TimeoutException, InterruptedException {
        setSmall(robot, 2000);
        robot.clickOn("#train");
        await(() -> {
            window.control().pause();
            return window.control().state() == RunState.PAUSED;
        });
        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        RunHandle stopped = run();
        stopped.await();
        assertThat(summary(stopped).state()).isEqualTo("stopped");

        robot.interact(() -> window.open(stopped.folder()));
        await(() -> robot.lookup("#runs-selected").tryQuery().isPresent()
                && !robot.lookup("#runs-action-resume").query().isDisabled());
        robot.clickOn("#runs-action-resume");
        await(() -> window.control().state() == RunState.FINISHED);
        RunHandle resumed = run();
        resumed.await();
        assertThat(resumed.folder()).isEqualTo(stopped.folder());
        assertThat(robot.lookup("#arena-canvas").tryQuery()).isPresent();

        RunHandle whole =
                StandardWorkbench.inFolder(runs.resolve("whole").toString()).start(resumed.spec(), List.of());
        whole.await();
        assertThat(summary(resumed).metricsSha256()).isEqualTo(summary(whole).metricsSha256());
        assertThat(summary(resumed).weightsSha256()).isEqualTo(summary(whole).weightsSha256());
    }

    @Test
    void noiseChangesWhileTrainingAndIsShownAgainWhereTheRunGoesOn(FxRobot robot)
            throws TimeoutException, InterruptedException, IOException {
        setSmall(robot, 100_000);
        robot.clickOn("#train");
        await(() -> window.control().progressProperty().get().updates() > 0);
        Field noise = noise();
        assertThat(robot.lookup("#setup-live").query().isVisible()).isTrue();
        robot.interact(() -> noise.textProperty().set("0.3"));
        await(() -> Files.exists(new RunFolder(run().folder()).changes()));
        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        RunHandle stopped = run();
        stopped.await();
        assertThat(Files.readString(new RunFolder(stopped.folder()).changes()))
                .contains("\"option\" : \"action_noise\"", "\"value\" : 0.3");

        robot.interact(() -> window.resume(stopped.folder(), stopped.spec()));
        assertThat(noise().value()).isEqualTo(0.0);
        await(() -> noise().value().equals(0.3));
        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        await(() -> noise().value().equals(0.0));
        run().await();
    }

    @Test
    void whatAPersonPlaysIsLearnedFromWhereThatIsAskedFor(FxRobot robot) throws TimeoutException, InterruptedException {
        setSmall(robot, 100_000);
        robot.interact(() -> window.trainPage().arena().changeSpeed(3));
        robot.clickOn("#train");
        await(() -> window.control().progressProperty().get().updates() > 0);
        await(() -> window.trainPage().arena().framesProperty().get() > 2);
        CheckBox teach = robot.lookup("#take-over-teach").queryAs(CheckBox.class);
        assertThat(teach.isVisible()).isFalse();
        ComboBox<Integer> seats = robot.lookup("#take-over").queryComboBox();
        robot.interact(() -> seats.setValue(1));
        await(() -> teach.isVisible() && teach.getWidth() > 0);
        assertThat(teach.isSelected()).isFalse();
        Bounds place = teach.localToScene(teach.getLayoutBounds());
        await(() -> robot.lookup("#take-over-score")
                .queryAs(Labeled.class)
                .getText()
                .contains("mean"));
        assertThat(lessons()).isEmpty();
        // It does not move about while the score beside it becomes longer.
        assertThat(teach.localToScene(teach.getLayoutBounds())).isEqualTo(place);

        robot.interact(() -> teach.setSelected(true));
        await(() -> !lessons().isEmpty());
        robot.clickOn("#stop");
        await(() -> window.control().state() == RunState.STOPPED);
        await(() -> !teach.isVisible());
        run().await();
        assertThat(Recordings.verify(Catalogue.standard(), lessons().get(0).path())
                        .agrees())
                .isTrue();
    }

    private List<EpisodeFile> lessons() {
        return EpisodeFile.list(new RunFolder(run().folder()).episodes()).stream()
                .filter(file -> file.source().equals(EpisodeFile.LESSON))
                .toList();
    }

    private Field noise() {
        return window.trainPage()
                .setupModel()
                .scenarioFormProperty()
                .get()
                .find("action_noise")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "NAN, 'The critic_loss of agent adversary 0 is NaN at step 1000'",
        "MEMORY, 'The run needs more than the '",
        "BUG, 'The run failed unexpectedly: '"
    })
    void aFailureIsToldTheDataStaysAndTheWindowLivesOn(FailingPolicy.Failure failure, String message, FxRobot robot)
            throws TimeoutException, InterruptedException {
        robot.interact(() -> {
            choose("failing");
            FormModel bad = window.trainPage().setupModel().bad().formProperty().get();
            bad.find("failure").orElseThrow().setValue(failure.name().toLowerCase(Locale.ROOT));
        });
        robot.clickOn("#train");
        await(() -> robot.lookup("#banner").query().isVisible());
        assertThat(robot.lookup("#banner-message").queryAs(Labeled.class).getText())
                .startsWith(message);
        await(() -> window.control().state() == RunState.FAILED);
        RunHandle failed = run();
        failed.await();
        assertThat(summary(failed).state()).isEqualTo("failed");
        assertThat(summary(failed).steps()).isEqualTo(1000);
        assertThat(failed.folder()).isDirectoryContaining("glob:**events.out.tfevents.*");

        robot.interact(() -> choose("maddpg"));
        setSmall(robot, 25_000);
        robot.clickOn("#train");
        await(() -> window.control().progressProperty().get().updates() > 0);
        assertThat(robot.lookup("#banner").query().isVisible()).isFalse();
    }

    @Test
    void aRunThatIsRefusedAtItsStartSaysWhyWhereOneLooks(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.trainPage().setup().choosePreset("lemol-push"));
        robot.interact(() -> {
            FormModel run = window.trainPage().setupModel().runForm();
            run.find("num_episodes").orElseThrow().setValue(80L);
        });
        assertThat(robot.lookup("#field-chunk_length").tryQuery()).isEmpty();
        robot.clickOn("#train");
        await(() -> !window.control().activeProperty().get());
        WaitForAsyncUtils.waitForFxEvents();

        String reason =
                "Policy bad: Option chunk_length is 64, which makes chunks of 1600 steps, but a trajectory has at"
                        + " most 0 after exploration; raise num_episodes.";
        assertThat(robot.lookup("#status-notice").queryAs(Labeled.class).getText())
                .isEqualTo(reason);
        assertThat(robot.lookup("#status-notice").query().isVisible()).isTrue();
        assertThat(robot.lookup(".empty-title").queryAs(Labeled.class).getText())
                .isEqualTo("The run was not started");
        assertThat(robot.lookup(".empty-text").queryAs(Labeled.class).getText()).isEqualTo(reason);
        assertThat(robot.lookup("#field-chunk_length").tryQuery()).isPresent();

        setSmall(robot, 25_000);
        await(() -> robot.lookup(".empty-title").queryAll().stream().noneMatch(Node::isVisible)
                || !robot.lookup(".empty-title").query().getParent().isVisible());
        assertThat(window.trainPage()
                        .setupModel()
                        .bad()
                        .formProperty()
                        .get()
                        .find("chunk_length")
                        .orElseThrow()
                        .errorProperty()
                        .get())
                .isEmpty();
    }

    @AfterEach
    void end(FxRobot robot) throws InterruptedException, TimeoutException {
        RunHandle run = window.control().handle();
        if (run != null) {
            run.stop();
            run.await();
        }
        WindowClosing.close(robot, window);
    }

    @Test
    void aSpecificationAloneBeginsNoFolderOfExperience(FxRobot robot) throws TimeoutException, IOException {
        Path pool = runs.resolve("pool");
        Path file = Files.writeString(
                runs.resolve("foreign.json"),
                "{\"scenario\": \"simple_push\", \"policies\": {\"bad\": {\"algorithm\": \"lemol\", \"options\":"
                        + " {\"lemol_save_path\": \"" + pool + "\"}}}}");
        String scenario =
                window.trainPage().setupModel().scenarioProperty().get().name();
        robot.interact(() -> window.open(file));
        await(() -> robot.lookup("#status-notice")
                .queryAs(Labeled.class)
                .getText()
                .contains("Option lemol_save_path is " + pool + " in the file"));
        assertThat(window.trainPage().setupModel().scenarioProperty().get().name())
                .isEqualTo(scenario);
        assertThat(pool).doesNotExist();
    }
}
