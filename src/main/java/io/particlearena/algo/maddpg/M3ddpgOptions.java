package io.particlearena.algo.maddpg;

import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;

/** The options of M3DDPG: how far it lets other agents' actions be worse than they were, and those of MADDPG. */
public record M3ddpgOptions(
        @Option(
                help = "How far the critic moves each action of the other side to the agent's disadvantage.",
                value = "0.001",
                min = 0,
                max = 1e3,
                live = true)
        double advEps,

        @Option(
                help = "How far the critic moves each action of the agent's own side to its disadvantage.",
                value = "0.00001",
                min = 0,
                max = 1e3,
                live = true)
        double advEpsS,

        @Option(
                help =
                        "Whether actions are moved as the paper says, in the loss of the policy and in the critic's target, or"
                                + " as in the released program: only in the target, all agents by adv_eps, and by less where the"
                                + " gradient is small.",
                value = "paper")
        Variant variant,

        @OptionGroup("As in MADDPG") MaddpgOptions maddpg) {

    /** The published forms of M3DDPG. */
    public enum Variant {
        PAPER,
        RELEASED
    }
}
