package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.ui.log.ProgramLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Holds that notices give way again, faults stay, and figures stay readable beside both. */
@ExtendWith(ApplicationExtension.class)
final class StatusLineTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Progress TRAINING = new Progress(
            RunState.RUNNING, 12_345, 60_000, 1_234_567, 12_345, 20_000, 99.5, 3_700, List.of(), Stage.SINGLE);

    @SuppressWarnings("NullAway.Init")
    private StatusLine status;

    @SuppressWarnings("NullAway.Init")
    private javafx.stage.Stage stage;

    @Start
    void open(javafx.stage.Stage primary) {
        stage = primary;
        status = new StatusLine(new ProgramLog());
        BorderPane screen = new BorderPane(null, null, null, status, null);
        Scene scene = new Scene(screen, 1280, 200);
        new Appearance().dress(scene);
        primary.setScene(scene);
        primary.show();
    }

    private void pass(FxRobot robot, long seconds) {
        robot.interact(() -> {
            status.show(TRAINING, true, seconds * SECOND);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            status.show(TRAINING, true, seconds * SECOND + SECOND / 2);
            stage.getScene().getRoot().layout();
        });
    }

    private String notice() {
        return ((Labeled) status.lookup("#status-notice")).getText();
    }

    @Test
    void aNoticeGivesWayAfterAWhile(FxRobot robot) {
        robot.interact(() -> status.setNotice("Saved"));
        pass(robot, 100);
        pass(robot, 111);
        assertThat(notice()).isEqualTo("Saved");
        pass(robot, 112);
        assertThat(notice()).isEmpty();
    }

    @Test
    void aFaultStaysUntilItIsMendedAndComesBackAfterANotice(FxRobot robot) {
        robot.interact(() -> status.setFault("Too large"));
        pass(robot, 100);
        pass(robot, 500);
        assertThat(notice()).isEqualTo("Too large");
        robot.interact(() -> status.setNotice("Saved"));
        pass(robot, 501);
        assertThat(notice()).isEqualTo("Saved");
        pass(robot, 520);
        assertThat(notice()).isEqualTo("Too large");
        robot.interact(() -> status.setFault(""));
        assertThat(notice()).isEmpty();
    }

    @Test
    void aLongNoticeLeavesTheLiveFiguresWhole(FxRobot robot) {
        robot.interact(() -> {
            status.setEngine(Map.of("device", "CPU", "threads", "1"));
            status.setNotice("The run was told something that takes very many words to say. ".repeat(8));
        });
        pass(robot, 100);
        for (String id : List.of("state", "episode", "steps", "updates", "left", "notice")) {
            assertThat(status.lookup("#status-" + id).isVisible()).as(id).isTrue();
        }
        shownFigures().forEach(StatusLineTest::assertWhole);
        assertThat(status.lookup("#status-notice").getLayoutBounds().getWidth()).isGreaterThan(200);
    }

    @Test
    void inANarrowWindowFiguresAreShownWholeOrNotAtAll(FxRobot robot) {
        robot.interact(() -> stage.setWidth(480));
        pass(robot, 100);
        assertThat(shownFigures().map(Node::getId)).contains("status-state", "status-steps");
        shownFigures().forEach(StatusLineTest::assertWhole);
        assertThat(status.minWidth(-1)).isLessThanOrEqualTo(480);
    }

    private Stream<Labeled> shownFigures() {
        return Stream.of("state", "episode", "steps", "updates", "left", "device")
                .map(id -> (Labeled) status.lookup("#status-" + id))
                .filter(Node::isVisible);
    }

    private static void assertWhole(Labeled figure) {
        assertThat(((Text) figure.lookup(".text")).getText()).isEqualTo(figure.getText());
    }
}
