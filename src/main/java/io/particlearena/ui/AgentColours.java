package io.particlearena.ui;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * One colour for each agent, the same in arena, legend and charts: warm ones for the bad side, cool ones for the good side,
 * beginning with green where the published scenario has it in green, each to be told from the others on either page.
 *
 * <p>A published colour that is not simply its team's (the goal that an agent must find, what it carries) tells something
 * about the moment; the arena shows it as the core of the agent's disc.
 */
public final class AgentColours {

    private static final int[] BAD_LIGHT = {
        0xcf3a3a, 0xd9791a, 0xa8328f, 0x8a5a2b, 0xe0608e, 0xa88c00, 0x7d1d2e, 0x57402f
    };
    private static final int[] BAD_DARK = {
        0xff6b6b, 0xffb454, 0xe07be0, 0xb98a58, 0xff9ec4, 0xe5d352, 0xb8424f, 0xf7d9bd
    };
    private static final int[] BLUE_LIGHT = {
        0x1f6fc4, 0x1a9274, 0x6a4fd0, 0x2f9fc9, 0x5f8a1f, 0x5c6f86, 0x0b3f8a, 0xa184e8
    };
    private static final int[] BLUE_DARK = {
        0x58a6ff, 0x3fd0a4, 0xa18bff, 0x7fe0f5, 0xa8cc4a, 0x9fb2c8, 0x3f78d8, 0xd3c4ff
    };
    private static final int[] GREEN_LIGHT = {
        0x2e9e3f, 0x1f6fc4, 0x7f9a10, 0x6a4fd0, 0x12888f, 0x5c6f86, 0x0f5f30, 0xa184e8
    };
    private static final int[] GREEN_DARK = {
        0x56d364, 0x58a6ff, 0xc3d94e, 0xa18bff, 0x3fd0c9, 0x9fb2c8, 0x2f9a52, 0xd3c4ff
    };

    /** For eyes that lack one kind of cones, simulated after Machado et al. (2009), and for all others. */
    private static final int[] BAD_SAFE_LIGHT = {0xec6c0c, 0x570703, 0x890076, 0xae8d5b};

    private static final int[] BAD_SAFE_DARK = {0xe98b0d, 0xfffc03, 0xbb7c95, 0xd70037};
    private static final int[] GOOD_SAFE_LIGHT = {0x249dcc, 0x006349, 0x0a0029, 0x8c7dff};
    private static final int[] GOOD_SAFE_DARK = {0x0aa2fc, 0x43fda0, 0xc4fdf8, 0x5646ee};

    private static volatile Palette palette = Palette.PUBLISHED;

    private static final Scene.Colour PUBLISHED_BLUE = new Scene.Colour(0.35, 0.35, 0.85, 1);
    private static final List<Scene.Colour> PUBLISHED_GREENS =
            List.of(new Scene.Colour(0.35, 0.85, 0.35, 1), new Scene.Colour(0.45, 0.95, 0.45, 1));
    private static final List<Scene.Colour> PUBLISHED_REDS = List.of(
            new Scene.Colour(0.85, 0.35, 0.35, 1),
            new Scene.Colour(0.95, 0.45, 0.45, 1),
            new Scene.Colour(0.65, 0.15, 0.15, 1),
            new Scene.Colour(0.75, 0.25, 0.25, 1));

    /** Differences between channels below this are grey, which tells nothing. */
    private static final double GREY = 0.1;

    private static final double SHADE = 0.35;

    private final List<Side> sides;
    private final boolean green;

    private AgentColours(List<Side> sides, boolean green) {
        this.sides = List.copyOf(sides);
        this.green = green;
    }

    /**
     * The colours of an environment's agents.
     *
     * @param agents by seat
     * @param scene any scene of the environment
     */
    public static AgentColours of(List<AgentSpec> agents, Scene scene) {
        List<Side> sides = new ArrayList<>();
        agents.forEach(agent -> sides.add(agent.side()));
        boolean green = scene.discs().stream()
                .anyMatch(disc -> disc.kind() == Scene.Kind.AGENT
                        && PUBLISHED_GREENS.stream().anyMatch(team -> same(team, disc.colour())));
        return new AgentColours(sides, green);
    }

    /** Lets all agents have colours of this kind from now on, wherever they are drawn next. */
    public static void use(Palette next) {
        palette = next;
    }

    /** Colours of no agents. */
    public static AgentColours none() {
        return new AgentColours(List.of(), false);
    }

    /** The colour of the agent on a seat as {@code 0xRRGGBB}. */
    public int of(int seat, Theme theme) {
        Side side = sides.get(seat);
        int order = 0;
        for (int i = 0; i < seat; i++) {
            order += sides.get(i) == side ? 1 : 0;
        }
        boolean light = theme == Theme.LIGHT;
        int[] colours;
        if (palette == Palette.SAFE) {
            colours = side == Side.BAD
                    ? (light ? BAD_SAFE_LIGHT : BAD_SAFE_DARK)
                    : (light ? GOOD_SAFE_LIGHT : GOOD_SAFE_DARK);
        } else if (side == Side.BAD) {
            colours = light ? BAD_LIGHT : BAD_DARK;
        } else if (green) {
            colours = light ? GREEN_LIGHT : GREEN_DARK;
        } else {
            colours = light ? BLUE_LIGHT : BLUE_DARK;
        }
        int round = order / colours.length;
        return round == 0 ? colours[order] : shaded(colours[order % colours.length], round % 2 == 1 ? 255 : 0);
    }

    /** Whether the published colour of an agent's body tells something about the moment. */
    public boolean tells(int seat, Scene.Colour published) {
        double least = Math.min(published.red(), Math.min(published.green(), published.blue()));
        double most = Math.max(published.red(), Math.max(published.green(), published.blue()));
        if (most - least < GREY) {
            return false;
        }
        if (sides.get(seat) == Side.BAD) {
            return PUBLISHED_REDS.stream().noneMatch(team -> same(team, published));
        }
        return !same(PUBLISHED_BLUE, published) && PUBLISHED_GREENS.stream().noneMatch(team -> same(team, published));
    }

    private static boolean same(Scene.Colour one, Scene.Colour other) {
        return one.red() == other.red() && one.green() == other.green() && one.blue() == other.blue();
    }

    private static int shaded(int colour, int towards) {
        int shaded = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = colour >> shift & 255;
            shaded |= (int) Math.round(channel + (towards - channel) * SHADE) << shift;
        }
        return shaded;
    }
}
