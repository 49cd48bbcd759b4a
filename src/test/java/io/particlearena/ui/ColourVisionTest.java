package io.particlearena.ui;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at the safe colours of agents through eyes that lack one kind of cones. */
final class ColourVisionTest {

    /** A difference in CIELAB of about ten is seen at a glance. */
    private static final double SEEN = 10;

    @AfterEach
    void usePublishedColoursAgain() {
        AgentColours.use(Palette.PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource
    void safeColoursOfEightAgentsAreToldApartByEveryone(Theme theme) {
        AgentColours.use(Palette.SAFE);
        List<Integer> colours = new ArrayList<>();
        List<AgentSpec> agents = new ArrayList<>();
        for (int seat = 0; seat < 8; seat++) {
            agents.add(new AgentSpec("agent " + seat, seat < 4 ? Side.BAD : Side.GOOD, List.of(), List.of()));
        }
        AgentColours seats = AgentColours.of(agents, new Scene(List.of(), List.of(), List.of(), 0, 0, 1));
        for (int seat = 0; seat < 8; seat++) {
            colours.add(seats.of(seat, theme));
        }
        ColourVision.assertToldApart(colours, SEEN);
    }
}
