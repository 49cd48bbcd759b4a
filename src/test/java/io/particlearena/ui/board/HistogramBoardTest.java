package io.particlearena.ui.board;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.EventWriter;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramLibrary;
import io.particlearena.results.SeriesLoader;
import io.particlearena.results.SeriesStore;
import io.particlearena.store.SettingsReader;
import io.particlearena.ui.chart.ChartFrame;
import io.particlearena.ui.chart.Dash;
import io.particlearena.ui.chart.HistogramImage;
import io.particlearena.ui.chart.HistogramRequest;
import io.particlearena.ui.chart.HistogramSurface;
import io.particlearena.ui.chart.HistogramView;
import io.particlearena.ui.chart.Sketch;
import java.awt.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the board's cards of histograms without a display, from event files to what stands under the mouse. */
@ExtendWith(ApplicationExtension.class)
final class HistogramBoardTest {

    private static final String MOVES = "agent 0/actions/move";
    private static final String WEIGHTS = "agent 0/weights/policy/0/weights";

    @TempDir
    private Path folder;

    private final HistogramLibrary library = new HistogramLibrary();

    @SuppressWarnings("NullAway.Init")
    private BoardPane board;

    @SuppressWarnings("NullAway.Init")
    private ShownBoard shown;

    @SuppressWarnings("NullAway.Init")
    private List<BoardRun> runs;

    @Start
    void open(Stage stage) throws IOException {
        runs = List.of(run("first", 0), run("second", 1));
        shown = new ShownBoard(stage);
        board = shown.board();
    }

    /** A run whose agent does nothing at first and then moves right, with weights that spread. */
    private BoardRun run(String name, int shift) throws IOException {
        Path path = folder.resolve(name);
        try (EventWriter writer = EventWriter.create(path)) {
            for (int step = 100; step <= 1000; step += 100) {
                writer.histogram(
                        MOVES, step, Histogram.ofNumbered(new double[] {1000 - step, step}), "0 none, 1 right");
                double width = step / 100.0;
                writer.histogram(
                        WEIGHTS,
                        step,
                        new Histogram(new double[] {shift - width, shift, shift + width}, new double[] {50, 50}),
                        "");
                writer.scalar("score", step, step);
            }
        }
        library.follow(List.of(folder.resolve("first"), path));
        SeriesStore store = SeriesLoader.load(path);
        return new BoardRun(
                path.toString(), name, 0x1f6fc4, 0x58a6ff, Dash.SOLID, store, library.store(path), Map.of());
    }

    @AfterEach
    void end() {
        shown.close();
    }

    @Test
    void histogramsHaveCardsInTheGroupsOfTheirTagsAndAreReadWhenSeen(FxRobot robot) throws TimeoutException {
        assertThat(library.isBehind()).isFalse();
        show(robot, runs.subList(0, 1));
        assertThat(card(robot, MOVES).heading()).isEqualTo("Actions: move");
        HistogramImage image = Objects.requireNonNull(card(robot, MOVES).image());
        assertThat(image.note()).isEmpty();
        assertThat(robot.lookup("#card-score").tryQuery()).isPresent();

        robot.clickOn("#board-filter").write("actions/.*$");
        await(() -> robot.lookup(".board-card").queryAll().stream()
                        .filter(Node::isVisible)
                        .count()
                == 1);
    }

    @Test
    void theMouseOnRidgesTellsStepAndActions(FxRobot robot) throws TimeoutException {
        show(robot, runs.subList(0, 1));
        robot.interact(() -> ((ToggleButton) card(robot, MOVES).lookup(".card-ridges")).fire());
        await(() -> isDrawn(robot, MOVES, HistogramView.RIDGES));
        HistogramSurface surface = surface(robot, MOVES);
        // At the lower right corner of the plot stands the newest ridge's last bar.
        robot.moveTo(surface).moveBy(20, surface.getHeight() / 2 - 27);
        Sketch.Note note = surface.note().orElseThrow();
        assertThat(note.title()).isEqualTo("Step 1\u202f000");
        assertThat(note.rows()).extracting(Sketch.Row::name).containsExactly("none", "right");
        assertThat(note.rows()).extracting(Sketch.Row::number).containsExactly("0.0 %", "100.0 %");
        robot.moveTo("#board-filter");
        assertThat(surface.note()).isEmpty();
    }

    @Test
    void theOverlayShowsAllStepsOverOneAxisAndTellsTheNearest(FxRobot robot) throws TimeoutException {
        show(robot, runs.subList(0, 1));
        robot.interact(() -> ((ToggleButton) card(robot, MOVES).lookup(".card-overlay")).fire());
        await(() -> isDrawn(robot, MOVES, HistogramView.OVERLAY));
        HistogramSurface surface = surface(robot, MOVES);
        // Right is done ever more often: its highest line is that of the newest step, its lowest that of the oldest.
        robot.moveTo(surface).moveBy(20, 12 - surface.getHeight() / 2);
        Sketch.Note highest = surface.note().orElseThrow();
        assertThat(highest.title()).isEqualTo("Step 1\u202f000");
        assertThat(highest.rows()).extracting(Sketch.Row::number).containsExactly("0.0 %", "100.0 %");
        robot.moveTo(surface).moveBy(20, surface.getHeight() / 2 - 23);
        assertThat(surface.note().orElseThrow().title()).isEqualTo("Step 100");
        robot.moveTo(surface).moveBy(-surface.getWidth() / 4, surface.getHeight() / 2 - 23);
        assertThat(surface.note().orElseThrow().title()).isEqualTo("Step 1\u202f000");

        HistogramRequest request = Objects.requireNonNull(card(robot, MOVES).request());
        assertThat(request.view()).isEqualTo(HistogramView.OVERLAY);
        assertThat(board.settings())
                .containsEntry("histograms_overlay", List.of(card(robot, MOVES).key()))
                .containsEntry("histograms_bands", List.of());
    }

    @Test
    void theOtherViewShowsSharesAndBandsOverSteps(FxRobot robot) throws TimeoutException {
        show(robot, runs.subList(0, 1));
        // Shares are what is shown of actions at first.
        robot.interact(() -> ((ToggleButton) card(robot, WEIGHTS).lookup(".card-bands")).fire());
        await(() -> isDrawn(robot, WEIGHTS, HistogramView.BANDS));
        robot.moveTo(surface(robot, MOVES)).moveBy(surface(robot, MOVES).getWidth() / 4, 0);
        Sketch.Note shares = surface(robot, MOVES).note().orElseThrow();
        assertThat(shares.title()).isEqualTo("Step 800");
        assertThat(shares.rows()).extracting(Sketch.Row::number).containsExactly("80.0 %", "20.0 %");

        // The right end, where the last of the points is nearest: half of the weights to each side of 0, as far as 10.
        HistogramSurface weights = surface(robot, WEIGHTS);
        robot.moveTo(weights).moveBy(weights.getWidth() / 2 - 16, 0);
        Sketch.Note bands = weights.note().orElseThrow();
        assertThat(bands.title()).isEqualTo("Step 1\u202f000");
        assertThat(bands.rows())
                .extracting(row -> row.name() + " " + row.number())
                .containsExactly(
                        "largest 10",
                        "93 % 8.66",
                        "84 % 6.83",
                        "69 % 3.83",
                        "50 % 0",
                        "31 % −3.83",
                        "16 % −6.83",
                        "7 % −8.66",
                        "smallest −10");
    }

    @Test
    void runsStandSideBySideAndDownloadsHoldThemAll(FxRobot robot) throws TimeoutException, IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        show(robot, runs);
        HistogramRequest request = Objects.requireNonNull(card(robot, WEIGHTS).request());
        assertThat(request.parts()).hasSize(2);
        HistogramSurface surface = surface(robot, WEIGHTS);
        List<String> titles = new ArrayList<>();
        for (int side : new int[] {-1, 1}) {
            robot.moveTo(surface).moveBy(side * surface.getWidth() / 4, 20);
            titles.add(surface.note().orElseThrow().title());
        }
        assertThat(titles).allMatch(title -> title.startsWith("Step "));
        for (Download format : Download.values()) {
            Path file = target.resolve("out." + format.extension());
            CardDownloads.write(file, format, WEIGHTS, "Weights", request);
            assertThat(Files.size(file)).isGreaterThan(500);
        }
        assertThat(Files.readAllLines(target.resolve("out.csv")))
                .hasSize(1 + 2 * 10 * 2)
                .anyMatch(line -> line.startsWith("second," + WEIGHTS) && line.contains(",100,0.0,1.0,50.0,"));
        assertThat(Files.readString(target.resolve("out.svg")))
                .startsWith("<svg ")
                .contains(">first</text>")
                .contains(">second</text>")
                .endsWith("</svg>\n");
    }

    @Test
    void runsOfAGroupAreTakenTogether(FxRobot robot) throws TimeoutException {
        show(robot, runs);
        robot.interact(board::groupBySeed);
        await(() -> Objects.requireNonNull(card(robot, WEIGHTS).request()).parts().stream()
                .noneMatch(part -> part.group().isEmpty()));
        robot.interact(() -> ((ToggleButton) card(robot, WEIGHTS).lookup(".card-bands")).fire());
        await(() -> isDrawn(robot, WEIGHTS, HistogramView.BANDS));
        HistogramSurface weights = surface(robot, WEIGHTS);
        robot.moveTo(weights).moveBy(weights.getWidth() / 2 - 16, 0);
        // One reaches from -10 to 10, the other from -9 to 11.
        assertThat(weights.note().orElseThrow().rows())
                .extracting(row -> row.name() + " " + row.number())
                .contains("largest 11", "50 % 0.5", "smallest −10");
        assertThat(Objects.requireNonNull(card(robot, WEIGHTS).image()).note()).isEmpty();
    }

    @Test
    void theStepUnderTheMouseIsMarkedOnLinkedCards(FxRobot robot) throws TimeoutException {
        show(robot, runs.subList(0, 1));
        robot.interact(() -> {
            Map<String, Object> settings = board.settings();
            settings.put("linked", true);
            board.restore(new SettingsReader(settings));
        });
        BoardCard score = robot.lookup("#card-score").queryAs(BoardCard.class);
        await(() -> score.image() != null);
        ChartFrame frame = Objects.requireNonNull(score.image()).frame();
        Node chart = score.lookup(".chart-surface");
        Bounds place = chart.localToScreen(chart.getLayoutBounds());
        robot.moveTo(place.getMinX() + frame.x(300), place.getCenterY());
        assertThat(surface(robot, WEIGHTS).linkedShapes())
                .singleElement()
                .satisfies(ridge -> assertThat(ridge.getBounds2D().getHeight()).isPositive());
        List<Shape> line = surface(robot, MOVES).linkedShapes();
        assertThat(line).singleElement().satisfies(upright -> {
            assertThat(upright.getBounds2D().getWidth()).isZero();
            assertThat(upright.getBounds2D().getHeight()).isGreaterThan(50);
        });
        robot.moveTo(place.getMinX() + frame.x(900), place.getCenterY());
        assertThat(surface(robot, MOVES).linkedShapes().get(0).getBounds2D().getX())
                .isGreaterThan(line.get(0).getBounds2D().getX() + 50);
        robot.moveTo("#board-filter");
        assertThat(surface(robot, MOVES).linkedShapes()).isEmpty();
        assertThat(surface(robot, WEIGHTS).linkedShapes()).isEmpty();
    }

    private void show(FxRobot robot, List<BoardRun> shown) throws TimeoutException {
        robot.interact(() -> board.show(shown));
        await(() -> robot.lookup(".histogram-card").queryAll().size() == 2);
        await(() -> card(robot, WEIGHTS).request() != null && library.isBehind());
        library.update();
        assertThat(library.isBehind()).isFalse();
        await(() -> isDrawn(robot, MOVES, HistogramView.BANDS) && isDrawn(robot, WEIGHTS, HistogramView.RIDGES));
    }

    private static boolean isDrawn(FxRobot robot, String tag, HistogramView view) {
        HistogramImage image = card(robot, tag).image();
        return image != null && !image.isEmpty() && image.view() == view;
    }

    private static HistogramCard card(FxRobot robot, String tag) {
        return robot.lookup(node -> ("card-" + tag).equals(node.getId())).queryAs(HistogramCard.class);
    }

    private static HistogramSurface surface(FxRobot robot, String tag) {
        return (HistogramSurface) Objects.requireNonNull(card(robot, tag).lookup(".chart-surface"));
    }
}
