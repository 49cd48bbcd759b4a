package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.UserPresets;
import io.particlearena.results.RunFolder;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.compare.ComparePage;
import io.particlearena.ui.gallery.StartPage;
import io.particlearena.ui.setup.PolicySetup;
import io.particlearena.ui.setup.SetupModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Trains the missing runs of a pair from the page that compares algorithms. */
@ExtendWith(ApplicationExtension.class)
final class ComparePageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) {
        window = WindowActions.open(
                stage,
                new StandardWorkbench(Catalogue.standard(), new UserPresets(runs.resolve("own-presets")), runs),
                StartPage.ID,
                800);
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        WindowClosing.close(robot, window);
    }

    @Test
    void missingRunsOfAPairAreTrainedByOneClick(FxRobot robot) throws TimeoutException, IOException {
        robot.interact(() -> {
            SetupModel setup = window.trainPage().setupModel();
            setup.chooseScenario("simple_push");
            for (PolicySetup policy : List.of(setup.good(), setup.bad())) {
                policy.formProperty().get().find("num_units").orElseThrow().setValue(8L);
            }
            setup.runForm().find("num_episodes").orElseThrow().setValue(3L);
            window.show(ComparePage.ID);
        });
        await(() -> robot.lookup("#pair-maddpg-maddpg").tryQuery().isPresent());
        assertThat(texts(robot)).contains("\u2013", "0 of 3 runs");
        Button start = robot.lookup("#compare-start").queryButton();
        assertThat(start.getText()).isEqualTo("Train 3 missing runs");
        robot.clickOn("#pair-maddpg-maddpg");
        await(() -> texts(robot).contains("3 of 3 runs"));
        assertThat(RunFolder.list(runs)).hasSize(3).allMatch(run -> run.state().equals("finished"));
        assertThat(texts(robot)).anyMatch(text -> text.contains(" \u00b1 "));
        await(start::isDisabled);
        // Three episodes are too few for an update.
        assertThat(text(robot, "#compare-unlearned")).startsWith("No run of this table has made an update");
        assertThat(text(robot, "#compare-spread")).contains("Student's t");
        assertThat(robot.lookup("#pair-maddpg-maddpg").query().getStyleClass())
                .noneMatch(style -> style.startsWith("tint-"));
        assertThat(centre(robot, ".matrix-column .text")).isCloseTo(centre(robot, ".matrix-cell"), Offset.offset(1.0));
    }

    private static double centre(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds()).getCenterX();
    }

    @Test
    void whatIsWrongWithTheSettingsIsSaid(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            window.show(TrainPage.ID);
            SetupModel setup = window.trainPage().setupModel();
            setup.runForm().find("num_episodes").orElseThrow().textProperty().set("0");
            setup.validate();
            window.show(ComparePage.ID);
        });
        assertThat(text(robot, "#compare-fault"))
                .startsWith("The settings of the page Train are not in order. Option num_episodes is \"0\"");
        robot.interact(() -> {
            SetupModel setup = window.trainPage().setupModel();
            setup.runForm().find("num_episodes").orElseThrow().setValue(3L);
            setup.validate();
        });
        await(() -> text(robot, "#compare-fault").isEmpty());
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".matrix-cell .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
