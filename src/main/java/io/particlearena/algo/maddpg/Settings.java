package io.particlearena.algo.maddpg;

import io.particlearena.algo.maddpg.M3ddpgOptions.Variant;
import org.jspecify.annotations.Nullable;

/**
 * What the algorithms of this package make of their options.
 *
 * @param maddpg the options that all of them have
 * @param centralised whether critics see all agents, as in MADDPG; else their own alone, as in DDPG
 * @param variant the form of M3DDPG, null for the other algorithms
 * @param teamEpsilon how far M3DDPG moves actions of the own side
 * @param opponentEpsilon how far M3DDPG moves actions of the other side
 */
record Settings(
        MaddpgOptions maddpg,
        boolean centralised,
        @Nullable Variant variant,
        double teamEpsilon,
        double opponentEpsilon) {

    static Settings maddpg(MaddpgOptions options) {
        return new Settings(options, true, null, 0, 0);
    }

    static Settings ddpg(MaddpgOptions options) {
        return new Settings(options, false, null, 0, 0);
    }

    static Settings m3ddpg(M3ddpgOptions options) {
        return new Settings(options.maddpg(), true, options.variant(), options.advEpsS(), options.advEps());
    }
}
