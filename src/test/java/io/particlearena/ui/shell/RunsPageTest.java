package io.particlearena.ui.shell;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.menuItem;
import static io.particlearena.ui.WindowActions.openMenu;
import static io.particlearena.ui.WindowActions.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.RunState;
import io.particlearena.results.EventWriter;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunMetadata;
import io.particlearena.results.RunSummary;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.store.LockFile;
import io.particlearena.ui.FakeRun;
import io.particlearena.ui.FakeWorkbench;
import io.particlearena.ui.WindowActions;
import io.particlearena.ui.chart.ChartSurface;
import io.particlearena.ui.runs.RunsPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the page of runs over run folders that were written by hand. */
@ExtendWith(ApplicationExtension.class)
final class RunsPageTest {

    private final FakeWorkbench workbench = new FakeWorkbench();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void open(Stage stage) throws IOException {
        workbench.setRunsFolder(folder.resolve("runs"));
        write("alpha", "simple_tag", "finished", 40);
        write("beta", "simple_tag", "stopped", 10);
        write("gamma", "simple_spread", "finished", 40);
        window = WindowActions.open(stage, workbench, RunsPage.ID, 800);
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        WindowClosing.close(robot, window);
    }

    @Test
    void runsAreListedWithTheirCurvesAndFollowedWhileTheyAreWritten(FxRobot robot)
            throws TimeoutException, IOException {
        await(() -> names(robot).equals(List.of("gamma", "beta", "alpha")));
        await(() -> text(robot, "#runs-shown").equals("3 of 3 in the charts"));
        await(() -> robot.lookup((Node node) -> "card-agent 0/episode_return".equals(node.getId()))
                .tryQuery()
                .isPresent());
        assertThat(cells(robot, "beta")).contains("stopped 25 %", "1.50", "maddpg", "7", "simple_tag");

        RunFolder going = new RunFolder(write("delta", "simple", "running", 4));
        try (LockFile lock = going.lock()) {
            assertThat(lock).isNotNull();
            await(() -> names(robot).contains("delta") && cells(robot, "delta").contains("training 10 %"));
            summary("running", 20).write(going.summary());
            await(() -> cells(robot, "delta").contains("training 50 %"));
        }
        await(() -> cells(robot, "delta").contains("interrupted 50 %"));
    }

    @Test
    void whatTellsRunsApartIsSeenInANarrowWindow(FxRobot robot) throws TimeoutException {
        await(() -> cells(robot, "beta").contains("simple_tag"));
        TableView<Object> table = table(robot);
        List<String> keys =
                List.of("shown", "colour", "name", "state", "scenario", "algorithms", "seed", "good", "bad");
        assertThat(table.getVisibleLeafColumns())
                .extracting(column -> String.valueOf(column.getId()).replace("runs-column-", ""))
                .startsWith(keys.toArray(String[]::new));
        double width =
                keys.stream().mapToDouble(key -> column(table, key).getWidth()).sum();
        assertThat(width).isLessThan(table.getWidth());
    }

    @Test
    void runsKeepTheColoursOfTheirFirstListing(FxRobot robot) throws TimeoutException {
        await(() -> metadata(robot, "alpha").automaticColour().isPresent());
        assertThat(metadata(robot, "alpha").automaticColour()).hasValue(0x2c6ed4);
        assertThat(metadata(robot, "gamma").automaticColour()).hasValue(0x2ca483);
    }

    @Test
    void runsAreSearchedByWordsAndByExpression(FxRobot robot) throws TimeoutException {
        await(() -> names(robot).size() == 3);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("TAG stopped");
        await(() -> names(robot).equals(List.of("beta")));
        robot.clickOn("#runs-show-all");
        await(() -> text(robot, "#runs-shown").equals("1 of 3 in the charts"));
        robot.clickOn("#runs-expression");
        robot.interact(() -> field(robot, "#runs-search").setText("^(al|be)"));
        await(() -> names(robot).equals(List.of("beta", "alpha")));
        robot.interact(() -> field(robot, "#runs-search").setText("(al"));
        await(() -> text(robot, "#runs-search-fault").startsWith("Not a regular expression"));
        assertThat(names(robot)).containsExactly("beta", "alpha");
        robot.interact(() -> field(robot, "#runs-search").setText("nowhere"));
        await(() -> text(robot, "#runs-empty-title").equals("No run is found"));
        robot.clickOn("#runs-empty-all");
        await(() -> names(robot).size() == 3);
    }

    @Test
    void aRunIsNamedTaggedAndPainted(FxRobot robot) throws TimeoutException {
        select(robot, "beta");
        robot.type(KeyCode.F2);
        await(() -> visible(robot, "#run-title"));
        assertThat(field(robot, "#run-title").getText()).isEqualTo("beta");
        robot.write("Slow hunters").type(KeyCode.ENTER);
        await(() -> names(robot).contains("Slow hunters"));
        assertThat(robot.lookup("#run-sheet").query().isVisible()).isFalse();

        robot.clickOn("#runs-action-tag");
        robot.write("baseline").type(KeyCode.ENTER);
        await(() -> metadata(robot, "beta").tags().equals(List.of("baseline")));
        robot.write("a,b").type(KeyCode.ENTER);
        await(() -> text(robot, "#run-sheet-fault").contains("without commas"));
        robot.type(KeyCode.ESCAPE);

        robot.clickOn("#runs-action-paint").clickOn("#colour-db7104");
        await(() -> metadata(robot, "beta").colour().orElse(0) == 0xdb7104);
    }

    @Test
    void runsThatDifferInTheirSeedBecomeOneGroupAndFurtherSeedsAreTrained(FxRobot robot)
            throws TimeoutException, IOException {
        Path spec = new RunFolder(folder.resolve("runs/beta")).spec();
        Files.writeString(spec, Files.readString(spec).replace("\"seed\": 7", "\"seed\": 9"));
        select(robot, "alpha");
        await(() -> cells(robot, "beta").contains("9"));
        robot.clickOn("#runs-action-seeds");
        await(() -> text(robot, "#run-seeds-about").startsWith("2 runs have these settings, with seeds 7, 9."));
        robot.clickOn("#run-seeds-train");
        await(() -> workbench.latest() != null);
        await(() -> text(robot, "#run-seeds-progress").contains("Seed 10: episode "));
        robot.clickOn("#run-seeds-stop");
        await(() -> text(robot, "#run-seeds-progress").isEmpty());
        robot.clickOn("#run-seeds-group");
        await(() -> text(robot, "#runs-shown").equals("2 of 3 in the charts"));
        await(() -> robot.lookup("#board-grouping")
                .lookup("Group but for the seed")
                .tryQuery()
                .isPresent());
    }

    @Test
    void theSettingsOfThePageTrainAreTrainedWithSeveralSeeds(FxRobot robot) throws TimeoutException {
        await(() -> names(robot).size() == 3);
        robot.interact(() -> window.show(TrainPage.ID));
        robot.clickOn("#field-seed");
        robot.interact(() -> field(robot, "#field-seed").setText("40"));
        robot.clickOn("#seeds");
        await(() -> text(robot, "#run-seeds-about").startsWith("No run has these settings yet."));
        assertThat(robot.lookup("#run-seeds-group").query().isDisabled()).isTrue();
        robot.clickOn("#run-seeds-train");
        await(() -> text(robot, "#run-seeds-progress").contains("Seed 40: episode "));
        assertThat(window.control().hasRun()).isFalse();
        robot.clickOn("#run-seeds-stop");
        await(() -> text(robot, "#run-seeds-progress").isEmpty());
    }

    @Test
    void closingWhileSeedsTrainAsksFirstAndStopsThem(FxRobot robot) throws TimeoutException {
        Platform.setImplicitExit(false);
        select(robot, "alpha");
        robot.clickOn("#runs-action-seeds");
        await(() -> robot.lookup("#run-seeds-train").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#run-seeds-further")
                .<Spinner<Integer>>query()
                .getValueFactory()
                .setValue(100));
        robot.clickOn("#run-seeds-train");
        await(() -> text(robot, "#run-seeds-progress").contains("Seed 8: episode "));
        FakeRun run = Objects.requireNonNull(workbench.latest());
        Platform.runLater(window::requestClose);
        await(() -> robot.lookup("#keep-training").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        String question = robot.lookup(".dialog-pane").<DialogPane>query().getContentText();
        assertThat(question).contains("simple_tag-fake: episode ", " runs that wait will not be trained");
        robot.clickOn("#keep-training");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(run.progress().state()).isEqualTo(RunState.RUNNING);
        assertThat(Window.getWindows()).isNotEmpty();

        Platform.runLater(window::requestClose);
        await(() -> robot.lookup("#save-and-quit").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#save-and-quit");
        await(() -> Window.getWindows().isEmpty());
        await(() -> run.progress().state() == RunState.STOPPED);
    }

    @Test
    void deletedRunsLieInTheTrashUntilTheyAreRestored(FxRobot robot) throws TimeoutException {
        select(robot, "alpha");
        robot.type(KeyCode.DELETE);
        await(() -> text(robot, "#run-sheet-title").equals("Move alpha to the trash?"));
        robot.clickOn("#run-keep");
        assertThat(names(robot)).hasSize(3);
        robot.type(KeyCode.DELETE);
        await(() -> visible(robot, "#run-delete"));
        robot.type(KeyCode.ENTER);
        await(() -> names(robot).equals(List.of("gamma", "beta")));
        assertThat(folder.resolve("runs/alpha")).doesNotExist();

        robot.clickOn("#runs-show-trash");
        await(() -> robot.lookup("Restore").tryQuery().isPresent());
        robot.clickOn("Restore");
        await(() -> robot.lookup("No run is in the trash.").tryQuery().isPresent());
        robot.clickOn("#trash-back");
        await(() -> names(robot).contains("alpha"));
        assertThat(folder.resolve("runs/alpha/spec.json")).exists();

        select(robot, "beta");
        robot.type(KeyCode.DELETE).type(KeyCode.ENTER);
        await(() -> visible(robot, "#run-undo"));
        robot.clickOn("#run-undo");
        await(() -> names(robot).contains("beta"));

        robot.type(KeyCode.DELETE).type(KeyCode.ENTER);
        await(() -> visible(robot, "#run-undo"));
        robot.clickOn("#runs-show-trash");
        await(() -> robot.lookup("Restore").tryQuery().isPresent());
        robot.clickOn("#trash-delete").clickOn("#trash-delete-no");
        assertThat(robot.lookup("#trash-delete-yes").query().getParent().isVisible())
                .isFalse();
        robot.clickOn("#trash-delete").clickOn("#trash-delete-yes");
        await(() -> robot.lookup("No run is in the trash.").tryQuery().isPresent());
        assertThat(folder.resolve("runs/.trash")).isEmptyDirectory();
    }

    @Test
    void aRunIsSetUpAgainAndShownAsCommand(FxRobot robot) throws TimeoutException {
        select(robot, "gamma");
        robot.clickOn("#runs-action-command");
        await(() -> visible(robot, "#run-command"));
        assertThat(field(robot, "#run-command").getText()).startsWith("particle-arena train");
        robot.clickOn("#run-copy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).startsWith("particle-arena train"));
        robot.interact(() -> window.trainPage().setupModel().chooseScenario("simple_spread"));
        robot.clickOn("#runs-action-duplicate");
        await(() -> robot.lookup("#arena-canvas").tryQuery().isPresent());
        assertThat(window.trainPage().setupModel().spec().scenario()).isEqualTo("simple_tag");
    }

    @Test
    void aStoppedRunGoesOnAndEpisodesOfAnyRunAreShown(FxRobot robot) throws TimeoutException {
        select(robot, "gamma");
        assertThat(robot.lookup("#runs-action-resume").query().isDisabled()).isTrue();
        robot.clickOn("#runs-action-episodes");
        await(() -> robot.lookup(".episodes-page").tryQuery().isPresent());
        robot.interact(() -> window.show(RunsPage.ID));
        select(robot, "beta");
        robot.clickOn("#runs-action-resume");
        await(() -> window.control().state() == RunState.RUNNING);
        assertThat(robot.lookup("#arena-canvas").tryQuery()).isPresent();
        robot.interact(() -> window.show(RunsPage.ID));
        robot.clickOn("#runs-action-resume");
        await(() -> text(robot, "#status-notice").contains("A run is going on"));
        robot.interact(window::stop);
        await(() -> window.control().state() == RunState.STOPPED);
    }

    @Test
    void aPointOfAChartLeadsToTheEpisodesOfItsTime(FxRobot robot) throws TimeoutException {
        await(() -> chart(robot).isPresent());
        openMenu(robot, chart(robot).orElseThrow());
        robot.clickOn(menuItem(robot, "Episodes and checkpoint of "));
        await(() -> robot.lookup(".episodes-page").tryQuery().isPresent());
    }

    @Test
    void keysChooseWhatTheChartsShow(FxRobot robot) throws TimeoutException {
        select(robot, "gamma");
        robot.type(KeyCode.SPACE);
        await(() -> text(robot, "#runs-shown").equals("2 of 3 in the charts"));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        await(() -> text(robot, "#runs-shown").equals("1 of 3 in the charts"));
        robot.doubleClickOn("alpha");
        await(() -> shown(robot).equals(List.of("alpha")));
        robot.clickOn("#runs-show-none");
        await(() -> text(robot, "#runs-shown").equals("0 of 3 in the charts"));
        robot.clickOn("#runs-show-newest");
        await(() -> text(robot, "#runs-shown").equals("3 of 3 in the charts"));
    }

    @Test
    void directoriesOfTensorBoardAreOpenedAndClosed(FxRobot robot) throws TimeoutException, IOException {
        Path foreign = Files.createDirectories(folder.resolve("foreign/first"));
        metrics(foreign);
        window.open(folder.resolve("foreign"));
        await(() -> names(robot).contains(Path.of("foreign/first").toString()));
        await(() -> cells(robot, Path.of("foreign/first").toString()).contains("TensorBoard"));
        select(robot, Path.of("foreign/first").toString());
        assertThat(robot.lookup("#runs-action-duplicate").query().isDisabled()).isTrue();
        robot.clickOn("#runs-directories");
        robot.clickOn("Close " + folder.resolve("foreign"));
        await(() -> names(robot).size() == 3);
        assertThat(foreign).isNotEmptyDirectory();
    }

    @Test
    void damageCostsOneRecordAndIsTold(FxRobot robot) throws TimeoutException, IOException {
        await(() -> names(robot).size() == 3);
        Path damaged = write("damaged", "simple", "finished", 40);
        Path events = new RunFolder(damaged).eventFiles().get(0);
        try (FileChannel channel = FileChannel.open(events, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {99}), Files.size(events) - 70);
        }
        Files.writeString(folder.resolve("runs/workspace.json"), "{ no");
        await(() -> text(robot, "#runs-notes").contains("damaged: 1 damaged record was skipped."));
        assertThat(text(robot, "#runs-notes")).contains("workspace.json");
        Files.writeString(folder.resolve("runs/alpha/summary.json"), "{ no");
        await(() -> text(robot, "#runs-notes").contains("alpha/summary.json is damaged: it is no summary of a run"));
        await(() -> cells(robot, "alpha (damaged)").contains("unknown"));
    }

    @Test
    void whereThereAreNoRunsAFirstOneCanBeSetUp(FxRobot robot) throws TimeoutException {
        select(robot, "alpha");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.type(KeyCode.DELETE);
        await(() -> text(robot, "#run-sheet-title").equals("Move 3 runs to the trash?"));
        robot.type(KeyCode.ENTER);
        await(() -> text(robot, "#runs-empty-title").equals("No run yet"));
        robot.clickOn("#runs-empty-train");
        await(() -> robot.lookup("#arena-canvas").tryQuery().isPresent());
    }

    private static Optional<Node> chart(FxRobot robot) {
        return robot.lookup((Node node) -> "card-agent 0/episode_return".equals(node.getId()))
                .tryQuery()
                .map(card -> card.lookup(".chart-surface"))
                .filter(surface -> surface instanceof ChartSurface chart && chart.image() != null);
    }

    private Path write(String name, String scenario, String state, long episodes) throws IOException {
        RunFolder run = new RunFolder(folder.resolve("runs").resolve(name));
        Files.createDirectories(run.path());
        // In the order in which they are written, each a minute after the other.
        int place = List.of("alpha", "beta", "gamma").indexOf(name);
        Instant started = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(60L * (place < 0 ? 10 : place));
        Files.writeString(run.provenance(), "{\"started\": \"" + started + "\"}");
        metrics(run.path());
        summary(state, episodes).write(run.summary());
        Files.writeString(
                run.spec(),
                "{\"scenario\": \"" + scenario
                        + "\", \"seed\": 7, \"policies\": {\"good\": {\"algorithm\": \"maddpg\"}},"
                        + " \"run\": {\"num_episodes\": 40}}");
        return run.path();
    }

    private static RunSummary summary(String state, long episodes) {
        return new RunSummary(state, episodes, 1, 0, 1, Map.of(), Map.of("good", 1.5), "", "", "");
    }

    private static void metrics(Path run) throws IOException {
        try (EventWriter writer = EventWriter.create(run)) {
            for (int step = 1; step <= 5; step++) {
                writer.scalar("agent 0/episode_return", step * 25L, step);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> TableView<T> table(FxRobot robot) {
        return (TableView<T>) robot.lookup("#runs-table").queryAs(TableView.class);
    }

    private static List<WorkspaceRun> runs(FxRobot robot) {
        TableView<Object> table = table(robot);
        TableColumn<Object, ?> name = column(table, "name");
        return table.getItems().stream()
                .map(row -> (WorkspaceRun) name.getCellData(row))
                .toList();
    }

    private static <T> TableColumn<T, ?> column(TableView<T> table, String key) {
        return table.getColumns().stream()
                .filter(column -> String.valueOf(column.getId()).equals("runs-column-" + key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(FxRobot robot) {
        return runs(robot).stream().map(WorkspaceRun::title).toList();
    }

    private static List<String> shown(FxRobot robot) {
        TableView<Object> table = table(robot);
        TableColumn<Object, ?> mark = column(table, "shown");
        return runs(robot).stream()
                .filter(run -> Boolean.TRUE.equals(mark.getCellData(runs(robot).indexOf(run))))
                .map(WorkspaceRun::title)
                .toList();
    }

    private static RunMetadata metadata(FxRobot robot, String name) {
        return runs(robot).stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow()
                .metadata();
    }

    /** What the cells of a run's line say. */
    private static List<String> cells(FxRobot robot, String title) {
        return robot.lookup(".table-row-cell").queryAll().stream()
                .map(row -> row.lookupAll(".table-cell").stream()
                        .map(cell -> cell instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "")
                        .toList())
                .filter(texts -> texts.contains(title))
                .findFirst()
                .orElse(List.of());
    }

    private static void select(FxRobot robot, String name) throws TimeoutException {
        await(() -> names(robot).contains(name));
        robot.interact(() -> {
            TableView<Object> table = table(robot);
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(names(robot).indexOf(name));
        });
    }

    private static boolean visible(FxRobot robot, String query) {
        @Nullable Node node = robot.lookup(query).tryQuery().orElse(null);
        return node != null && node.isVisible();
    }

    private static TextInputControl field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextInputControl.class);
    }
}
