package io.particlearena.algo.lemol;

import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;

/**
 * An oracle in the place of the opponent model, which shows what better prediction would be worth. At step t of an episode
 * the true action is fed to the policy if (t &lt; before or t &gt; after) and a first random number is below the
 * proportion, or if a second is below the baseline accuracy; else a random one.
 */
public record OracleOptions(
        @Option(
                help =
                        "Whether the policy is told the others' true actions instead of predictions; no model is trained.",
                value = "false")
        boolean feedLemolTrueAction,

        @Option(
                help =
                        "Share of the steps, among those that the next two options allow, at which the true action is told.",
                value = "1",
                min = 0,
                max = 1)
        double lemolTrueActionFeedProportion,

        @Option(
                help = "The true action is told at steps of the episode before this one.",
                value = "25",
                min = -1,
                max = 1e9,
                unit = "steps")
        int feedLemolTrueActionBefore,

        @Option(
                help = "The true action is told at steps of the episode after this one, too.",
                value = "-1",
                min = -1,
                max = 1e9,
                unit = "steps")
        int feedLemolTrueActionAfter,

        @Option(
                help = "Share of the remaining steps at which the true action is told all the same.",
                value = "0.55",
                min = 0,
                max = 1)
        double lemolOracleBaselineAcc) {

    /** Whether the true action is told at a step of an episode, counted from 0. */
    boolean tellsTruth(int step, RandomStream random) {
        boolean proportional = random.nextDouble() < lemolTrueActionFeedProportion;
        boolean baseline = random.nextDouble() < lemolOracleBaselineAcc;
        boolean inRange = step < feedLemolTrueActionBefore || step > feedLemolTrueActionAfter;
        return (inRange && proportional) || baseline;
    }
}
