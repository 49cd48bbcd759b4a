package io.particlearena.ui.chart;

import io.particlearena.results.MetricDescription;
import io.particlearena.ui.Texts;
import java.util.Map;

/** What metrics are called and what is said of them, in the user's language. */
public final class MetricNames {

    private static final Map<String, String> KNOWN = Map.of(
            "q_mean", "Q value",
            "target_q_mean", "Target Q value",
            "approximate_kl", "Approximate KL",
            "approximate_kl_ratio", "Approximate KL by ratio",
            "in_play_accuracy", "In-play accuracy",
            "in_play_accuracy_ceiling", "In-play accuracy ceiling",
            "in_play_accuracy_at_step", "In-play accuracy at step",
            "in_play_accuracy_profile", "In-play accuracy by step",
            "in_play_cross_entropy", "In-play cross-entropy",
            "in_play_entropy", "In-play entropy");

    private MetricNames() {}

    /** The name of a metric or of a family of metrics in words. */
    public static String title(String metric) {
        int slash = metric.indexOf('/');
        String name = slash < 0 ? metric : metric.substring(0, slash);
        String rest = slash < 0 ? "" : metric.substring(slash + 1);
        String known = KNOWN.get(name);
        String title = Texts.ofMetric(known == null ? capital(words(name)) : known, "metric." + name + ".title");
        return rest.isEmpty() ? title : title + ": " + words(rest);
    }

    /** What a metric means, in a sentence. */
    public static String meaning(MetricDescription metric) {
        return Texts.ofMetric(metric.meaning(), "metric." + metric.name() + ".meaning");
    }

    /** The unit of a metric, or an empty text. */
    public static String unit(MetricDescription metric) {
        return Texts.ofMetric(metric.unit(), "unit." + metric.unit());
    }

    /** What is said of a metric beside another one, without what their names have in common. */
    static String comparison(String metric, String other) {
        String common = metric.endsWith("/") ? metric.substring(0, metric.length() - 1) + "_" : metric + "_";
        return title(other.startsWith(common) ? other.substring(common.length()) : other);
    }

    private static String words(String name) {
        return name.replace('_', ' ').replace("/", ": ");
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
