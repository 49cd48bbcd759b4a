package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.gallery.StartPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Looks at the episodes of a small run that was trained before. */
@ExtendWith(ApplicationExtension.class)
final class EpisodesPageTest {

    private static final String SPEC = """
            {"scenario": "simple_tag",
             "policies": {"good": {"algorithm": "maddpg", "options": {"num_units": 8, "warm_up_steps": 5000}},
                          "bad": {"algorithm": "maddpg", "options": {"num_units": 8, "warm_up_steps": 5000}}},
             "run": {"num_episodes": 40, "record_every": 10, "checkpoint_interval": 0}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

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
        window = WindowActions.open(stage, StandardWorkbench.inFolder(runs.toString()), StartPage.ID, 900);
    }

    private static Path run() {
        return runs.resolve("small");
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        WindowClosing.close(robot, window);
    }

    @Test
    void theNewestRecordingOfTheNewestRunPlaysAndKeysMoveInIt(FxRobot robot) throws TimeoutException {
        robot.clickOn("#page-episodes");
        await(() -> text(robot, "#episodes-moment").equals("Step 750: training episode 31"));
        await(() -> text(robot, "#episodes-time").startsWith("Step 5 of 25"));
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.RIGHT);
        assertThat(text(robot, "#episodes-time")).isEqualTo("Step 1 of 25");
        robot.push(KeyCode.END);
        await(() -> text(robot, "#step-title").equals("Step 25 of 25"));
        robot.push(KeyCode.LEFT);
        await(() -> text(robot, "#step-title").equals("Step 24 of 25"));
        await(() -> !scalars(robot).isEmpty() && scalars(robot).stream().noneMatch(String::isEmpty));
        robot.push(KeyCode.HOME);
        await(() -> text(robot, "#step-title").equals("Step 0 of 25"));
        assertThat(scalars(robot)).isNotEmpty().allMatch(String::isEmpty);
        assertThat(robot.lookup("#agent-3").tryQuery()).isPresent();
        assertThat(robot.lookup(".timeline-lane").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .containsExactly("tag", "left arena");
        robot.push(KeyCode.PAGE_UP);
        await(() -> text(robot, "#episodes-moment").equals("Step 500: training episode 21"));
    }

    @Test
    void theMouseScrubsAndSpeedIsChosen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.watch(run(), 260));
        await(() -> text(robot, "#episodes-moment").equals("Step 250: training episode 11"));
        await(() -> text(robot, "#episodes-time").endsWith("of 25"));
        robot.clickOn("#episodes-play");
        robot.clickOn("#timeline");
        String middle = text(robot, "#episodes-time");
        assertThat(middle).isBetween("Step 10 of 25", "Step 13 of 25");
        robot.clickOn("#episodes-slower").clickOn("#episodes-slower").clickOn("#episodes-slower");
        robot.clickOn("#episodes-slower");
        assertThat(text(robot, "#episodes-speed")).isEqualTo("⅛×");
    }

    @Test
    void aCheckpointPlaysEpisodesThatCanBeRecorded(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.watch(run(), 1000));
        await(() -> text(robot, "#episodes-moment").equals("Step 1\u202f000: checkpoint, episode 1"));
        await(() -> !robot.lookup("#episodes-record").query().isDisabled());
        robot.clickOn("#episodes-another");
        await(() -> text(robot, "#episodes-moment").endsWith("episode 2"));
        await(() -> !robot.lookup("#episodes-record").query().isDisabled());
        robot.clickOn("#episodes-record");
        await(() -> text(robot, "#episodes-moment").contains("recorded, seed 1-1"));
        assertThat(EpisodeFile.list(new RunFolder(run()).episodes()).stream().map(EpisodeFile::source))
                .contains(EpisodeFile.EVALUATION);
    }

    @Test
    void aPersonPlaysAlongWithTheKeysAndHandsBack(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.watch(run(), 1000));
        await(() -> robot.lookup("#episodes-live").tryQuery().isPresent()
                && robot.lookup("#episodes-live").query().isVisible());
        robot.clickOn("#episodes-live");
        await(() -> robot.lookup("#take-over").tryQuery().isPresent()
                && robot.lookup("#take-over").query().getParent().isVisible());
        ComboBox<?> seats = robot.lookup("#take-over").queryAs(ComboBox.class);
        assertThat(seats.getItems()).hasSize(5);
        assertThat(seats.getValue()).isEqualTo(-1);
        robot.interact(() -> seats.getSelectionModel().select(4));
        await(() -> text(robot, "#take-over-score").startsWith("Score"));
        assertThat(text(robot, "#arena-hint")).isEqualTo("Arrow keys or W A S D move agent 0, Esc hands it back.");
        assertThat(text(robot, "#episodes-moment")).isEqualTo("Step 1\u202f000: checkpoint, played live");
        assertThat(robot.lookup("#episodes-follow").query().isVisible()).isFalse();
        robot.press(KeyCode.UP).press(KeyCode.D);
        await(() -> text(robot, "#take-over-score").contains("mean"));
        await(() -> text(robot, "#arena-caption").startsWith("Episode 3"));
        robot.release(KeyCode.UP).release(KeyCode.D);
        robot.push(KeyCode.ESCAPE);
        assertThat(seats.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(text(robot, "#take-over-score")).isEmpty();
        assertThat(robot.lookup("#arena-hint").query().isVisible()).isFalse();
        robot.interact(() -> seats.getSelectionModel().select(4));
        robot.clickOn("#episodes-live");
        assertThat(seats.getValue()).isEqualTo(-1);
        assertThat(robot.lookup("#timeline").tryQuery()).isPresent();
        assertThat(robot.lookup("#episodes-follow").query().isVisible()).isTrue();
    }

    @Test
    void aRunIsForkedFromACheckpointAfterItsOptionsWereChanged(FxRobot robot)
            throws TimeoutException, InterruptedException {
        robot.interact(() -> window.watch(run(), 1000));
        await(() -> robot.lookup("#episodes-fork").tryQuery().isPresent()
                && robot.lookup("#episodes-fork").query().isVisible());
        robot.clickOn("#episodes-fork");
        await(() -> robot.lookup("#fork-line").tryQuery().isPresent()
                && robot.lookup("#fork-line").query().isVisible());
        robot.interact(() -> window.trainPage()
                .setupModel()
                .runForm()
                .find("num_episodes")
                .orElseThrow()
                .setValue(45L));
        robot.clickOn("#train");
        await(() -> window.control().state() == RunState.FINISHED);
        RunHandle forked = Objects.requireNonNull(window.control().handle());
        forked.await();
        RunSummary summary = RunSummary.read(new RunFolder(forked.folder()).summary());
        assertThat(summary.episodes()).isEqualTo(45);
        assertThat(summary.steps()).isEqualTo(1125);
        assertThat(robot.lookup("#fork-line").query().isVisible()).isFalse();
    }

    @Test
    void severalEpisodesShareOneTimeline(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.watch(run(), 500));
        await(() -> text(robot, "#episodes-time").endsWith("of 25"));
        for (int arrangement = 1; arrangement <= 3; arrangement++) {
            int chosen = arrangement;
            robot.interact(() -> robot.lookup("#episodes-arenas")
                    .queryAs(ComboBox.class)
                    .getSelectionModel()
                    .select(chosen));
            int arenas = arrangement == 1 ? 2 : 9;
            await(() -> robot.lookup(".arena-cell").queryAll().size() == arenas);
            await(() -> robot.lookup(".empty-state").queryAll().stream()
                            .filter(EpisodesPageTest::isInArena)
                            .noneMatch(Node::isVisible)
                    || chosen == 2);
        }
        assertThat(robot.lookup(".arena-cell-caption").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .contains("Step 1\u202f000: checkpoint, episode 9  ·  small");
    }

    @Test
    void aFileOfTheReferenceImplementationIsShown(FxRobot robot) throws TimeoutException {
        Path golden = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");
        robot.interact(() -> window.open(golden));
        await(() -> robot.lookup("#episodes-moment").tryQuery().isPresent()
                && text(robot, "#episodes-moment").equals("simple_tag-1.json"));
        await(() -> robot.lookup("#agent-0").tryQuery().isPresent());
    }

    /** What is told of the agents' Q values. */
    private static List<String> scalars(FxRobot robot) {
        return robot.lookup(".agent-signal").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isInArena(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("arena-cell")) {
                return true;
            }
        }
        return false;
    }
}
