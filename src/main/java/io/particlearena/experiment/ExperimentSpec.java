package io.particlearena.experiment;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that determines a run: the same specification gives the same metrics and weights.
 *
 * @param scenario a name of the catalogue of scenarios
 * @param scenarioOptions the scenario's options that differ from their defaults, by key
 * @param policies the policies by name, usually {@code good} and {@code bad}
 * @param assignment the policy's name by agent name; an agent that is not named is played by the policy of its side
 * @param opponents the names of policies that take turns, trajectory by trajectory, in the seats of the first of them;
 *     empty where none do
 * @param run the options of the run
 * @param seed the seed from which all random streams come
 * @param changes the options that change while the run trains, in the order of their steps
 */
public record ExperimentSpec(
        String scenario,
        Map<String, Object> scenarioOptions,
        Map<String, PolicySpec> policies,
        Map<String, String> assignment,
        List<String> opponents,
        RunOptions run,
        long seed,
        List<OptionChange> changes) {

    public ExperimentSpec {
        scenarioOptions = Collections.unmodifiableMap(new LinkedHashMap<>(scenarioOptions));
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
        opponents = List.copyOf(opponents);
        assignment = Collections.unmodifiableMap(new LinkedHashMap<>(assignment));
        changes = changes.stream()
                .sorted(Comparator.comparingLong(OptionChange::step))
                .toList();
    }

    /** The same with other options of the scenario. */
    public ExperimentSpec withScenarioOptions(Map<String, Object> others) {
        return new ExperimentSpec(scenario, others, policies, assignment, opponents, run, seed, changes);
    }

    /** The same with other policies. */
    public ExperimentSpec withPolicies(Map<String, PolicySpec> others) {
        return new ExperimentSpec(scenario, scenarioOptions, others, assignment, opponents, run, seed, changes);
    }

    /** The same with another seed. */
    public ExperimentSpec withSeed(long other) {
        return new ExperimentSpec(scenario, scenarioOptions, policies, assignment, opponents, run, other, changes);
    }

    /** The same with other changes while the run trains. */
    public ExperimentSpec withChanges(List<OptionChange> others) {
        return new ExperimentSpec(scenario, scenarioOptions, policies, assignment, opponents, run, seed, others);
    }

    /**
     * The policy of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PolicySpec policy(String name) {
        PolicySpec policy = policies.get(name);
        if (policy == null) {
            throw new IllegalArgumentException("There is no policy \"" + name + "\" among " + policies.keySet());
        }
        return policy;
    }
}
