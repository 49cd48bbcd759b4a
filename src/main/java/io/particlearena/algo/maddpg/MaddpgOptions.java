package io.particlearena.algo.maddpg;

import io.particlearena.options.Option;

/**
 * The options of MADDPG and DDPG. The defaults are those of OpenAI's published program, except that targets start as
 * copies; where LeMOL's program decides otherwise, an option of its own leads there.
 */
public record MaddpgOptions(
        @Option(help = "Learning rate of policy and critic.", value = "0.01", min = 0, max = 1, live = true)
        double lr,

        @Option(help = "Discount of future rewards.", value = "0.95", min = 0, max = 1, live = true)
        double gamma,

        @Option(
                help = "Steps sampled from the replay buffer for each update.",
                value = "1024",
                min = 1,
                max = 65536,
                unit = "steps")
        int batchSize,

        @Option(
                help = "Units in each of the two hidden layers.",
                value = "64",
                min = 1,
                max = 4096,
                unit = "units",
                shapesNetworks = true)
        int numUnits,

        @Option(
                help = "Environment steps from one update of an agent to its next.",
                value = "100",
                min = 1,
                max = 1e9,
                unit = "steps")
        int agentUpdateFreq,

        @Option(
                help = "Steps after each multiple of agent_update_freq at which the update comes; 1 is LeMOL's count.",
                value = "0",
                min = 0,
                max = 1e9,
                unit = "steps")
        int agentUpdateOffset,

        @Option(
                help = "Share of the network that each update moves into its target network.",
                value = "0.01",
                min = 0,
                max = 1,
                live = true)
        double polyak,

        @Option(
                help = "Steps of experience before the first update; 0 for batch_size times the episode's length.",
                value = "0",
                min = 0,
                max = 1e9,
                unit = "steps")
        int warmUpSteps,

        @Option(
                help = "Largest norm of the gradient of each weight matrix or bias; 0 for no clipping.",
                value = "0.5",
                min = 0,
                max = 1e9,
                live = true)
        double gradNormClipping,

        @Option(
                help = "Weight of the mean squared policy output in the policy's loss.",
                value = "0.001",
                min = 0,
                max = 1e3,
                live = true)
        double policyRegularisation,

        @Option(
                help = "Whether an episode that the time limit cuts off counts as ended, as LeMOL's program has it.",
                value = "false")
        boolean timeLimitAsTerminal,

        @Option(
                help = "Whether target networks start as copies; else with weights of their own, as in the published"
                        + " programs.",
                value = "true")
        boolean copyTargetsAtStart,

        @Option(
                help =
                        "Whether the optimisers' moments outlive the trajectory, while all weights start anew, as in LeMOL's"
                                + " program.",
                value = "false")
        boolean keepMomentsAtRestart,

        @Option(
                help = "Where Adam adds its epsilon: tensorflow before, pytorch after correcting the bias.",
                value = "tensorflow")
        AdamForm adamForm) {

    /** The two published forms of Adam. */
    public enum AdamForm {
        TENSORFLOW,
        PYTORCH
    }

    /** The number of steps of experience at which learning begins. */
    public long learningStart(int maxEpisodeLength) {
        long warmUp = warmUpSteps > 0 ? warmUpSteps : (long) batchSize * maxEpisodeLength;
        return Math.max(warmUp, batchSize);
    }

    /** Whether an update comes after the step that made the count {@code step}. */
    public boolean updatesAt(long step) {
        return step % agentUpdateFreq == agentUpdateOffset % agentUpdateFreq;
    }
}
