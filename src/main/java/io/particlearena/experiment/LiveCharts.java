package io.particlearena.experiment;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which metrics are worth watching while a run learns. */
public final class LiveCharts {

    private LiveCharts() {}

    /**
     * The metrics of each chart, as {@link AlgorithmEntry#charts} has them: first the return, then its mean where one is
     * published, then what the algorithms that play name, beginning with the one that names most.
     *
     * @throws OptionException if the specification is not valid
     */
    public static List<List<String>> of(Catalogue catalogue, ExperimentSpec spec) {
        Set<String> policies = new LinkedHashSet<>(catalogue.seating(spec).policyOfSeat());
        policies.addAll(spec.opponents());
        Set<List<String>> charts = new LinkedHashSet<>();
        charts.add(List.of("episode_return"));
        if (!PublishedReturns.of(catalogue, spec).isEmpty()) {
            charts.add(List.of(PublishedReturns.METRIC));
        }
        policies.stream()
                .map(spec::policy)
                .map(policy -> catalogue.algorithm(policy.algorithm()).charts(policy.options()))
                .sorted(Comparator.comparingInt(each -> -each.size()))
                .forEach(charts::addAll);
        return List.copyOf(charts);
    }
}
