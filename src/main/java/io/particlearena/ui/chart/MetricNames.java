package io.particlearena.ui.chart;

import java.util.Map;

/** Metrics' names for people. */
public final class MetricNames {

    private static final Map<String, String> KNOWN = Map.of(
            "episode_return", "Episode return",
            "q_mean", "Q value",
            "target_q_mean", "Target Q value",
            "steps_per_second", "Steps per second",
            "updates_per_second", "Updates per second");

    private MetricNames() {}

    /** The metric's name in words. */
    public static String title(String metric) {
        String known = KNOWN.get(metric);
        if (known != null) {
            return known;
        }
        String words = metric.replace('_', ' ').replace("/", ": ");
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
