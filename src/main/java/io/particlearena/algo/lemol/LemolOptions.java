package io.particlearena.algo.lemol;

import io.particlearena.algo.maddpg.MaddpgOptions;
import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionGroup;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The options of LeMOL: those of MADDPG for policy and critic, those of the opponent model, and how both work together.
 *
 * @param core of policy and critic
 * @param model of the opponent model
 */
public record LemolOptions(
        @OptionGroup("Policy and critic") MaddpgOptions core,

        @OptionGroup("Opponent model") OpponentModelOptions model,

        @Option(
                help = "Whether agents of the own side are modelled as well as opponents.",
                value = "false",
                shapesNetworks = true)
        boolean modelTeamMates,

        @Option(
                help = "Whether modelled agents have a model each, or those with equal actions one in common.",
                value = "separate",
                shapesNetworks = true)
        ModelWeights opponentModelWeights,

        @Option(
                help = "Whether the critic sees only the own observation, besides all actions that the agent models.",
                value = "false",
                shapesNetworks = true)
        boolean decentraliseLemolObs,

        @Option(
                help = "Whether predictions take the place of others' actions in learning as well; the critic then sees"
                        + " the own observation alone.",
                value = "false",
                shapesNetworks = true)
        boolean fullyDecentraliseLemol,

        @Option(
                help =
                        "Whether the policy learns from predictions that are made anew for sampled steps and for what came"
                                + " after them; else, as published, from those made in play, and after the step from what others'"
                                + " target policies would do.",
                value = "false")
        boolean predictAnew,

        @Option(
                help = "Whether the policy gets the likeliest class of a prediction instead of probabilities.",
                value = "false")
        boolean oneHotPredictions,

        @Option(
                help = "Folder for experience, from which earlier experience is learned too; empty for the run's own.",
                value = "")
        String lemolSavePath,

        @Option(
                help = "Whether a policy taken over from an earlier run brings its opponent model alone.",
                value = "false")
        boolean loadOpponentModelOnly,

        @Option(
                help = "Steps between reports of how well the opponent is predicted in play.",
                value = "100",
                min = 1,
                max = 1e9,
                unit = "steps")
        int lemolInPlayPerfLogFreq,

        @Option(
                help =
                        "Whether in_play_cross_entropy is computed as in the published program, which forgets the minus and"
                                + " applies softmax to the prediction once more.",
                value = "false")
        boolean publishedInPlayCrossEntropy,

        @Option(help = "Whether to report how strongly predictions move the policy's outputs.", value = "false")
        boolean logOmInfluence,

        @Option(
                help = "Updates between reports of the predictions' influence.",
                value = "5",
                min = 1,
                max = 1e9,
                unit = "updates")
        int logOmInfluenceFreq,

        @OptionGroup("Oracle") OracleOptions oracle) {

    public LemolOptions {
        try {
            Path unused = Path.of(lemolSavePath);
        } catch (InvalidPathException e) {
            throw new OptionException(
                    "lemol_save_path",
                    "Option lemol_save_path must be the path of a folder, but holds characters that none has.");
        }
        if (predictAnew && (oneHotPredictions || oracle.feedLemolTrueAction())) {
            throw new OptionException(
                    "predict_anew",
                    "Option predict_anew learns from the probabilities of an opponent model, which "
                            + (oneHotPredictions ? "one_hot_predictions" : "feed_lemol_true_action")
                            + " takes away; choose one of them.");
        }
        if (fullyDecentraliseLemol && oneHotPredictions) {
            throw new OptionException(
                    "one_hot_predictions",
                    "Option fully_decentralise_lemol learns from probabilities in the place of others' actions, which"
                            + " one_hot_predictions takes away; choose one of them.");
        }
        if (fullyDecentraliseLemol && oracle.feedLemolTrueAction()) {
            throw new OptionException(
                    "fully_decentralise_lemol",
                    "Option fully_decentralise_lemol learns from an opponent model's predictions, which"
                            + " feed_lemol_true_action replaces; choose one of them.");
        }
    }

    /** Whether modelled agents share the weights of their models. */
    public enum ModelWeights {
        SEPARATE,
        SHARED
    }

    /** Whether predictions for sampled steps are made anew. */
    boolean predictsAnew() {
        return predictAnew || fullyDecentraliseLemol;
    }

    /** Whether an opponent model learns between trajectories. */
    boolean studies() {
        return !oracle.feedLemolTrueAction() && model.omTrainingIters() > 0;
    }

    /** What the critic sees and what learning may use of others. */
    Centralisation centralisation() {
        if (fullyDecentraliseLemol) {
            return Centralisation.FULLY_DECENTRALISED;
        }
        return decentraliseLemolObs ? Centralisation.OWN_OBSERVATION : Centralisation.CENTRALISED;
    }
}
