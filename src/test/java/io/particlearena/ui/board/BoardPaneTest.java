package io.particlearena.ui.board;

import static io.particlearena.ui.WindowActions.await;
import static io.particlearena.ui.WindowActions.menuItem;
import static io.particlearena.ui.WindowActions.openMenu;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.ChartNote;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.store.SettingsReader;
import io.particlearena.ui.Texts;
import io.particlearena.ui.chart.ChartImage;
import io.particlearena.ui.chart.ChartSurface;
import io.particlearena.ui.chart.Dash;
import io.particlearena.ui.chart.Reading;
import io.particlearena.ui.chart.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the board without a display. */
@ExtendWith(ApplicationExtension.class)
final class BoardPaneTest {

    private final List<BoardRun> runs = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private BoardPane board;

    @SuppressWarnings("NullAway.Init")
    private ShownBoard shown;

    @Start
    void open(Stage stage) {
        for (int run = 0; run < 3; run++) {
            SeriesStore store = new SeriesStore();
            for (int step = 0; step < 500; step++) {
                for (String tag : List.of("agent 0/critic_loss", "agent 0/episode_return", "agent 1/q_mean", "score")) {
                    store.append(tag, step, 1000 + step, Math.sin(step * 0.02) + run);
                }
            }
            runs.add(new BoardRun(
                    "runs/" + run,
                    "run " + run,
                    0x1f6fc4,
                    0x58a6ff,
                    Dash.SOLID,
                    store,
                    new HistogramStore(),
                    Map.of("seed", Integer.toString(run))));
        }
        shown = new ShownBoard(stage);
        board = shown.board();
    }

    @AfterEach
    void end() {
        shown.close();
    }

    @Test
    void whatWasChosenIsChosenAgain(FxRobot robot) throws TimeoutException {
        Map<String, Object> chosen = new HashMap<>(board.settings());
        assertThat(chosen).containsEntry("smoothing", 0.6).containsEntry("pinned", List.of());
        chosen.put("axis", "wall_time");
        chosen.put("smoothing", 0.25);
        chosen.put("without_outliers", false);
        chosen.put("grouping", "seed");
        chosen.put("aggregate", "mean");
        chosen.put("linked", true);
        chosen.put("order", "descending");
        chosen.put("card_width", 500.0);
        chosen.put("pinned", List.of("score"));
        chosen.put("logarithmic", List.of("agent 1/q_mean", "score"));
        chosen.put("everything", List.of("score"));
        chosen.put("wide", List.of("agent 1/q_mean"));
        chosen.put("closed_groups", List.of("agent 0"));
        chosen.put("histograms_ridges", List.of("agent 0/actions/move"));
        chosen.put("histograms_overlay", List.of("score"));
        chosen.put("histograms_bands", List.of());
        robot.interact(() -> {
            SettingsReader kept = new SettingsReader(chosen);
            board.restore(kept);
            board.show(runs);
            assertThat(kept.strange()).isEmpty();
        });
        assertThat(board.settings()).isEqualTo(chosen);
        ToggleButton time = robot.lookup("#board-axis-wall_time").queryAs(ToggleButton.class);
        assertThat(time.isSelected()).isTrue();
        assertThat(robot.lookup("#board-smoothing").queryAs(Slider.class).getValue())
                .isEqualTo(0.25);
        await(() -> robot.lookup("#board-grouping")
                .lookup("Group by seed")
                .tryQuery()
                .isPresent());
    }

    @Test
    void theGroupsAreFoundByTheirOption(FxRobot robot) throws TimeoutException {
        List<BoardRun> two = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            Map<String, String> options = new HashMap<>();
            for (int option = 0; option < 100; option++) {
                options.put("policies.good.option_" + option, Integer.toString(run));
            }
            two.add(new BoardRun(
                    "runs/" + run,
                    "run " + run,
                    run,
                    run,
                    Dash.SOLID,
                    runs.get(run).store(),
                    new HistogramStore(),
                    options));
        }
        robot.interact(() -> board.show(two));
        robot.clickOn("#board-grouping");
        await(() -> robot.lookup("Group by good.option_1").tryQuery().isPresent());
        assertThat(robot.lookup("Group by good.option_77").tryQuery()).isEmpty();
        robot.write("77");
        await(() -> robot.lookup("Group by good.option_77").tryQuery().isPresent());
        robot.clickOn("Group by good.option_77");
        assertThat(board.settings()).containsEntry("grouping", "policies.good.option_77");
        robot.interact(() -> board.show(runs));
        assertThat(board.settings()).containsEntry("grouping", "");
    }

    @Test
    void aStrangeSettingIsNamedAndAtItsDefault(FxRobot robot) {
        Map<String, Object> usual = board.settings();
        SettingsReader kept =
                new SettingsReader(Map.of("axis", "sideways", "smoothing", 7.0, "pinned", "score", "colour", "red"));
        robot.interact(() -> board.restore(kept));
        assertThat(kept.strange()).containsExactly("axis", "colour", "pinned", "smoothing");
        assertThat(board.settings()).isEqualTo(usual);
    }

    @Test
    void everyTagHasACardWithACurveOfEachRun(FxRobot robot) throws TimeoutException {
        assertThat(robot.lookup(".empty-text").queryLabeled().isVisible()).isTrue();
        robot.interact(() -> board.show(runs));
        await(() -> board.drawingsProperty().get() >= 4);
        assertThat(cards(robot))
                .containsExactlyInAnyOrder(
                        "card-score", "card-agent 0/critic_loss", "card-agent 0/episode_return", "card-agent 1/q_mean");
        assertThat(robot.lookup(".empty-text").queryLabeled().isVisible()).isFalse();
    }

    @Test
    void theFilterHidesCardsAndAFaultInItIsMarked(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        robot.clickOn("#board-filter").write("loss|score");
        await(() -> cards(robot).size() == 2);
        robot.write("(");
        assertThat(robot.lookup("#board-filter").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("error"));
        assertThat(cards(robot)).hasSize(2);
    }

    @Test
    void theFilterFindsTheWordsThatStandOverACard(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        robot.clickOn("#board-filter").write("agent 0: Episode return");
        await(() -> cards(robot).equals(List.of("card-agent 0/episode_return")));
    }

    @Test
    void aGroupIsClosedByItsHeading(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        await(() -> cards(robot).size() == 4);
        robot.clickOn("agent 0");
        await(() -> cards(robot).size() == 2);
        robot.clickOn("agent 0");
        await(() -> cards(robot).size() == 4);
    }

    @Test
    void tagsThatAppearLaterGetACard(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        await(() -> cards(robot).size() == 4);
        runs.get(1).store().append("late", 1, 1, 1);
        await(() -> cards(robot).contains("card-late"));
    }

    @Test
    void aPinnedCardComesFirst(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        await(() -> cards(robot).size() == 4);
        robot.interact(() -> ((ToggleButton) card(robot, "agent 1/q_mean").lookup(".card-pin")).fire());
        await(() -> card(robot, "agent 1/q_mean").getLayoutY()
                < card(robot, "score").getLayoutY());
        assertThat(robot.lookup("Pinned").tryQuery()).isPresent();
    }

    @Test
    void draggingZoomsAndADoubleClickShowsEverything(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        await(() -> image(robot, "score") != null);
        Span whole = shown(robot, "score");
        Node surface = card(robot, "score").lookup(".chart-surface");
        robot.drag(surface, MouseButton.PRIMARY).moveBy(60, 0).drop();
        await(() -> shown(robot, "score").length() < whole.length() / 2);
        robot.doubleClickOn(surface, MouseButton.PRIMARY);
        await(() -> shown(robot, "score").equals(whole));
    }

    @Test
    void theMouseReadsTheValuesOfAllRuns(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        await(() -> image(robot, "score") != null);
        ChartSurface surface = (ChartSurface) card(robot, "score").lookup(".chart-surface");
        robot.moveTo(surface);
        assertThat(surface.readings()).extracting(Reading::name).containsExactlyInAnyOrder("run 0", "run 1", "run 2");
    }

    @Test
    void theAxisIsChosenForAllCards(FxRobot robot) throws TimeoutException {
        robot.interact(() -> board.show(runs));
        await(() -> image(robot, "score") != null);
        robot.clickOn("#board-axis-wall_time");
        await(() -> shown(robot, "score").from() == 1000);
        robot.clickOn("#board-axis-relative_time");
        await(() -> shown(robot, "score").equals(new Span(0, 499)));
    }

    @Test
    void aLegendSaysWhichLineIsWhichGroups(FxRobot robot) throws TimeoutException {
        List<BoardRun> many = new ArrayList<>();
        for (int run = 0; run < 40; run++) {
            SeriesStore store = new SeriesStore();
            store.append("score", 0, 0, run);
            store.append("score", 10, 10, run);
            Map<String, String> options =
                    Map.of("algorithm", "a rather long name of algorithm " + run / 2, "seed", run + "");
            many.add(new BoardRun(
                    "runs/" + run, "run " + run, run, run, Dash.SOLID, store, new HistogramStore(), options));
        }
        robot.interact(() -> board.show(many.subList(0, 4)));
        await(() -> image(robot, "score") != null);
        assertThat(legend(robot)).isEmpty();
        robot.clickOn("#board-grouping").clickOn("Group by algorithm");
        await(() -> legend(robot)
                .equals(List.of("a rather long name of algorithm 0 (2)", "a rather long name of algorithm 1 (2)")));

        robot.interact(() -> board.show(many));
        await(() -> legend(robot).stream().anyMatch(text -> text.startsWith("+")));
        List<String> names = legend(robot);
        int more = Integer.parseInt(names.get(names.size() - 1).substring(1));
        assertThat(names.size() - 1 + more).isEqualTo(20);
        Node surface = card(robot, "score").lookup(".chart-surface");
        double top = surface.localToScene(surface.getLayoutBounds()).getMinY();
        assertThat(robot.lookup(".group-legend .label").queryAllAs(Label.class))
                .allSatisfy(label -> assertThat(
                                label.localToScene(label.getLayoutBounds()).getMaxY())
                        .isLessThanOrEqualTo(top + 0.5));
    }

    @Test
    void whatIsOffTheScaleIsCountedAndShownByAClick(FxRobot robot) throws TimeoutException {
        for (int i = 0; i < 100; i++) {
            runs.get(0).store().append("spiky", i, i, i == 50 || i == 70 ? 1000 : i % 2);
        }
        robot.interact(() -> {
            SettingsReader plain = new SettingsReader(Map.of("smoothing", 0.0));
            board.restore(plain);
            board.show(runs);
        });
        await(() -> robot.lookup("2 points off scale").tryQuery().isPresent());
        robot.clickOn("2 points off scale");
        await(() -> Objects.requireNonNull(image(robot, "spiky")).frame().up().to() > 1000);
        assertThat(Texts.of("board.offscale", 1L, 0)).isEqualTo("1 point off scale");
        assertThat(Texts.of("board.offscale", 3L, 1)).isEqualTo("1 whole run, 3 points off scale");
        assertThat(Texts.of("board.offscale", 300L, 2)).isEqualTo("2 whole runs, 300 points off scale");
    }

    private static List<String> legend(FxRobot robot) {
        return robot.lookup(".group-legend .label").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(Label::getText)
                .toList();
    }

    @Test
    void groupsAreComparedInWords(FxRobot robot) throws TimeoutException {
        List<BoardRun> six = new ArrayList<>();
        for (int run = 0; run < 6; run++) {
            SeriesStore store = new SeriesStore();
            for (int step = 0; step <= 100; step++) {
                store.append("score", step, step, (run < 3 ? 10 : 20) + run % 3);
            }
            Map<String, String> options = Map.of("algorithm", run < 3 ? "ddpg" : "maddpg", "seed", run + "");
            six.add(new BoardRun(
                    "runs/" + run, "run " + run, run, run, Dash.SOLID, store, new HistogramStore(), options));
        }
        robot.interact(() -> board.show(six));
        robot.clickOn("#board-grouping").clickOn("Group by algorithm");
        await(() -> {
            ChartImage image = image(robot, "score");
            return image != null && image.lines().size() == 2;
        });
        robot.clickOn(card(robot, "score").lookup(".menu-button")).clickOn(menuItem(robot, "Compare groups..."));
        assertThat(robot.lookup("#comparison-result").queryLabeled().getText())
                .contains(
                        "11.00 (3 runs) and 21.00 (3 runs)", "Difference \u221210.00", "p = 0.0003", "probability 0 %");
        robot.clickOn("#comparison-second").type(KeyCode.ESCAPE);
        robot.clickOn("#comparison-result").type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".comparison").query().isVisible()).isFalse();

        robot.interact(() -> board.show(six.subList(0, 3)));
        await(() -> comparison(robot).startsWith("Compare groups (no groups"));
        robot.interact(board::groupBySeed);
        await(() -> comparison(robot).startsWith("Compare groups (the runs are in one group)"));
    }

    /** The text of the item that compares groups, while it is disabled. */
    private static String comparison(FxRobot robot) {
        MenuButton menu = (MenuButton) card(robot, "score").lookup(".menu-button");
        return menu.getItems().stream()
                .filter(MenuItem::isDisable)
                .map(MenuItem::getText)
                .findFirst()
                .orElse("");
    }

    @Test
    void aPointLeadsToTheRunAndItsStepAndTakesANote(FxRobot robot) throws TimeoutException {
        List<String> opened = new ArrayList<>();
        List<ChartNote> written = new ArrayList<>();
        robot.interact(() -> {
            board.setOnPoint((run, step) -> opened.add(run + " at " + (step >= 200 && step <= 300)));
            board.setOnNote(written::add);
            board.show(runs.subList(1, 2));
        });
        await(() -> image(robot, "score") != null);
        Node surface = card(robot, "score").lookup(".chart-surface");
        openMenu(robot, surface);
        robot.clickOn(menuItem(robot, "Episodes and checkpoint of run 1"));
        assertThat(opened).containsExactly("runs/1 at true");

        openMenu(robot, surface);
        robot.clickOn(menuItem(robot, "Note at step"));
        robot.clickOn("#note-text").write("odd").type(KeyCode.ENTER);
        Node focused = board.getScene().getFocusOwner();
        assertThat(within(board, focused)).isTrue();
        assertThat(focused).isNotInstanceOf(ButtonBase.class);
        assertThat(written).singleElement().satisfies(note -> {
            assertThat(note.tag()).isEqualTo("score");
            assertThat(note.text()).isEqualTo("odd");
            assertThat(note.step()).isBetween(200L, 300L);
        });
        long before = board.drawingsProperty().get();
        robot.interact(() -> board.setNotes(written));
        await(() -> board.drawingsProperty().get() > before);
    }

    private static boolean within(Node parent, Node node) {
        return node == parent || (node.getParent() != null && within(parent, node.getParent()));
    }

    private static Region card(FxRobot robot, String tag) {
        return robot.lookup(".board-card").queryAll().stream()
                .filter(node -> node.isVisible() && ("card-" + tag).equals(node.getId()))
                .map(Region.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable ChartImage image(FxRobot robot, String tag) {
        return ((ChartSurface) card(robot, tag).lookup(".chart-surface")).image();
    }

    private static Span shown(FxRobot robot, String tag) {
        return Objects.requireNonNull(image(robot, tag)).frame().across();
    }

    private static List<String> cards(FxRobot robot) {
        return robot.lookup(".board-card").queryAll().stream()
                .filter(Node::isVisible)
                .map(Node::getId)
                .toList();
    }
}
