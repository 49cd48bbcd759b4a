package io.particlearena.results;

/**
 * What a metric means.
 *
 * @param name without the agent's prefix; ends in {@code /}, {@code _} or {@code -} for a family of metrics whose names begin
 *     so
 * @param unit the unit, or an empty text
 * @param meaning one sentence for people
 * @param perAgent whether each agent has its own value, so that its tag is {@code AGENT/NAME}
 * @param timing whether the value depends on the clock, so that it differs between two runs of the same specification
 */
public record MetricDescription(String name, String unit, String meaning, boolean perAgent, boolean timing) {

    /** Whether this describes many metrics, told apart by the rest of their name. */
    public boolean isFamily() {
        return name.endsWith("/") || name.endsWith("_") || name.endsWith("-");
    }

    /** Whether a metric's name, without the agent's prefix, is this one or one of this family. */
    public boolean describes(String metricName) {
        return isFamily()
                ? metricName.startsWith(name) && metricName.length() > name.length()
                : metricName.equals(name);
    }
}
