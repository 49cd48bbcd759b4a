package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the scenario's actions are, right is right and up is up. */
final class SteeredActorTest {

    private static EpisodePlayer player(String scenario, Map<String, Object> options) {
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec base = catalogue.presets().get(0).spec();
        ExperimentSpec spec =
                new ExperimentSpec(scenario, options, base.policies(), Map.of(), List.of(), base.run(), 3, List.of());
        return catalogue.preview(catalogue.normalise(spec));
    }

    private static double[] place(EpisodeFrame frame, int seat) {
        for (Scene.Disc disc : frame.scene().discs()) {
            if (disc.kind() == Scene.Kind.AGENT && disc.agent() == seat) {
                return new double[] {disc.x(), disc.y()};
            }
        }
        throw new AssertionError("The agent is not in the scene");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, vector",
        "openai, forced",
        "openai, index",
        "openai, box",
        "mpe2, vector",
        "mpe2, index",
        "mpe2, box"
    })
    void rightIsRightAndUpIsUp(String rules, String mode) {
        for (int[] direction : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}}) {
            EpisodePlayer player = player("simple", Map.of("rules", rules, "action_mode", mode));
            Steering steering = new Steering();
            steering.set(direction[0], direction[1]);
            player.takeOver(0, steering);
            double[] from = place(player.restart(), 0);
            EpisodeFrame frame = player.next();
            for (int step = 0; step < 7; step++) {
                frame = player.next();
            }
            double[] to = place(frame, 0);
            assertThat(Math.signum(Math.rint(20 * (to[0] - from[0])))).isEqualTo(direction[0]);
            assertThat(Math.signum(Math.rint(20 * (to[1] - from[1])))).isEqualTo(direction[1]);
        }
    }

    @Test
    void onTheGridTooUntilTheAgentIsHandedBack() {
        EpisodePlayer player = player("uav", Map.of());
        Steering steering = new Steering();
        steering.set(1, 1);
        player.takeOver(0, steering);
        double[] from = place(player.restart(), 0);
        EpisodeFrame frame = player.next();
        double[] to = place(frame, 0);
        assertThat(to[0]).isGreaterThanOrEqualTo(from[0]);
        assertThat(to[1]).isGreaterThanOrEqualTo(from[1]);
        assertThat(frame.actions().get(0).get(5)).isEqualTo(1);
        player.takeOver(-1, steering);
        assertThat(frame.agents().stream().filter(Steering::canSteer).map(AgentSpec::name))
                .hasSize(2);
    }
}
