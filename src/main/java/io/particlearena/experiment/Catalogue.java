package io.particlearena.experiment;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.EnvironmentEntry;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Side;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.scenario.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a user can choose from, and the check of what was chosen. Window and command line see scenarios and algorithms
 * through this class alone.
 *
 * <p>An {@link OptionException} thrown here names the place of its fault: {@code scenario}, {@code scenario_options.KEY},
 * {@code policies.NAME.algorithm}, {@code policies.NAME.KEY}, {@code assignment.AGENT}, {@code run.KEY} or {@code seed}.
 */
public final class Catalogue {

    /** The options of a run. */
    static final OptionSchema<RunOptions> RUN_OPTIONS = OptionSchema.of(RunOptions.class);

    private static final Pattern POLICY_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private final List<EnvironmentEntry<?>> scenarios;
    private final List<AlgorithmEntry<?>> algorithms;
    private final @Nullable UserPresets userPresets;

    /** A catalogue of the given scenarios and algorithms. */
    public Catalogue(List<EnvironmentEntry<?>> scenarios, List<AlgorithmEntry<?>> algorithms) {
        this(scenarios, algorithms, null);
    }

    private Catalogue(
            List<EnvironmentEntry<?>> scenarios,
            List<AlgorithmEntry<?>> algorithms,
            @Nullable UserPresets userPresets) {
        this.scenarios = List.copyOf(scenarios);
        this.algorithms = List.copyOf(algorithms);
        this.userPresets = userPresets;
    }

    /** The same with the presets that a user has saved. */
    public Catalogue with(UserPresets presets) {
        return new Catalogue(scenarios, algorithms, presets);
    }

    /** All that ships with the program. */
    public static Catalogue standard() {
        return new Catalogue(Scenarios.entries(), Algorithms.all());
    }

    /** The scenarios. */
    public List<CatalogueEntry> scenarios() {
        return scenarios.stream()
                .map(entry -> new CatalogueEntry(
                        entry.name(),
                        entry.title(),
                        entry.description(),
                        entry.options().options()))
                .toList();
    }

    /** The algorithms. */
    public List<CatalogueEntry> algorithms() {
        return algorithms.stream()
                .map(entry -> new CatalogueEntry(
                        entry.name(),
                        entry.title(),
                        entry.description(),
                        entry.options().options()))
                .toList();
    }

    /** The options of a run that belong neither to a scenario nor to an algorithm. */
    public List<OptionDescriptor> runOptions() {
        return RUN_OPTIONS.options();
    }

    /**
     * The presets, the default one first and the user's own last; of these, a damaged one is left out, and its name in an
     * error says why.
     */
    public List<Preset> presets() {
        List<Preset> presets = new ArrayList<>();
        Presets.NAMES.forEach(name -> presets.add(preset(name)));
        for (String name : userPresetNames()) {
            try {
                presets.add(preset(name));
            } catch (OptionException e) {
                System.getLogger(Catalogue.class.getName())
                        .log(System.Logger.Level.WARNING, "Preset {0} is left out: {1}", name, e.getMessage());
            }
        }
        return presets;
    }

    /**
     * A preset that ships with the program, or one of the user's.
     *
     * @throws OptionException if there is none of this name, or it is not valid
     */
    public Preset preset(String name) {
        SpecLayer layer = presetLayer(name);
        ExperimentSpec spec = new SpecDraft(this).over(layer).resolve();
        return new Preset(name, layer.title().isEmpty() ? name : layer.title(), layer.description(), spec);
    }

    /** The names of the presets, the default one first and the user's own last. */
    public List<String> presetNames() {
        List<String> names = new ArrayList<>(Presets.NAMES);
        names.addAll(userPresetNames());
        return names;
    }

    /** The names of the presets that the user has saved. */
    public List<String> userPresetNames() {
        UserPresets own = userPresets;
        return own == null
                ? List.of()
                : own.names().stream()
                        .filter(name -> !Presets.NAMES.contains(name))
                        .toList();
    }

    /** The name of the preset that applies where none is named. */
    public String defaultPresetName() {
        return Presets.NAMES.get(0);
    }

    /**
     * A preset as a layer, over which others can be laid.
     *
     * @throws OptionException if there is none of this name
     */
    public SpecLayer presetLayer(String name) {
        UserPresets own = userPresets;
        if (own != null && userPresetNames().contains(name)) {
            return own.layer(name);
        }
        return Presets.layer(name, presetNames());
    }

    /**
     * A specification from a file; what the file does not say is as in the default preset.
     *
     * @throws OptionException if it is none, or not valid
     */
    public ExperimentSpec read(Path file) {
        return new SpecDraft(this)
                .over(presetLayer(defaultPresetName()))
                .overFile(file)
                .resolve();
    }

    /**
     * The agents of a specification by seat.
     *
     * @throws OptionException if scenario or scenario options are not valid
     */
    public List<AgentSpec> agents(ExperimentSpec spec) {
        return prototype(spec).agents();
    }

    /**
     * Checks a specification.
     *
     * @throws OptionException with one sentence on the first fault that is found
     */
    public void validate(ExperimentSpec spec) {
        seating(spec);
        CourseRules.checkReplay(this, spec);
    }

    /**
     * A player of episodes of the specification's scenario in which all agents act at random.
     *
     * @throws OptionException as {@link #validate}
     */
    public EpisodePlayer preview(ExperimentSpec spec) {
        Actor[] actors = seating(spec).agents().stream().map(RandomActor::new).toArray(Actor[]::new);
        return new RunPlayer(this, () -> spec, () -> () -> actors, () -> EpisodeRecording.Moment.UNKNOWN);
    }

    /**
     * The same specification with all option values checked, those at their defaults left out, and without the policy of a
     * side that has no agents.
     */
    ExperimentSpec normalise(ExperimentSpec spec) {
        EnvironmentEntry<?> scenario = scenario(spec.scenario());
        Map<String, Object> scenarioOptions = within(
                "scenario_options.",
                "Scenario " + spec.scenario() + ": ",
                () -> differing(scenario.options(), spec.scenarioOptions()));
        Map<String, PolicySpec> policies = new LinkedHashMap<>();
        spec.policies().forEach((name, policy) -> policies.put(name, normalise(name, policy)));
        ExperimentSpec checked = with(policies, scenarioOptions, spec);
        Seating seating = seating(checked);
        policies.entrySet()
                .removeIf(entry -> isSide(entry.getKey())
                        && Policies.seats(seating, checked, entry.getKey()).isEmpty()
                        && entry.getValue().loadedFrom().isEmpty());
        ExperimentSpec normal = with(policies, scenarioOptions, spec);
        OptionChanges changes = new OptionChanges(this, normal);
        return normal.withChanges(spec.changes().stream().map(changes::check).toList());
    }

    private static ExperimentSpec with(
            Map<String, PolicySpec> policies, Map<String, Object> scenarioOptions, ExperimentSpec spec) {
        return new ExperimentSpec(
                spec.scenario(),
                scenarioOptions,
                policies,
                spec.assignment(),
                spec.opponents(),
                spec.run(),
                spec.seed(),
                spec.changes());
    }

    private PolicySpec normalise(String name, PolicySpec policy) {
        AlgorithmEntry<?> algorithm = algorithm(name, policy.algorithm());
        return within(
                "policies." + name + ".",
                "Policy " + name + ": ",
                () -> new PolicySpec(
                        policy.algorithm(), differing(algorithm.options(), policy.options()), policy.loadedFrom()));
    }

    /**
     * Checks a specification and says who plays what.
     *
     * @throws OptionException with one sentence on the first fault that is found
     */
    Seating seating(ExperimentSpec spec) {
        Environment environment = prototype(spec);
        List<AgentSpec> agents = environment.agents();
        spec.policies().forEach(this::check);
        Set<String> names = new LinkedHashSet<>();
        agents.forEach(agent -> names.add(agent.name()));
        for (String agent : spec.assignment().keySet()) {
            if (!names.contains(agent)) {
                throw new OptionException(
                        "assignment." + agent,
                        "The assignment names the agent \"" + agent + "\", but " + spec.scenario() + " has "
                                + String.join(", ", names) + ".");
            }
        }
        List<String> policyOfSeat = new ArrayList<>();
        for (AgentSpec agent : agents) {
            policyOfSeat.add(policyOf(agent, spec));
        }
        CourseRules.check(spec, policyOfSeat);
        for (String policy : spec.policies().keySet()) {
            if (!policyOfSeat.contains(policy)
                    && !isSide(policy)
                    && !spec.opponents().contains(policy)) {
                throw new OptionException(
                        "policies." + policy, "The policy \"" + policy + "\" is assigned to no agent.");
            }
        }
        RUN_OPTIONS.parse(RUN_OPTIONS.values(spec.run()));
        return new Seating(agents, policyOfSeat, environment.timeLimit());
    }

    /** The line of a scenario. */
    EnvironmentEntry<?> scenario(String name) {
        return scenarios.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new OptionException(
                        "scenario",
                        "There is no scenario \"" + name + "\"; the scenarios are "
                                + String.join(
                                        ", ",
                                        scenarios.stream()
                                                .map(EnvironmentEntry::name)
                                                .toList()) + "."));
    }

    /** The line of an algorithm. */
    AlgorithmEntry<?> algorithm(String name) {
        return algorithms.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new OptionException(
                        "algorithm",
                        "There is no algorithm \"" + name + "\"; the algorithms are "
                                + String.join(
                                        ", ",
                                        algorithms.stream()
                                                .map(AlgorithmEntry::name)
                                                .toList()) + "."));
    }

    /** The line of an algorithm, null if there is none. */
    @Nullable
    AlgorithmEntry<?> findAlgorithm(String name) {
        return algorithms.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private AlgorithmEntry<?> algorithm(String policy, String name) {
        return within("policies." + policy + ".", "Policy " + policy + ": ", () -> algorithm(name));
    }

    /** An environment of the specification that draws from the given stream. */
    Environment environment(ExperimentSpec spec, RandomStream random) {
        EnvironmentEntry<?> scenario = scenario(spec.scenario());
        return within("scenario_options.", "Scenario " + spec.scenario() + ": ", () -> {
            try {
                return scenario.create(spec.scenarioOptions(), random);
            } catch (OptionException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new OptionException("", String.valueOf(e.getMessage()));
            }
        });
    }

    /** Records episodes of an environment of the specification. */
    EpisodeRecorder recorder(ExperimentSpec spec, Environment environment) {
        return new EpisodeRecorder(
                environment, spec.scenario(), complete(scenario(spec.scenario()).options(), spec.scenarioOptions()));
    }

    /** Values for all options of a schema, those that are not named at their defaults. */
    static <O extends Record> Map<String, Object> complete(OptionSchema<O> schema, Map<String, ?> values) {
        return schema.values(schema.parse(values));
    }

    private static <O extends Record> Map<String, Object> differing(OptionSchema<O> schema, Map<String, ?> values) {
        Map<String, Object> complete = complete(schema, values);
        Map<String, Object> defaults = schema.values(schema.defaults());
        complete.entrySet().removeIf(entry -> entry.getValue().equals(defaults.get(entry.getKey())));
        return complete;
    }

    private Environment prototype(ExperimentSpec spec) {
        return environment(spec, RandomStream.ofSeed(0));
    }

    private void check(String name, PolicySpec policy) {
        if (!POLICY_NAME.matcher(name).matches()) {
            throw new OptionException(
                    "policies." + name,
                    "The policy name \"" + name
                            + "\" must be at most 40 lower-case letters, digits, hyphens and underscores.");
        }
        normalise(name, policy);
    }

    private static String policyOf(AgentSpec agent, ExperimentSpec spec) {
        String policy = spec.assignment().getOrDefault(agent.name(), agent.side() == Side.GOOD ? "good" : "bad");
        if (!spec.policies().containsKey(policy)) {
            throw new OptionException(
                    "assignment." + agent.name(),
                    "Agent \"" + agent.name() + "\" is to be played by policy \"" + policy + "\", but the policies are "
                            + String.join(", ", spec.policies().keySet()) + ".");
        }
        return policy;
    }

    private static boolean isSide(String policy) {
        return policy.equals("good") || policy.equals("bad");
    }

    static <T> T within(String place, String prefix, Supplier<T> work) {
        try {
            return work.get();
        } catch (OptionException e) {
            String option =
                    e.option().isEmpty() ? place.substring(0, Math.max(0, place.length() - 1)) : place + e.option();
            throw new OptionException(option, prefix + e.getMessage());
        }
    }
}
