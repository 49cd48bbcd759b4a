package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.results.RunFolder;
import io.particlearena.store.StateReader;
import io.particlearena.store.StoreException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The policies that a run takes over from earlier runs. They keep the options that shape their networks, whatever the new
 * run has at its default, and must fit the agents that they are to play.
 */
final class EarlierPolicies {

    private final Catalogue catalogue;
    private final Experiments experiments;
    private final Map<String, StateReader> states = new LinkedHashMap<>();
    private final ExperimentSpec spec;

    /**
     * Reads the policies and tries them; writes nothing.
     *
     * @param experiments where earlier runs are found
     * @param wanted a valid specification
     * @throws OptionException if there is no such policy, or it does not fit
     */
    EarlierPolicies(Catalogue catalogue, Experiments experiments, ExperimentSpec wanted) {
        this.catalogue = catalogue;
        this.experiments = experiments;
        Map<String, PolicySpec> policies = new LinkedHashMap<>(wanted.policies());
        policies.replaceAll(
                (name, policy) -> policy.loadedFrom().isEmpty() ? policy : shaped(name, experiments.byName(policy)));
        spec = catalogue.normalise(wanted.withPolicies(policies));
        policies.forEach((name, policy) -> {
            if (!policy.loadedFrom().isEmpty()) {
                states.put(name, state(name, policy));
            }
        });
        tryOut();
    }

    /** The specification with the options that the policies keep. */
    ExperimentSpec spec() {
        return spec;
    }

    /** By policy name, what it had learned. */
    Map<String, StateReader> states() {
        return states;
    }

    private PolicySpec shaped(String name, PolicySpec policy) {
        Path folder = experiments.find(policy.loadedFrom());
        PolicySpec earlier = experiments.spec(folder).policies().get(name);
        if (earlier == null) {
            throw refuse(name, "The run " + folder + " has no policy \"" + name + "\".");
        }
        if (!earlier.algorithm().equals(policy.algorithm())) {
            throw refuse(
                    name,
                    "The policy \"" + name + "\" of the run " + folder + " is of algorithm " + earlier.algorithm()
                            + ", not " + policy.algorithm() + ".");
        }
        OptionSchema<?> schema = catalogue.algorithm(policy.algorithm()).options();
        Map<String, Object> kept = Catalogue.complete(schema, earlier.options());
        Map<String, Object> options = new LinkedHashMap<>(policy.options());
        for (OptionDescriptor option : schema.options()) {
            Object value = Objects.requireNonNull(kept.get(option.key()));
            if (option.shapesNetworks()
                    && !option.check(options.getOrDefault(option.key(), value)).equals(value)) {
                throw new OptionException(
                        "policies." + name + "." + option.key(),
                        "Policy " + name + ": Option " + option.key() + " is \"" + options.get(option.key())
                                + "\", but the policy of the run " + folder + " has " + value + ".");
            }
            if (option.shapesNetworks()) {
                options.put(option.key(), value);
            }
        }
        return new PolicySpec(policy.algorithm(), options, policy.loadedFrom());
    }

    private StateReader state(String name, PolicySpec policy) {
        Path folder = experiments.find(policy.loadedFrom());
        try {
            ExperimentSpec earlier = experiments.spec(folder);
            StateReader policies = Checkpoints.newest(new RunFolder(folder).checkpoints(), catalogue, earlier)
                    .policies();
            List<Integer> seats = Policies.seats(catalogue.seating(spec), spec, name);
            if (!policies.has(name) || seats.isEmpty()) {
                throw refuse(
                        name,
                        "The policy \"" + name + "\" plays no agent "
                                + (seats.isEmpty() ? "here" : "in the run " + folder) + ".");
            }
            compare(name, folder, played(earlier, name), played(spec, name));
            return policies.child(name);
        } catch (StoreException e) {
            throw refuse(name, String.valueOf(e.getMessage()));
        }
    }

    /** The agents that a policy plays, by seat. */
    private Map<Integer, AgentSpec> played(ExperimentSpec of, String policy) {
        Seating seating = catalogue.seating(of);
        Map<Integer, AgentSpec> agents = new LinkedHashMap<>();
        Policies.seats(seating, of, policy)
                .forEach(seat -> agents.put(seat, seating.agents().get(seat)));
        return agents;
    }

    private static void compare(
            String name, Path folder, Map<Integer, AgentSpec> earlier, Map<Integer, AgentSpec> wanted) {
        wanted.forEach((seat, agent) -> {
            AgentSpec before = earlier.get(seat);
            Map<Integer, AgentSpec> there = before == null ? earlier : Map.of(seat, before);
            if (!describe(there).equals(describe(Map.of(seat, agent)))) {
                throw refuse(
                        name,
                        "The policy \"" + name + "\" of the run " + folder + " does not fit here: it played "
                                + describe(there) + ", but is to play " + describe(Map.of(seat, agent)) + ".");
            }
        });
    }

    private static String describe(Map<Integer, AgentSpec> agents) {
        return agents.entrySet().stream()
                .map(entry -> entry.getValue().name() + " in seat " + entry.getKey() + " with "
                        + (entry.getValue().observationSize() + entry.getValue().pixelCount())
                        + " numbers observed and " + entry.getValue().actionSize() + " of an action")
                .collect(Collectors.joining(", "));
    }

    /** Makes all policies, whose networks are thrown away, loads those that are taken over, and looks for what cannot work. */
    private void tryOut() {
        Policies policies = rehearsed();
        states.forEach((name, state) -> {
            try {
                Checkpoints.restoring(() -> policies.named(name).takeOver(state));
            } catch (StoreException e) {
                throw refuse(
                        name,
                        "The policy \"" + name + "\" of the run "
                                + spec.policy(name).loadedFrom() + " does not fit here: " + e.getMessage());
            }
        });
        RunOptions run = spec.run();
        if (run.skipToOmTraining()) {
            policies.requireExperience("skip_to_om_training");
        } else if (!run.test()) {
            policies.requireLongTrajectories(run);
        }
        if (run.skipToOmTrainingFirstCycle()) {
            policies.requireExperience("skip_to_om_training_first_cycle");
        }
    }

    private Policies rehearsed() {
        Seating seating = catalogue.seating(spec);
        try {
            return new Policies(
                    catalogue,
                    spec,
                    seating,
                    Policies.replay(catalogue, spec, seating, 1),
                    Path.of("experience"),
                    false);
        } catch (OptionException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new OptionException("policies", String.valueOf(e.getMessage()));
        }
    }

    private static OptionException refuse(String policy, String message) {
        return new OptionException("policies." + policy + ".loaded_from", message);
    }
}
