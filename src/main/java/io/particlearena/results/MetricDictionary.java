package io.particlearena.results;

import java.util.List;
import java.util.Optional;

/**
 * The metrics that runs write, by name; a metric that is not listed here should not be written.
 *
 * <p>The tag of an agent's metric is {@code AGENT/NAME}, with the agent's name as the scenario has it, for example {@code
 * adversary 0/critic_loss}.
 */
public final class MetricDictionary {

    private static final String ORIGINAL = "With original_tags, the name in LeMOL's published program of ";

    /** All metrics. */
    public static final List<MetricDescription> ALL = List.of(
            perAgent("critic_loss", "", "Loss of the critic in the latest update."),
            perAgent("policy_loss", "", "Loss of the policy in the latest update, regularisation included."),
            perAgent("q_mean", "reward", "Mean value that the critic gave to the actions of the batch."),
            perAgent("target_q_mean", "reward", "Mean target towards which the critic was moved."),
            perAgent(
                    "value_loss",
                    "",
                    "Mean squared error of the value after the latest update, on the scale on which it learns."),
            perAgent(
                    "approximate_kl",
                    "nats",
                    "Divergence of the policy after the latest update from the one before: mean decrease of the"
                            + " log-probabilities of the actions taken."),
            perAgent(
                    "approximate_kl_ratio",
                    "nats",
                    "The same divergence by the estimate that varies less and is never negative."),
            perAgent("entropy", "nats", "Mean entropy of the policy after the latest update."),
            perAgent(
                    "clip_fraction",
                    "",
                    "Share of actions whose probability changed by more than the clip ratio in the latest update."),
            perAgent("stop_iteration", "passes", "Number, from 0, of the policy's last pass in the latest update."),
            perAgent(
                    "explained_variance",
                    "",
                    "Share of the returns' variance that the value told before the latest update; 1 is perfect."),
            perAgent(
                    "entropy_estimate",
                    "nats",
                    "The same estimated, as in Spinning Up's program, from the actions taken: minus their mean log-probability;"
                            + " with option verbose_ppo."),
            perAgent("value_mean", "reward", "Mean value of the states in the latest update, with option verbose_ppo."),
            perAgent(
                    "policy_loss_change",
                    "",
                    "By how much the latest update changed the policy's loss, with option verbose_ppo."),
            perAgent(
                    "value_loss_change",
                    "",
                    "By how much the latest update changed the value's loss, with option verbose_ppo."),
            perAgent("batch_reward", "reward", "Mean reward of the steps in the batch."),
            perAgent("episode_return", "reward", "Sum of the rewards of one training episode."),
            perAgent(
                    "episode_return_mean",
                    "reward",
                    "Mean return of the latest training episodes; option save_rate says how many."),
            perAgent(
                    "reward/",
                    "reward",
                    "One term of the reward, summed over an episode; mean since the point before."),
            perAgent(
                    "event/",
                    "events",
                    "How often it happened to the agent in an episode; mean since the point before."),
            perAgent(
                    "opponent_model_loss/",
                    "nats",
                    "Cross-entropy of the model of that agent in the latest chunk of the study that follows the trajectories"
                            + " of a cycle."),
            perAgent(
                    "triplet_loss/",
                    "",
                    "Triplet loss of the model of that agent in the latest chunk, without weight."),
            perAgent(
                    "opponent_model_accuracy/",
                    "share",
                    "Steps of the latest chunk at which that agent's action was the likeliest; with several"
                            + " heads, the mean over them, and each alone as NAME/HEAD."),
            perAgent("opponent_model_entropy/", "nats", "Mean entropy of predictions for that agent in the chunk."),
            perAgent(
                    "in_play_accuracy/",
                    "share",
                    "Steps played at which that agent's likeliest action was taken; with several heads, the"
                            + " mean over them, and each alone as NAME/HEAD."),
            perAgent(
                    "in_play_cross_entropy/",
                    "nats",
                    "Mean cross-entropy of that agent's actions with predictions; with option"
                            + " published_in_play_cross_entropy what LeMOL's program has in its place, which is negative."),
            perAgent("in_play_entropy/", "nats", "Mean entropy of the predictions made in play for that agent."),
            perAgent(
                    "in_play_accuracy_ceiling/",
                    "share",
                    "Accuracy that the best predictor could reach: that agent's mean largest probability, over all heads."),
            perAgent(
                    "in_play_accuracy_at_step/",
                    "share",
                    "Accuracy in play for that agent at a step of the episode, the last number of the name; comes with every"
                            + " hundredth report of the other in_play values, as the mean since the one before, and begins anew"
                            + " with every trajectory."),
            perAgent(
                    "in_play_accuracy_profile/",
                    "share",
                    "Histogram: the accuracy in play for that agent over the steps of the episode, from 0; comes with"
                            + " in_play_accuracy_at_step."),
            perAgent(
                    "actions/",
                    "steps",
                    "Histogram: what the agent did with that head since the histogram before; how often it chose each of"
                            + " numbered actions, or how often a number of the head, NAME/NUMBER, lay where."),
            perAgent(
                    "weights/",
                    "",
                    "Histogram, with option histogram_weights: the weights of that variable of a network after an update."),
            perAgent(
                    "gradients/",
                    "",
                    "Histogram, with option histogram_gradients: the gradient of that variable in the same update, clipped"
                            + " as for its step."),
            perAgent(
                    "opponent_model_influence",
                    "",
                    "Mean square of the gradient of the policy's outputs with respect to the predictions."),
            ofRun("advance_score", "reward", "Mean return of the good side minus that of the bad side."),
            ofRun("episode_return_sum", "reward", "Mean return of the latest episodes, summed over all agents."),
            ofRun("episode_length", "steps", "Steps of an episode; mean since the point before."),
            ofRun("q_loss_", "", ORIGINAL + "critic_loss."),
            ofRun("pg_loss_", "", ORIGINAL + "policy_loss."),
            ofRun("q_value_", "reward", ORIGINAL + "q_mean."),
            ofRun("target_q_value_", "reward", ORIGINAL + "target_q_mean."),
            ofRun("reward_", "reward", ORIGINAL + "batch_reward."),
            ofRun("averaged_reward_", "reward", ORIGINAL + "episode_return_mean."),
            ofRun("v_loss_", "", ORIGINAL + "value_loss."),
            ofRun("kl_", "nats", ORIGINAL + "approximate_kl."),
            ofRun(
                    "lemol-",
                    "",
                    ORIGINAL + "opponent_model_loss and opponent_model_accuracy; where several agents have them, also"
                            + " of the three that follow."),
            ofRun("in_play_lemol_om_prediction_accuracy", "share", ORIGINAL + "in_play_accuracy."),
            ofRun("in_play_lemol_om_prediction_xent", "nats", ORIGINAL + "in_play_cross_entropy."),
            ofRun("LeMOL_om_influence", "", ORIGINAL + "opponent_model_influence."),
            timing("steps_per_second", "steps/s", "Environment steps made in a second, learning included."),
            timing("updates_per_second", "updates/s", "Updates made in a second, summed over agents."));

    private MetricDictionary() {}

    /** The tag of an agent's metric. */
    public static String tag(String agent, String name) {
        return agent + "/" + name;
    }

    /** What the metric of this tag means, if it is known. */
    public static Optional<MetricDescription> find(String tag) {
        String name = tag.substring(tag.indexOf('/') + 1);
        return ALL.stream()
                .filter(metric ->
                        metric.perAgent() ? tag.indexOf('/') > 0 && metric.describes(name) : metric.describes(tag))
                .findFirst();
    }

    /** The agent whose metric this is; empty for a metric of the run. */
    public static Optional<String> agent(String tag) {
        return find(tag).filter(MetricDescription::perAgent).map(metric -> tag.substring(0, tag.indexOf('/')));
    }

    /** The metric's name without the agent's prefix. */
    public static String name(String tag) {
        return agent(tag).map(agent -> tag.substring(agent.length() + 1)).orElse(tag);
    }

    /** Whether the metric depends on the clock; false for unknown ones. */
    public static boolean isTiming(String tag) {
        return find(tag).map(MetricDescription::timing).orElse(false);
    }

    /** The dictionary as a table for the documentation. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| tag | unit | meaning |\n|---|---|---|\n");
        for (MetricDescription metric : ALL) {
            String name = (metric.perAgent() ? "AGENT/" : "") + metric.name() + (metric.isFamily() ? "NAME" : "");
            table.append("| `%s` | %s | %s%s |\n"
                    .formatted(name, metric.unit(), metric.meaning(), metric.timing() ? " Depends on the clock." : ""));
        }
        return table.toString();
    }

    private static MetricDescription perAgent(String name, String unit, String meaning) {
        return new MetricDescription(name, unit, meaning, true, false);
    }

    private static MetricDescription ofRun(String name, String unit, String meaning) {
        return new MetricDescription(name, unit, meaning, false, false);
    }

    private static MetricDescription timing(String name, String unit, String meaning) {
        return new MetricDescription(name, unit, meaning, false, true);
    }
}
