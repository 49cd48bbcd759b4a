package io.particlearena.experiment;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.experiment.SpecLayer.PolicyLayer;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A specification in the making: layers are laid over each other (preset, then file, then flags), and the result is
 * checked at the end.
 *
 * <p>Naming another scenario drops the scenario options and the assignment of the layers below, which belonged to the
 * former one. Naming another algorithm keeps those options of the former one that the new one has as well. What lower layers
 * say of a side's policy is dropped where the side has no agents; what the uppermost layer says is refused there.
 */
public final class SpecDraft {

    private final Catalogue catalogue;
    private String scenario = "";
    private final Map<String, Object> scenarioOptions = new LinkedHashMap<>();
    private final Map<String, PolicyDraft> policies = new LinkedHashMap<>();
    private final Map<String, String> assignment = new LinkedHashMap<>();
    private List<String> opponents = List.of();
    private final Map<String, Object> run = new LinkedHashMap<>();
    private long seed;
    private final List<OptionChange> changes = new ArrayList<>();

    /** What the uppermost layer says something of. */
    private final Set<String> namedPolicies = new LinkedHashSet<>();

    private final Set<String> namedOptions = new LinkedHashSet<>();

    private static final class PolicyDraft {
        private String algorithm = "";
        private final Map<String, Object> options = new LinkedHashMap<>();
        private String loadedFrom = "";

        /** The keys of options whose value comes from a file. */
        private final Set<String> ofFile = new LinkedHashSet<>();
    }

    /** An empty draft. */
    public SpecDraft(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Lays a layer over what was said before. */
    public SpecDraft over(SpecLayer layer) {
        endLayer();
        if (layer.scenario() != null) {
            scenario(layer.scenario());
        }
        scenarioOptions.putAll(layer.scenarioOptions());
        layer.policies().forEach(this::policy);
        assignment.putAll(layer.assignment());
        if (layer.opponents() != null) {
            opponents(layer.opponents());
        }
        run.putAll(layer.run());
        if (layer.seed() != null) {
            seed(layer.seed());
        }
        if (layer.changes() != null) {
            changes.clear();
            changes.addAll(layer.changes());
        }
        return this;
    }

    /**
     * Lays a file that may come from anywhere over what was said before. Folders to which runs write, other than those that
     * they have written to already, are accepted from flags and forms alone.
     */
    public SpecDraft overFile(Path file) {
        SpecLayer layer = SpecJson.read(file);
        over(layer);
        layer.policies()
                .forEach((name, policy) ->
                        draft(name).ofFile.addAll(policy.options().keySet()));
        return this;
    }

    /**
     * Lays the specification of a run on disk over what was said before, as {@link #overFile}, together with the changes
     * that were made while it trained.
     */
    public SpecDraft overRun(RunFolder folder) {
        overFile(folder.spec());
        return Files.exists(folder.changes()) ? over(SpecJson.read(folder.changes())) : this;
    }

    /** Begins another layer: what was said so far of a side's policy is a default, which applies where the side has agents. */
    public SpecDraft endLayer() {
        namedPolicies.clear();
        namedOptions.clear();
        return this;
    }

    private void policy(String name, PolicyLayer layer) {
        if (layer.algorithm() != null) {
            algorithm(name, layer.algorithm());
        }
        namedPolicies.add(name);
        layer.options().forEach((key, value) -> policyOption(name, key, value));
        if (layer.loadedFrom() != null) {
            load(name, layer.loadedFrom());
        }
    }

    /** Chooses the scenario. */
    public SpecDraft scenario(String name) {
        if (!name.equals(scenario)) {
            scenario = name;
            scenarioOptions.clear();
            assignment.clear();
            endLayer();
        }
        return this;
    }

    /** Sets an option of the scenario. */
    public SpecDraft scenarioOption(String key, Object value) {
        scenarioOptions.put(key, value);
        return this;
    }

    /** Chooses the algorithm of a policy. */
    public SpecDraft algorithm(String policy, String algorithm) {
        PolicyDraft draft = named(policy);
        if (!algorithm.equals(draft.algorithm)) {
            draft.algorithm = algorithm;
            draft.options.keySet().removeIf(key -> !knows(policy, key));
        }
        return this;
    }

    /** Sets an option of one policy's algorithm. */
    public SpecDraft policyOption(String policy, String key, Object value) {
        PolicyDraft draft = named(policy);
        draft.options.put(key, value);
        draft.ofFile.remove(key);
        return this;
    }

    /** Sets an option for every policy whose algorithm has it. */
    public SpecDraft policyOption(String key, Object value) {
        List<String> having =
                policies.keySet().stream().filter(policy -> knows(policy, key)).toList();
        if (having.isEmpty()) {
            throw unknownToAll(key);
        }
        having.forEach(policy -> {
            draft(policy).options.put(key, value);
            draft(policy).ofFile.remove(key);
        });
        namedOptions.add(key);
        return this;
    }

    /** Takes a policy over from an earlier run; an empty text for one that begins untrained. */
    public SpecDraft load(String policy, String earlierRun) {
        named(policy).loadedFrom = earlierRun;
        return this;
    }

    /** Sets an option of the run. */
    public SpecDraft runOption(String key, Object value) {
        run.put(key, value);
        return this;
    }

    /** Lets policies take turns in the seats of the first of them. */
    public SpecDraft opponents(List<String> names) {
        opponents = List.copyOf(names);
        return this;
    }

    /**
     * Lets several algorithms take turns on one side: the first as the side's own policy, the others as policies {@code
     * SIDE-2}, {@code SIDE-3} and so on.
     *
     * @param algorithms at least one
     */
    public SpecDraft algorithms(String side, List<String> algorithms) {
        algorithm(side, algorithms.get(0));
        if (!opponents.isEmpty() && opponents.get(0).equals(side)) {
            policies.keySet().removeAll(opponents.subList(1, opponents.size()));
            namedPolicies.retainAll(policies.keySet());
            opponents(List.of());
        }
        if (algorithms.size() > 1) {
            List<String> names = new ArrayList<>(List.of(side));
            for (int i = 1; i < algorithms.size(); i++) {
                names.add(side + "-" + (i + 1));
                algorithm(names.get(i), algorithms.get(i));
            }
            if (!opponents.isEmpty()) {
                throw new OptionException(
                        "opponents",
                        "Both sides name several algorithms that take turns; only one side may, since it plays against the"
                                + " one policy of the other.");
            }
            opponents(names);
        }
        return this;
    }

    /** Gives an agent to a policy other than that of its side. */
    public SpecDraft assign(String agent, String policy) {
        assignment.put(agent, policy);
        return this;
    }

    /** Chooses the seed. */
    public SpecDraft seed(long value) {
        seed = value;
        return this;
    }

    /** Lets an option change while the run trains. */
    public SpecDraft change(OptionChange change) {
        changes.add(change);
        return this;
    }

    /** The scenario chosen so far. */
    public String scenario() {
        return scenario;
    }

    /**
     * The finished specification, checked, with options at their defaults left out.
     *
     * @throws OptionException with one sentence on the first fault that is found
     */
    public ExperimentSpec resolve() {
        Map<String, PolicySpec> chosen = new LinkedHashMap<>();
        policies.forEach((name, draft) -> {
            if (!draft.algorithm.isEmpty()) {
                chosen.put(name, new PolicySpec(draft.algorithm, draft.options, draft.loadedFrom));
            }
        });
        ExperimentSpec spec = catalogue.normalise(new ExperimentSpec(
                scenario, scenarioOptions, chosen, assignment, opponents, runOptions(), seed, changes));
        checkPlayed(spec);
        policies.forEach((name, draft) -> SharedFolders.requireKnown(catalogue, spec, name, draft.ofFile));
        return spec;
    }

    private void checkPlayed(ExperimentSpec spec) {
        Seating seating = catalogue.seating(spec);
        for (String name : namedPolicies) {
            if (Policies.seats(seating, spec, name).isEmpty()) {
                throw new OptionException(
                        "policies." + name,
                        "The policy \"" + name + "\" plays no agent of " + scenario + " here, which has "
                                + String.join(", ", seating.names()) + "; leave out what is said of it.");
            }
        }
        for (String key : namedOptions) {
            if (spec.policies().keySet().stream().noneMatch(policy -> knows(policy, key))) {
                throw unknownToAll(key);
            }
        }
    }

    private static OptionException unknownToAll(String key) {
        return new OptionException(key, "None of the chosen algorithms has an option " + key + ".");
    }

    private RunOptions runOptions() {
        try {
            return Catalogue.RUN_OPTIONS.parse(run);
        } catch (OptionException e) {
            throw new OptionException("run." + e.option(), String.valueOf(e.getMessage()));
        }
    }

    private PolicyDraft named(String policy) {
        namedPolicies.add(policy);
        return draft(policy);
    }

    private PolicyDraft draft(String policy) {
        return policies.computeIfAbsent(policy, name -> new PolicyDraft());
    }

    private boolean knows(String policy, String key) {
        @Nullable AlgorithmEntry<?> entry = catalogue.findAlgorithm(draft(policy).algorithm);
        return entry == null
                || entry.options().options().stream().map(OptionDescriptor::key).anyMatch(key::equals);
    }
}
