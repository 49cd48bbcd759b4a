package io.particlearena.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AgentColoursTest {

    private static final Scene.Colour GREEN = new Scene.Colour(0.35, 0.85, 0.35, 0.5);
    private static final Scene.Colour BLUE = new Scene.Colour(0.35, 0.35, 0.85, 0.5);

    @ParameterizedTest
    @EnumSource
    void everyAgentOfLargeTeamsHasAColourOfItsOwn(Theme theme) {
        AgentColours colours = AgentColours.of(agents(10, 6), scene(BLUE));
        Set<Integer> different = new HashSet<>();
        for (int seat = 0; seat < 16; seat++) {
            different.add(colours.of(seat, theme));
        }
        assertThat(different).hasSize(16);
    }

    @Test
    void goodAgentsAreGreenWhereTheyWerePublishedInGreen() {
        int prey = AgentColours.of(agents(3, 1), scene(GREEN)).of(3, Theme.LIGHT);
        assertThat(prey >> 8 & 255).isGreaterThan(prey >> 16 & 255).isGreaterThan(prey & 255);
        int other = AgentColours.of(agents(3, 1), scene(BLUE)).of(3, Theme.LIGHT);
        assertThat(other & 255).isGreaterThan(other >> 16 & 255).isGreaterThan(other >> 8 & 255);
    }

    @Test
    void publishedColoursTellSomethingUnlessTheyAreGreyOrTheTeams() {
        AgentColours colours = AgentColours.of(agents(1, 1), scene(BLUE));
        assertThat(colours.tells(0, new Scene.Colour(0.85, 0.35, 0.35, 0.5))).isFalse();
        assertThat(colours.tells(0, BLUE)).isTrue();
        assertThat(colours.tells(1, BLUE)).isFalse();
        assertThat(colours.tells(1, GREEN)).isFalse();
        assertThat(colours.tells(1, new Scene.Colour(0.25, 0.25, 0.25, 0.5))).isFalse();
        assertThat(colours.tells(1, new Scene.Colour(0.75, 0.25, 0.25, 0.5))).isTrue();
    }

    private static List<AgentSpec> agents(int bad, int good) {
        List<AgentSpec> agents = new ArrayList<>();
        for (int i = 0; i < bad + good; i++) {
            agents.add(new AgentSpec("agent " + i, i < bad ? Side.BAD : Side.GOOD, List.of(), List.of()));
        }
        return agents;
    }

    private static Scene scene(Scene.Colour colour) {
        Scene.Disc disc = new Scene.Disc("agent", Scene.Kind.AGENT, 0, 0, 0, 0.1, 0, 0, colour);
        return new Scene(List.of(disc), List.of(), List.of(), 0, 0, 1);
    }
}
