package io.particlearena.ui.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.Scene;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ViewportTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void theUsualArenaIsInTheMiddleWithItsEdgeInSight() {
        Viewport view = Viewport.ofArena(scene(0, 0), 800, 600);
        assertThat(view.screenX(0)).isEqualTo(400, CLOSE);
        assertThat(view.screenY(0)).isEqualTo(300, CLOSE);
        assertThat(view.screenY(1)).isBetween(1.0, 60.0);
        assertThat(view.screenY(-1)).isBetween(540.0, 599.0);
    }

    @Test
    void upInTheWorldIsUpOnTheScreen() {
        Viewport view = Viewport.ofArena(scene(0, 0), 800, 600);
        assertThat(view.screenY(0.5)).isLessThan(view.screenY(0));
        assertThat(view.worldY(view.screenY(0.3))).isEqualTo(0.3, CLOSE);
        assertThat(view.worldX(view.screenX(-0.7))).isEqualTo(-0.7, CLOSE);
    }

    @Test
    void followingKeepsFarAgentsOnTheScreen() {
        Viewport view = Viewport.ofAgents(scene(7, -3), 800, 600);
        for (double[] place : new double[][] {{7, -3}, {0, 0}}) {
            assertThat(view.screenX(place[0])).isBetween(0.0, 800.0);
            assertThat(view.screenY(place[1])).isBetween(0.0, 600.0);
        }
    }

    @Test
    void noAgentIsCutOffWhereTheArenaAndItsAgentsAreSeen() {
        assertThat(Viewport.ofArenaAndAgents(scene(0.5, 0.5), 800, 600))
                .isEqualTo(Viewport.ofArena(scene(0.5, 0.5), 800, 600));
        Scene far = scene(-1.1, 2.5);
        Viewport view = Viewport.ofArenaAndAgents(far, 800, 600);
        assertThat(view.screenX(0)).isEqualTo(400, CLOSE);
        for (Scene.Disc disc : far.discs()) {
            double radius = disc.radius() * view.scale();
            assertThat(view.screenX(disc.x())).isBetween(radius, 800 - radius);
            assertThat(view.screenY(disc.y())).isBetween(radius, 600 - radius);
        }
    }

    @Test
    void theWholeWayOfAnAgentIsInThePicture() {
        Scene.Disc gone = new Scene.Disc(
                "agent 1", Scene.Kind.AGENT, 1, 9, -2.5, 0.05, 0, 0, new Scene.Colour(0.85, 0.35, 0.35, 1));
        Scene end = new Scene(List.of(disc("agent 0", 40, 0), gone), List.of(), List.of(), 0, 0, 1);
        Viewport view = Viewport.ofArenaAndWay(List.of(scene(0, 0), end), 1, 600, 600);
        assertThat(view.screenX(9)).isBetween(500.0, 580.0);
        assertThat(view.screenY(-2.5)).isBetween(20.0, 580.0);
        assertThat(view.screenX(-1)).isBetween(1.0, 100.0);
        assertThat(view.screenX(40)).isGreaterThan(600);
        assertThat(Viewport.ofArenaAndWay(List.of(scene(0, 0)), 0, 600, 600))
                .isEqualTo(Viewport.ofArena(scene(0, 0), 600, 600));
    }

    @Test
    void aPlaceThatIsNotFiniteDoesNotMoveTheCamera() {
        for (double place : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Scene lost = new Scene(List.of(disc("agent 0", place, place)), List.of(), List.of(), 0, 0, 1);
            Viewport arena = Viewport.ofArena(scene(0, 0), 800, 600);
            assertThat(Viewport.ofArenaAndAgents(lost, 800, 600)).isEqualTo(arena);
            if (Double.isNaN(place)) {
                assertThat(Viewport.ofAgents(lost, 800, 600)).isEqualTo(arena);
            }
        }
    }

    @Test
    void messagesAreNamedByTheirLoudestSymbol() {
        assertThat(ScenePainter.loudest(List.of(0.0, 0.0))).isEqualTo(-1);
        assertThat(ScenePainter.loudest(List.of(0.1, 0.7, 0.2))).isEqualTo(1);
        assertThat(ScenePainter.letter(2)).isEqualTo("C");
        assertThat(ScenePainter.letter(30)).isEqualTo("30");
    }

    private static Scene scene(double x, double y) {
        return new Scene(List.of(disc("agent 0", 0, 0), disc("agent 1", x, y)), List.of(), List.of(), 0, 0, 1);
    }

    private static Scene.Disc disc(String name, double x, double y) {
        return new Scene.Disc(name, Scene.Kind.AGENT, 0, x, y, 0.05, 0, 0, new Scene.Colour(0.85, 0.35, 0.35, 1));
    }
}
