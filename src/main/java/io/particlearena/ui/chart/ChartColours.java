package io.particlearena.ui.chart;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Side;
import io.particlearena.ui.Theme;
import java.util.List;

/** The agents' colours in charts: warm ones for the bad side, cool ones for the good side, each to be told from the others. */
final class ChartColours {

    private static final int[] BAD_LIGHT = {0xcf3a3a, 0xd9822b, 0xa8328f, 0x8a5a2b, 0xe0607e, 0xb59b00};
    private static final int[] GOOD_LIGHT = {0x1f6fc4, 0x1a9274, 0x5b4fc7, 0x3aa3c9, 0x4f7f1f, 0x54718f};
    private static final int[] BAD_DARK = {0xff6b6b, 0xffb454, 0xe07be0, 0xd2a679, 0xff9eb5, 0xe5d352};
    private static final int[] GOOD_DARK = {0x58a6ff, 0x3fd0a4, 0xa99cff, 0x7fd7f2, 0x9ccc5a, 0xa3bbd3};
    private static final int RUN_LIGHT = 0x24292f;
    private static final int RUN_DARK = 0xe6edf3;

    private ChartColours() {}

    /** The colour of the agent on a seat. */
    static int ofAgent(List<AgentSpec> agents, int seat, Theme theme) {
        Side side = agents.get(seat).side();
        int order = 0;
        for (int i = 0; i < seat; i++) {
            order += agents.get(i).side() == side ? 1 : 0;
        }
        int[] colours = side == Side.BAD
                ? (theme == Theme.LIGHT ? BAD_LIGHT : BAD_DARK)
                : (theme == Theme.LIGHT ? GOOD_LIGHT : GOOD_DARK);
        return colours[order % colours.length];
    }

    /** The colour of what belongs to no agent. */
    static int ofRun(Theme theme) {
        return theme == Theme.LIGHT ? RUN_LIGHT : RUN_DARK;
    }
}
