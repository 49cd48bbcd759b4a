package io.particlearena.scenario;

import io.particlearena.options.Option;
import io.particlearena.options.OptionException;

/** The option by which MPE2 weighs an agent's own reward against the team's. */
record LocalRatio(
        @Option(
                help = "Under rules mpe2, the weight of an agent's own reward; the team's has the rest.",
                value = "0.5",
                min = 0,
                max = 1)
        double localRatio) {

    private static final double DEFAULT = 0.5;

    Sharing sharing() {
        return Sharing.localRatio(localRatio);
    }

    /** Refuses a ratio that would have no effect. */
    void requireMpe2(Rules rules) {
        if (rules != Rules.MPE2 && localRatio != DEFAULT) {
            throw new OptionException(
                    "local_ratio",
                    "Option local_ratio is \"" + localRatio + "\", but must be " + DEFAULT
                            + " under rules openai, where every agent is paid the sum of all rewards.");
        }
    }
}
