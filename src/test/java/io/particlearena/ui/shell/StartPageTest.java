package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.RunState;
import io.particlearena.ui.FakeRun;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.gallery.StartPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the first page and what it leads to. */
@ExtendWith(ApplicationExtension.class)
final class StartPageTest {

    /** In pixels; a gap between cards would fit no card. */
    private static final double FREE_AT_MOST = 8;

    /** Enough for more than a line of cards. */
    private static final int SAVED = 8;

    private final FakeWorkbench workbench = new FakeWorkbench();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) {
        for (int i = 0; i < SAVED; i++) {
            workbench.savePreset("mine-" + i, workbench.presets().get(0).spec());
        }
        window = WindowActions.open(stage, workbench, StartPage.ID, 1000);
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
    void agentsPlayAtOnceAndTrainedOnesTakeOver(FxRobot robot) throws TimeoutException {
        await(() -> window.startPage().frames() > 3);
        await(() ->
                robot.lookup("#showcase-trained").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#showcase-random");
        long before = window.startPage().frames();
        await(() -> window.startPage().frames() > before + 3);
    }

    @Test
    void cardsShowTheScenarioAndTrainWithOneClick(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#card-maddpg-openai").tryQuery().isPresent());
        await(() -> robot.lookup("#card-maddpg-openai .image-view").queryAll().stream()
                .anyMatch(node -> node instanceof ImageView view && view.getImage() != null));
        robot.clickOn("#train-maddpg-openai");
        await(() -> window.control().state() == RunState.RUNNING);
        assertThat(Objects.requireNonNull(workbench.latest()).spec())
                .isEqualTo(workbench.presets().get(0).spec());
        assertThat(robot.lookup("#arena-canvas").tryQuery()).isPresent();
    }

    @Test
    void aCardOpensItsPresetForTraining(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#card-maddpg-openai").tryQuery().isPresent());
        robot.clickOn("#card-maddpg-openai");
        await(() -> robot.lookup("#setup-error").tryQuery().isPresent());
        assertThat(workbench.latest()).isNull();
    }

    @Test
    void scenariosHavePagesToRead(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#card-maddpg-openai").tryQuery().isPresent());
        robot.clickOn("#gallery-scenarios");
        robot.clickOn("#info-simple_tag");
        await(() -> robot.lookup("#info-view").query().isVisible());
        assertThat(robot.lookup("#info-title").queryAs(Labeled.class).getText()).isEqualTo("Predator and prey");
        assertThat(robot.lookup(".markdown-heading").queryAll()).hasSize(2);
        robot.clickOn("#info-back");
        assertThat(robot.lookup("#info-view").query().isVisible()).isFalse();
    }

    @Test
    void theGalleryIsSearched(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#card-maddpg-openai").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#gallery-search").queryAs(TextField.class).setText("no such card"));
        assertThat(robot.lookup("#card-maddpg-openai").tryQuery()).isEmpty();
        robot.interact(
                () -> robot.lookup("#gallery-search").queryAs(TextField.class).setText("published maddpg"));
        assertThat(robot.lookup("#card-maddpg-openai").tryQuery()).isPresent();
    }

    @Test
    void cardsFillTheirLinesAtEveryWidth(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#card-maddpg-openai").tryQuery().isPresent());
        Region cards = robot.lookup("#gallery-cards").queryAs(Region.class);
        for (double width : List.of(1100.0, 1101.0, 1102.0, 1103.0, 700.0, 850.0)) {
            robot.interact(() -> cards.setMaxWidth(width));
            await(() -> freeBesideCards(cards) < FREE_AT_MOST);
        }
    }

    /** What is left of the width to the right of the longest line of cards, in pixels. */
    private static double freeBesideCards(Region cards) {
        return cards.getWidth()
                - cards.getChildrenUnmodifiable().stream()
                        .mapToDouble(card -> card.getBoundsInParent().getMaxX())
                        .max()
                        .orElse(0);
    }

    @Test
    void aSpecificationIsOpenedWhereItBelongsAndOthersAreRefusedInWords(FxRobot robot)
            throws TimeoutException, IOException {
        Path spec = Files.writeString(folder.resolve("mine.json"), "{\"scenario\": \"simple_spread\"}");
        robot.interact(() -> window.open(spec));
        await(() -> window.trainPage().setupModel().seedProperty().get().equals("77"));
        Path other = Files.writeString(folder.resolve("notes.txt"), "Remember the milk");
        robot.interact(() -> window.open(other));
        await(() ->
                robot.lookup("#status-notice").queryAs(Labeled.class).getText().contains("notes.txt"));
    }
}
