package io.particlearena.ui.runs;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.RunIndex;
import io.particlearena.results.Workspace;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.board.BoardPane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class KeptChartsTest {

    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    /** What one start of the program has of the page of runs. */
    private record Session(RunsModel model, BoardPane board, KeptCharts kept) {}

    @Test
    void chartsAreAtTheNextStartAsTheyWereLeft(FxRobot robot) throws TimeoutException {
        Session first = open(robot);
        robot.interact(() -> {
            list(first.model, 3);
            first.kept.keep();
        });
        finish(robot, first);
        assertThat(folder.resolve("charts.json")).doesNotExist();

        Session second = open(robot);
        robot.interact(() -> {
            list(second.model, 3);
            second.model.rows().get(1).shownProperty().set(false);
        });
        finish(robot, second);
        assertThat(folder.resolve("charts.json")).content().contains("\"run 0\", \"run 2\"");

        Session third = open(robot);
        robot.interact(() -> list(third.model, 4));
        assertThat(third.model.shown().stream().map(row -> row.run().name()))
                .containsExactly("run 3", "run 2", "run 0");
        finish(robot, third);
        assertThat(problems).isEmpty();
    }

    @Test
    void aDamagedFileCostsTheSettingsOnlyAndIsTold(FxRobot robot) throws TimeoutException, IOException {
        Files.writeString(folder.resolve("charts.json"), "{\"axis\": ");
        Session damaged = open(robot);
        robot.interact(() -> list(damaged.model, 3));
        assertThat(damaged.model.shown()).hasSize(3);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).endsWith("charts.json is damaged, so all its settings are at their defaults.");
        finish(robot, damaged);

        Files.writeString(folder.resolve("charts.json"), "{\"smoothing\": 3, \"newest_run\": \"today\"}");
        finish(robot, open(robot));
        assertThat(problems.get(1)).endsWith("are left out: newest_run, smoothing.");
    }

    private Session open(FxRobot robot) throws TimeoutException {
        List<Session> session = new ArrayList<>();
        robot.interact(() -> {
            RunsModel model = new RunsModel();
            BoardPane board = new BoardPane();
            session.add(new Session(model, board, new KeptCharts(new Workspace(folder), board, model, problems::add)));
        });
        await(() -> session.get(0).kept.isRead());
        return session.get(0);
    }

    private static void finish(FxRobot robot, Session session) {
        robot.interact(session.kept::close);
        session.board.close();
    }

    private void list(RunsModel model, int runs) {
        List<WorkspaceRun> listed = IntStream.range(0, runs)
                .mapToObj(place -> RunsModelTest.run(folder, place))
                .toList();
        model.update(new RunIndex.Contents(listed, List.of(), List.of()));
    }
}
