package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionException;
import io.particlearena.world.ParticleWorld;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptedAgentsTest {

    private static ParticleEnvironment create(String scenario, Map<String, Object> options) {
        return (ParticleEnvironment) Scenarios.find(scenario).orElseThrow().create(options, RandomStream.ofSeed(1));
    }

    /** Begins an episode of {@code simple_tag} with its agents in a row, and makes one step. */
    private static ParticleWorld stepOfTag(String scripted, String script) {
        ParticleEnvironment environment =
                create("simple_tag", Map.of("scripted_agents", scripted, "script", script, "num_obstacles", 0));
        StepBuffer buffer = new StepBuffer(environment);
        environment.reset(buffer);
        ParticleWorld world = environment.world();
        for (int body = 0; body < 3; body++) {
            world.place(body, 0.3 * body, 0);
        }
        world.place(3, 0.3, 0.4);
        environment.step(new double[environment.agents().size()][5], buffer);
        return world;
    }

    /** From (0, 0) to (0.3, 0.4), with the predators' gain of 3. */
    @Test
    void chaserPushesTowardsItsNearestOpponent() {
        ParticleWorld world = stepOfTag("adversary 0", "chase");
        assertThat(world.controlX()[0]).isCloseTo(3 * 0.6, within(1e-12));
        assertThat(world.controlY()[0]).isCloseTo(3 * 0.8, within(1e-12));
        assertThat(world.velocityX()[0]).isPositive();
        assertThat(world.controlX()[1]).isZero();
    }

    /** The nearest of three predators is at (0.3, 0); the prey's gain is 4. */
    @Test
    void fleeingAgentPushesAwayFromItsNearestOpponent() {
        ParticleWorld world = stepOfTag("agent 0", "flee");
        assertThat(world.controlX()[3]).isCloseTo(0, within(1e-12));
        assertThat(world.controlY()[3]).isCloseTo(4, within(1e-12));
    }

    @Test
    void stillAgentDoesNothing() {
        ParticleWorld world = stepOfTag("agent 0", "still");
        assertThat(world.controlX()[3]).isZero();
        assertThat(world.controlY()[3]).isZero();
    }

    @Test
    void bodiesInTheSamePlaceDoNotChase() {
        ParticleEnvironment environment =
                create("simple_push", Map.of("scripted_agents", "adversary 0", "script", "chase"));
        StepBuffer buffer = new StepBuffer(environment);
        environment.reset(buffer);
        environment.world().place(0, 0.5, 0.5);
        environment.world().place(1, 0.5, 0.5);
        environment.step(new double[1][5], buffer);
        assertThat(environment.world().controlX()[0]).isZero();
    }

    @Test
    void randomAgentTakesAllMovesAndSymbolsAlike() {
        ParticleEnvironment environment =
                create("simple_reference", Map.of("scripted_agents", "agent 1", "script", "random"));
        StepBuffer buffer = new StepBuffer(environment);
        environment.reset(buffer);
        Map<List<Double>, Integer> moves = new HashMap<>();
        int[] symbols = new int[10];
        int steps = 5000;
        for (int i = 0; i < steps; i++) {
            if (buffer.episodeOver()) {
                environment.reset(buffer);
            }
            environment.step(new double[1][15], buffer);
            ParticleWorld world = environment.world();
            moves.merge(List.of(world.controlX()[1], world.controlY()[1]), 1, Integer::sum);
            for (int symbol = 0; symbol < symbols.length; symbol++) {
                symbols[symbol] += (int) world.messages()[1][symbol];
            }
        }
        assertThat(moves).hasSize(5);
        assertThat(moves.values()).allSatisfy(count -> assertThat(count).isCloseTo(1000, within(150)));
        assertThat(symbols).hasSize(10);
        for (int count : symbols) {
            assertThat(count).isCloseTo(500, within(110));
        }
    }

    @Test
    void scriptedAgentsHaveNoSeat() {
        assertThat(create("simple_tag", Map.of("scripted_agents", "agent 0,adversary 1"))
                        .agents())
                .extracting(AgentSpec::name)
                .containsExactly("adversary 0", "adversary 2");
    }

    @ParameterizedTest
    @CsvSource({"collect_treasure, collector 0, chase", "simple_spread, agent 1, flee"})
    void scriptThatNeedsOpponentsIsRefusedWhereThereAreNone(String scenario, String agent, String script) {
        assertThatThrownBy(() -> create(scenario, Map.of("scripted_agents", agent, "script", script)))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option script is \"" + script + "\", but \"" + agent + "\" has no opponents here.");
        assertThat(create(scenario, Map.of("scripted_agents", agent)).agents()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent 7 | still | Option scripted_agents names \"agent 7\", but the agents are adversary 0, agent 0.",
                "agent 0,adversary 0 | still |"
                        + " Option scripted_agents names every agent; at least one must be left to learn.",
                "'' | chase | Option script has no effect, because scripted_agents names nobody.",
            })
    void whatMakesNoSenseIsRefused(String agents, String script, String sentence) {
        assertThatThrownBy(() -> create("simple_push", Map.of("scripted_agents", agents, "script", script)))
                .isInstanceOf(OptionException.class)
                .hasMessage(sentence);
    }
}
