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
            ofRun("advance_score", "reward", "Mean return of the good side minus that of the bad side."),
            ofRun("episode_return_sum", "reward", "Mean return of the latest episodes, summed over all agents."),
            ofRun("episode_length", "steps", "Steps of an episode; mean since the point before."),
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
