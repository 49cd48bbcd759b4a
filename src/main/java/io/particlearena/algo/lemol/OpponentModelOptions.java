package io.particlearena.algo.lemol;

import io.particlearena.nn.GateActivation;
import io.particlearena.options.Option;
import io.particlearena.options.OptionException;

/** The options of LeMOL's opponent model. The defaults are those of LeMOL's published program. */
public record OpponentModelOptions(
        @Option(help = "Learning rate of the opponent model.", value = "0.001", min = 0, max = 1, live = true)
        double omlr,

        @Option(
                help = "Units of the LSTM that follows how the opponent learns.",
                value = "64",
                min = 1,
                max = 4096,
                unit = "units",
                shapesNetworks = true)
        int lstmHiddenDim,

        @Option(
                help =
                        "LSTM steps after which back-propagation stops: environment steps, or with block_processing periods of"
                                + " agent_update_freq steps.",
                value = "64",
                min = 1,
                max = 65536,
                unit = "LSTM steps")
        int chunkLength,

        @Option(
                help = "Trajectories in a batch of the opponent model's training, drawn with replacement.",
                value = "8",
                min = 1,
                max = 1024,
                unit = "trajectories")
        int numTrajToTrain,

        @Option(
                help =
                        "Passes of the opponent model's training, each over a fresh batch of trajectories; 0 leaves the model"
                                + " as it is.",
                value = "5",
                min = 0,
                max = 1e6,
                unit = "passes")
        int omTrainingIters,

        @Option(
                help = "With block_processing, numbers in the summary of a period; an even number.",
                value = "128",
                min = 2,
                max = 4096,
                shapesNetworks = true)
        int episodeEmbeddingDim,

        @Option(
                help =
                        "Whether the LSTM takes one step for each period of agent_update_freq environment steps, on a summary"
                                + " of them by an LSTM in both directions, instead of one for each environment step.",
                value = "false",
                shapesNetworks = true)
        boolean blockProcessing,

        @Option(
                help =
                        "Whether an LSTM over the present episode's observations stands before the prediction, instead of the"
                                + " present observation alone.",
                value = "false",
                shapesNetworks = true)
        boolean recurrentOmPrediction,

        @Option(
                help = "With recurrent_om_prediction, units of the LSTM over the present episode.",
                value = "32",
                min = 1,
                max = 4096,
                unit = "units",
                shapesNetworks = true)
        int inEpLstmDim,

        @Option(
                help =
                        "Whether a triplet loss (Grover et al. 2018) draws states of the LSTM together that are close in time,"
                                + " and drives others apart.",
                value = "false")
        boolean useTripletRepresentationLoss,

        @Option(
                help = "Most LSTM steps between states that the triplet loss draws together.",
                value = "3",
                min = 1,
                max = 65536,
                unit = "LSTM steps")
        int repLossPosDist,

        @Option(
                help = "Least LSTM steps, less one, between states that the triplet loss drives apart.",
                value = "40",
                min = 0,
                max = 65536,
                unit = "LSTM steps")
        int repLossNegDist,

        @Option(help = "Weight of the triplet loss in a trajectory's first chunk.", value = "0.1", min = 0, max = 1e6)
        double representationLossWeight,

        @Option(
                help = "Chunks of a trajectory after which the weight of the triplet loss is half as large.",
                value = "15",
                min = 1e-6,
                max = 1e9,
                unit = "chunks")
        double representationLossWeightDecayBase,

        @Option(
                help = "Whether the model predicts without following the opponent's learning, for comparison.",
                value = "false",
                shapesNetworks = true)
        boolean ablateLemolLstm,

        @Option(
                help =
                        "Whether ablate_lemol_lstm leaves the LSTM in its place, frozen with its first random weights, as in"
                                + " the published program with block_processing alone.",
                value = "false",
                shapesNetworks = true)
        boolean freezeAblatedLstm,

        @Option(
                help =
                        "Whether the model learns to predict the opponent's likeliest action alone, instead of its relaxed"
                                + " sample; always so where the environment executes one-hot actions.",
                value = "false")
        boolean trainLemolOmOnOh,

        @Option(
                help =
                        "Gates of the model's LSTMs: sigmoid, as the published program has it on a GPU, or hard-sigmoid, as it"
                                + " has it on a CPU.",
                value = "sigmoid",
                shapesNetworks = true)
        GateActivation gateActivation,

        @Option(
                help =
                        "Whose states a triplet compares: per-row, each trajectory its own; cross, as released, each trajectory"
                                + " those drawn for all of the batch.",
                value = "per-row")
        TripletForm tripletForm,

        @Option(
                help = "Distance in the triplet loss: squared, as released, or euclidean, as in its paper.",
                value = "squared")
        TripletNorm tripletNorm,

        @Option(
                help =
                        "Whether the LSTM's cells, too, start from the learned hidden state, as the published program has it"
                                + " without block_processing.",
                value = "false")
        boolean initialCellFromH,

        @Option(help = "Obsolete; only false is accepted.", value = "false")
        boolean useAlternativeLstm,

        @Option(
                help = "Obsolete, as it belongs to use_alternative_lstm; only 64 is accepted.",
                value = "64",
                min = 64,
                max = 64)
        int learningFeatureDim) {

    /** Whose states the triplets of a batch compare. */
    public enum TripletForm {
        PER_ROW,
        CROSS
    }

    /** How far apart two states are. */
    public enum TripletNorm {
        SQUARED,
        EUCLIDEAN
    }

    public OpponentModelOptions {
        if (episodeEmbeddingDim % 2 != 0) {
            throw new OptionException(
                    "episode_embedding_dim",
                    "Option episode_embedding_dim is " + episodeEmbeddingDim
                            + ", but must be even, because the two directions have half of it each.");
        }
        if (useAlternativeLstm) {
            throw new OptionException(
                    "use_alternative_lstm",
                    "Option use_alternative_lstm is obsolete: the published program computes the alternative LSTM's learning"
                            + " features and then discards them, so leave the option out.");
        }
        if (freezeAblatedLstm && !ablateLemolLstm) {
            throw new OptionException(
                    "freeze_ablated_lstm",
                    "Option freeze_ablated_lstm says how ablate_lemol_lstm is done; set that too, or leave it out.");
        }
        if (useTripletRepresentationLoss) {
            requireTriplets(ablateLemolLstm, chunkLength, repLossPosDist, repLossNegDist);
        }
    }

    private static void requireTriplets(boolean ablated, int chunkLength, int near, int far) {
        if (ablated) {
            throw new OptionException(
                    "use_triplet_representation_loss",
                    "Option use_triplet_representation_loss needs the LSTM that ablate_lemol_lstm takes away; choose one of"
                            + " them.");
        }
        if (chunkLength < (long) near + far) {
            throw new OptionException(
                    "chunk_length",
                    "Option chunk_length is " + chunkLength
                            + ", but the triplet loss needs at least rep_loss_pos_dist +" + " rep_loss_neg_dist = "
                            + ((long) near + far) + " LSTM steps.");
        }
    }

    /**
     * The weight of the triplet loss.
     *
     * @param chunk the number of the chunk in its trajectory, from 0
     */
    double tripletWeight(long chunk) {
        return representationLossWeight
                * representationLossWeightDecayBase
                / (representationLossWeightDecayBase + chunk);
    }
}
