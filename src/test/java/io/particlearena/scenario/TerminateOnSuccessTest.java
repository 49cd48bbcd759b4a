package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.world.ParticleWorld;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies at rest in places worked out by hand; under MPE2's rules the first step leaves them there. */
final class TerminateOnSuccessTest {

    private static StepBuffer step(
            String scenario, Map<String, Object> options, boolean terminates, double[]... places) {
        Map<String, Object> values = new HashMap<>(options);
        values.put("rules", "mpe2");
        values.put("terminate_on_success", terminates);
        ParticleEnvironment environment =
                (ParticleEnvironment) Scenarios.find(scenario).orElseThrow().create(values, RandomStream.ofSeed(1));
        StepBuffer buffer = new StepBuffer(environment);
        environment.reset(buffer);
        ParticleWorld world = environment.world();
        for (int body = 0; body < places.length; body++) {
            world.place(body, places[body][0], places[body][1]);
        }
        environment.scenario().choose(new Choices(Map.of()), world);
        environment.step(new double[environment.agents().size()][5], buffer);
        return buffer;
    }

    private static void assertEnds(boolean ends, String scenario, Map<String, Object> options, double[]... places) {
        StepBuffer buffer = step(scenario, options, true, places);
        assertThat(buffer.terminated()).isEqualTo(ends);
        assertThat(buffer.truncated()).isFalse();
        assertThat(step(scenario, options, false, places).episodeOver()).isFalse();
    }

    private static double[] at(double x, double y) {
        return new double[] {x, y};
    }

    /** The third landmark's nearest agent is at (0, 0.9) - (0, 0.9 - apart); a landmark is covered within 0.1. */
    @ParameterizedTest
    @CsvSource({"0.0, true", "0.099, true", "0.101, false", "-0.099, true", "-0.101, false"})
    void spreadEndsWhenEveryLandmarkIsCovered(double apart, boolean ends) {
        assertEnds(
                ends,
                "simple_spread",
                Map.of(),
                at(-0.8, 0),
                at(0.8, 0.05),
                at(0, 0.9 - apart),
                at(-0.8, 0.06),
                at(0.8, 0),
                at(0, 0.9));
    }

    /** Two agents at one landmark cover but that one. */
    @ParameterizedTest
    @CsvSource({"-0.8, false", "0.8, true"})
    void spreadNeedsEveryLandmarkNotEveryAgent(double second, boolean ends) {
        assertEnds(
                ends,
                "simple_spread",
                Map.of("num_landmarks", 2),
                at(-0.8, 0.05),
                at(second, 0),
                at(0, 0.9),
                at(-0.8, 0),
                at(0.8, 0));
    }

    /** Radii 0.075 and 0.05 touch below 0.125; the second prey is touched by the second predator alone. */
    @ParameterizedTest
    @CsvSource({"0.124, true", "0.126, false"})
    void tagEndsWhenEveryPreyIsTouchedAtOnce(double apart, boolean ends) {
        assertEnds(
                ends,
                "simple_tag",
                Map.of("num_adversaries", 2, "num_good_agents", 2, "num_obstacles", 0),
                at(-0.5, 0),
                at(0.5, 0),
                at(-0.5, 0.1),
                at(0.5 + apart, 0));
    }

    /** Targets on the circle of radius 0.5 at 0, 90, 180 and 270 degrees; reached within 0.05. */
    @ParameterizedTest
    @CsvSource({"0.5, true", "0.549, true", "0.551, false", "0.451, true", "0.449, false"})
    void formationEndsWhenEveryAgentIsAtItsTarget(double distance, boolean ends) {
        assertEnds(ends, "simple_formation", Map.of(), at(0, 0.5), at(0.5, 0), at(-distance, 0), at(0, -0.5), at(0, 0));
    }

    /** Targets at x = -0.6, -0.2, 0.2 and 0.6 on the axis; reached within 0.05. */
    @ParameterizedTest
    @CsvSource({"0, true", "0.049, true", "0.051, false"})
    void lineEndsWhenEveryAgentIsAtItsTarget(double beside, boolean ends) {
        assertEnds(
                ends,
                "simple_line",
                Map.of(),
                at(0.6, 0),
                at(-0.2, beside),
                at(0.2, 0),
                at(-0.6, 0),
                at(-0.6, 0),
                at(0.6, 0));
    }
}
