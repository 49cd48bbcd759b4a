package io.particlearena.algo.ppo;

import io.particlearena.options.Option;
import io.particlearena.options.OptionException;

/**
 * The options of PPO. The defaults are those of LeMOL's program, under its names where it has the option; all else is as in
 * Spinning Up's program unless an option says otherwise.
 */
public record PpoOptions(
        @Option(help = "Discount of future rewards.", value = "0.95", min = 0, max = 1, live = true)
        double gamma,

        @Option(
                help = "Units in each of the two hidden layers.",
                value = "64",
                min = 1,
                max = 4096,
                unit = "units",
                shapesNetworks = true)
        int numUnits,

        @Option(
                help = "What the value sees: own, the agent's own observation (IPPO); centralised, all agents'"
                        + " observations (MAPPO).",
                value = "own",
                shapesNetworks = true)
        Critic critic,

        @Option(
                help = "Whether agents of equal shape share networks and experience; metrics then stand at the first of"
                        + " them.",
                value = "false",
                shapesNetworks = true)
        boolean shareWeights,

        @Option(
                help = "Environment steps gathered for each update, over all environments.",
                value = "250",
                min = 1,
                max = 1e6,
                unit = "steps")
        int ppoHistoryLength,

        @Option(
                help =
                        "Passes over the gathered steps in each update, for the policy at most and for the value exactly.",
                value = "80",
                min = 1,
                max = 10000)
        int ppoTrainCycles,

        @Option(
                help =
                        "Parts into which the gathered steps are dealt in each pass, with an optimiser's step for each; 1"
                                + " for all steps at once.",
                value = "1",
                min = 1,
                max = 10000)
        int ppoMinibatches,

        @Option(help = "Learning rate of the policy.", value = "0.0003", min = 0, max = 1, live = true)
        double ppoPiLr,

        @Option(help = "Learning rate of the value.", value = "0.001", min = 0, max = 1, live = true)
        double ppoVfLr,

        @Option(
                help = "Weight of later errors in generalised advantage estimation.",
                value = "0.97",
                min = 0,
                max = 1,
                live = true)
        double ppoLambda,

        @Option(
                help =
                        "What stands for all that comes after an episode that the time limit cuts off: value, of the last"
                                + " state; last-reward, the latest reward, as in LeMOL's program, after true ends as well.",
                value = "value")
        Bootstrap ppoBootstrap,

        @Option(
                help = "Distance from 1 beyond which a ratio of probabilities brings no further gain.",
                value = "0.2",
                min = 0,
                max = 1,
                live = true)
        double ppoClipRatio,

        @Option(
                help = "Divergence from the old policy of which 1.5 times ends the policy's passes; 0 for no such end.",
                value = "0.01",
                min = 0,
                max = 1e3,
                live = true)
        double ppoTargetKl,

        @Option(
                help = "Estimate of that divergence: difference, the mean of minus the change of the log-probabilities;"
                        + " ratio, which varies less and is never negative.",
                value = "difference")
        KlEstimate ppoKlEstimate,

        @Option(help = "Weight of the entropy in the policy's objective.", value = "0", min = 0, max = 1e3, live = true)
        double ppoEntropyWeight,

        @Option(
                help = "Largest norm of the whole gradient of a network; 0 for no clipping.",
                value = "0",
                min = 0,
                max = 1e9,
                live = true)
        double ppoGradNormClipping,

        @Option(help = "Whether the value learns returns shifted and scaled to mean 0 and variance 1.", value = "false")
        boolean ppoNormaliseReturns,

        @Option(
                help = "Distribution where an action is weights over classes: categorical, or gaussian-softmax, the"
                        + " softmax of normally distributed numbers.",
                value = "categorical",
                shapesNetworks = true)
        Distribution ppoDistribution,

        @Option(
                help = "Whether updates also report the mean value and by how much they changed both losses.",
                value = "false")
        boolean verbosePpo) {

    /** What the value sees. */
    public enum Critic {
        OWN,
        CENTRALISED
    }

    /** What stands for the rewards after a trajectory's last step. */
    public enum Bootstrap {
        VALUE,
        LAST_REWARD
    }

    /** How the divergence between the policies before and after is estimated. */
    public enum KlEstimate {
        DIFFERENCE,
        RATIO
    }

    /** What a head of weights over classes draws from. */
    public enum Distribution {
        CATEGORICAL,
        GAUSSIAN_SOFTMAX
    }

    public PpoOptions {
        if (ppoMinibatches > ppoHistoryLength) {
            throw new OptionException(
                    "ppo_minibatches",
                    "Option ppo_minibatches is " + ppoMinibatches
                            + ", but must be at most ppo_history_length, which is " + ppoHistoryLength + ".");
        }
    }
}
