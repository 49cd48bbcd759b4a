package io.particlearena.ui.chart;

import java.util.Map;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Metrics' names for people. */
final class MetricNames extends StringConverter<String> {

    private static final Map<String, String> KNOWN = Map.of(
            "episode_return", "Episode return",
            "q_mean", "Q value",
            "target_q_mean", "Target Q value",
            "steps_per_second", "Steps per second",
            "updates_per_second", "Updates per second");

    static String title(String metric) {
        String known = KNOWN.get(metric);
        if (known != null) {
            return known;
        }
        String words = metric.replace('_', ' ').replace("/", ": ");
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public String toString(@Nullable String metric) {
        return metric == null ? "" : title(metric);
    }

    @Override
    public String fromString(String shown) {
        throw new UnsupportedOperationException("A metric is never read back from its title");
    }
}
