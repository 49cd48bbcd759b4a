package io.particlearena.experiment;

import io.particlearena.algo.parts.PlayMeasure;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the episodes of an evaluation gave. */
final class EvaluationMeasure {

    private final List<String> agents;
    private final EpisodeStatistics statistics;
    private final DiagnosticMeans diagnostics;
    private final List<PlayMeasure> measures;
    private final Map<String, double[]> returns = new LinkedHashMap<>();
    private final Map<String, Double> details = new LinkedHashMap<>();
    private final int episodes;
    private int episode;

    /**
     * @param episodes how many there will be
     * @param measures what policies measure themselves
     */
    EvaluationMeasure(Environment environment, int episodes, Collection<PlayMeasure> measures) {
        this.measures = List.copyOf(measures);
        this.episodes = episodes;
        agents = environment.agents().stream().map(AgentSpec::name).toList();
        statistics = new EpisodeStatistics(environment, 1, 1);
        diagnostics = new DiagnosticMeans(environment);
        agents.forEach(agent -> returns.put(agent + "/episode_return", new double[episodes]));
    }

    /**
     * Adds the step that was just made.
     *
     * @param deterministic whether agents took their most likely action
     */
    void step(Lane lane, boolean deterministic) {
        statistics.step(0, lane.after());
        diagnostics.step();
        measures.forEach(measure -> measure.add(lane.executed(), lane.memories(), !deterministic));
    }

    /** Ends an episode. */
    void endEpisode() {
        statistics.endEpisode(0, 0, this::put);
        episode++;
    }

    private void put(String tag, long step, double value) {
        double[] values = returns.get(tag);
        if (values != null) {
            values[episode] = value;
        } else if (!tag.endsWith("/episode_return_mean")) {
            details.merge(tag, value / episodes, Double::sum);
        }
    }

    /** What came out of all episodes. */
    Evaluation.Result result(String scenario, String opponent, boolean deterministic, long seed) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        double[] sums = new double[episodes];
        returns.forEach((tag, values) -> {
            intervals.put(tag.substring(0, tag.lastIndexOf('/')), Interval.of(values));
            for (int i = 0; i < episodes; i++) {
                sums[i] += values[i];
            }
        });
        Map<String, Map<String, Double>> measured = new LinkedHashMap<>();
        measures.forEach(measure -> measure.report(
                (seat, name, value) -> measured.computeIfAbsent(agents.get(seat), agent -> new LinkedHashMap<>())
                        .put(name, value)));
        return new Evaluation.Result(
                scenario,
                opponent,
                episodes,
                deterministic,
                seed,
                intervals,
                Interval.of(sums),
                details,
                diagnostics.means(),
                measured);
    }
}
