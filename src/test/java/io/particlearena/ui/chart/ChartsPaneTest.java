package io.particlearena.ui.chart;

import static io.particlearena.ui.WindowActions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramPoint;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.AgentColours;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the charts of a run that learns, without a display. */
@ExtendWith(ApplicationExtension.class)
final class ChartsPaneTest {

    private static final List<AgentSpec> AGENTS = List.of(agent("adversary 0"), agent("agent 0"));

    private final SeriesStore series = new SeriesStore();
    private final HistogramStore histograms = new HistogramStore();

    @SuppressWarnings("NullAway.Init")
    private ChartsPane charts;

    @SuppressWarnings("NullAway.Init")
    private AnimationTimer clock;

    private static AgentSpec agent(String name) {
        return new AgentSpec(name, Side.GOOD, List.of(), List.of(ActionHead.oneHot("move", 2)));
    }

    @Start
    void open(Stage stage) {
        charts = new ChartsPane();
        Scene nothing = new Scene(List.of(), List.of(), List.of(), 0, 0, 1);
        charts.show(
                AGENTS,
                AgentColours.of(AGENTS, nothing),
                new ChartsPane.Values(series, histograms),
                List.of(List.of("episode_return")),
                List.of());
        stage.setScene(new javafx.scene.Scene(charts, 500, 900));
        stage.show();
        clock = new AnimationTimer() {
            @Override
            public void handle(long now) {
                charts.pulse(now);
            }
        };
        clock.start();
    }

    @AfterEach
    void end() {
        clock.stop();
        charts.close();
    }

    @Test
    void whatAgentsDoIsOfferedAndGrowsWithTheRun(FxRobot robot) throws TimeoutException {
        MenuButton choice = robot.lookup(".chart-choice").queryAs(MenuButton.class);
        assertThat(choice.getItems()).extracting(MenuItem::getText).containsExactly("Episode return");
        act(100, 3, 1);
        await(() -> choice.getItems().size() == 2);
        robot.interact(() -> choice.getItems().get(1).fire());
        assertThat(choice.getText()).isEqualTo("Actions: move");
        HistogramSurface surface = (HistogramSurface) robot.lookup(".chart-surface")
                .match(HistogramSurface.class::isInstance)
                .query();
        await(() -> surface.isVisible() && surface.image() != null);
        await(() -> pointToTheRight(surface));
        assertThat(surface.note().orElseThrow().rows())
                .extracting(row -> row.name() + " " + row.number())
                .containsExactly("right 25.0 %", "none 75.0 %");

        act(200, 1, 3);
        await(() ->
                pointToTheRight(surface) && surface.note().orElseThrow().title().equals("Step 200"));
        robot.interact(() -> choice.getItems().get(0).fire());
        await(() -> !surface.isVisible());
    }

    /** Points at the right part of a chart, wherever its size puts it, and says whether values are shown. */
    private static boolean pointToTheRight(HistogramSurface surface) {
        for (double x = 0.95; x > 0.6; x -= 0.05) {
            for (double y = 0.1; y < 1; y += 0.1) {
                point(surface, x * surface.getWidth(), y * surface.getHeight());
                if (surface.note().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A window of another test may lie above this one, where the mouse itself would meet it. */
    private static void point(Node node, double x, double y) {
        Point2D at = node.localToScene(x, y);
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(node, at.getX(), at.getY())));
    }

    private void act(long step, double none, double right) {
        for (AgentSpec agent : AGENTS) {
            histograms.append(
                    agent.name() + "/actions/move",
                    new HistogramPoint(step, step, Histogram.ofNumbered(new double[] {none, right})),
                    List.of("none", "right"));
        }
    }
}
