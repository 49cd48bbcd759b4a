package io.particlearena.scenario;

import io.particlearena.options.OptionException;
import io.particlearena.world.Integration;

/** Whose rules a particle scenario follows: the integrator, the sign of moves, and rewards where the two differ. */
public enum Rules {
    /** OpenAI's multiagent-particle-envs, on which the published MADDPG results rest. */
    OPENAI(Integration.VELOCITY_FIRST, 1),
    /** Farama's MPE2, the continuation of PettingZoo's particle environments. */
    MPE2(Integration.POSITION_FIRST, -1);

    private final Integration integration;
    private final double firstMoveSign;

    Rules(Integration integration, double firstMoveSign) {
        this.integration = integration;
        this.firstMoveSign = firstMoveSign;
    }

    /**
     * Refuses a correction of OpenAI's rules under others, where it has no effect.
     *
     * @param because how the others are right, after the word "where"
     */
    void requireForCorrection(String option, boolean corrected, String because) {
        if (corrected && this != OPENAI) {
            throw new OptionException(
                    option,
                    "Option " + option + " is \"true\", but must be false under rules mpe2, where " + because + ".");
        }
    }

    /** How bodies move. */
    Integration integration() {
        return integration;
    }

    /** The direction in which the second and fourth weight of a move vector push; the third and fifth push the other way. */
    double firstMoveSign() {
        return firstMoveSign;
    }
}
