package io.particlearena.experiment;

import io.particlearena.options.Option;
import io.particlearena.options.OptionException;

/** The options of a run that belong neither to the scenario nor to an algorithm. */
public record RunOptions(
        @Option(
                help = "Episodes to train for; where there are several trajectories, in each of them.",
                value = "25000",
                min = 1,
                max = 1e9,
                unit = "episodes")
        long numEpisodes,

        @Option(
                help = "Cycles: in each, trajectories are played, then policies learn that learn between trajectories.",
                value = "1",
                min = 1,
                max = 100000,
                unit = "cycles")
        int nOppCycles,

        @Option(
                help = "Trajectories of each cycle against each opponent; every one is a training from new weights.",
                value = "1",
                min = 1,
                max = 100000,
                unit = "trajectories")
        int trajPerIter,

        @Option(help = "Play nothing; only learn from the experience of earlier trajectories.", value = "false")
        boolean skipToOmTraining,

        @Option(help = "Play nothing in the first cycle; learn at once from earlier experience.", value = "false")
        boolean skipToOmTrainingFirstCycle,

        @Option(
                help = "Environments stepped in turn, each with a random stream of its own.",
                value = "1",
                min = 1,
                max = 1024)
        int numEnvironments,

        @Option(
                help = "Size of the shared replay buffer; the newest experience overwrites the oldest.",
                value = "1000000",
                min = 1,
                max = 1e9,
                unit = "steps")
        int replayBufferCapacity,

        @Option(
                help = "Whether agents learn one after the other, or all from one snapshot on several threads.",
                value = "sequential")
        AgentUpdates agentUpdates,

        @Option(
                help = "Episodes over which the mean return is taken.",
                value = "1000",
                min = 1,
                max = 1e6,
                unit = "episodes")
        int saveRate,

        @Option(
                help = "Episodes between checkpoints; 0 for none but at the beginning and the end. One that would "
                        + "cost over 4 % of the run's time is put off.",
                value = "1000",
                min = 0,
                max = 1e9,
                unit = "episodes")
        long checkpointInterval,

        @Option(help = "Checkpoints kept.", value = "3", min = 1, max = 1000)
        int checkpointsKept,

        @Option(
                help = "Episodes between recordings, from the first episode on; 0 for none.",
                value = "1000",
                min = 0,
                max = 1e9,
                unit = "episodes")
        long recordEvery,

        @Option(
                help =
                        "Episodes between histograms of what the agents have done, and of the networks if those are asked "
                                + "for; 0 for none.",
                value = "100",
                min = 0,
                max = 1e9,
                unit = "episodes")
        long histogramInterval,

        @Option(help = "Write histograms of all networks' weights.", value = "false")
        boolean histogramWeights,

        @Option(help = "Write histograms of the gradients of the update that follows.", value = "false")
        boolean histogramGradients,

        @Option(help = "Write metrics under the tags of LeMOL's published program as well.", value = "false")
        boolean originalTags,

        @Option(help = "Play without learning, for example with policies loaded from an earlier run.", value = "false")
        boolean test) {

    /** @throws OptionException if the values do not go together */
    public RunOptions {
        if (histogramInterval == 0 && (histogramWeights || histogramGradients)) {
            throw new OptionException(
                    "histogram_interval",
                    "Option histogram_interval is 0, but must be at least 1 where histograms of weights or gradients are"
                            + " asked for.");
        }
    }

    /** The order in which agents learn. */
    public enum AgentUpdates {
        SEQUENTIAL,
        SIMULTANEOUS
    }
}
