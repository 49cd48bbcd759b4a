package io.particlearena.scenario;

import io.particlearena.options.Option;

/** The option that corrects how OpenAI's rules pay a team. */
record TeamReward(
        @Option(
                help = "Whether everyone is paid the mean of all rewards, not the sum, a correction of OpenAI's rules.",
                value = "false")
        boolean meanTeamReward) {

    /** How OpenAI's rules share rewards, corrected or not. */
    Sharing sharing(int agents) {
        return meanTeamReward ? Sharing.mean(agents) : Sharing.SUM;
    }

    /** Refuses the correction where it would have no effect. */
    void requireOpenAi(Rules rules) {
        rules.requireForCorrection("mean_team_reward", meanTeamReward, "nobody is paid the sum");
    }
}
