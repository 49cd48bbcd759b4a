package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Side;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who does better against whom: every algorithm of the good side against every algorithm of the bad side under otherwise
 * equal settings, each pair with several seeds. Finds which of these runs a folder holds and which are missing.
 *
 * <p>A run counts if its specification is the wanted one, whatever it says on checkpoints, recordings and tags, which
 * change no result, and if it trained by it from the beginning: without changed options, lessons or the checkpoint of another
 * run.
 */
public final class Matchups {

    /** Options of a run that have no influence on what is learned. */
    private static final Set<String> WITHOUT_INFLUENCE =
            Set.of("checkpoint_interval", "checkpoints_kept", "original_tags", "record_every");

    private final Catalogue catalogue;
    private final Path runsFolder;
    private final ExperimentSpec settings;
    private final List<String> good;
    private final List<String> bad;
    private final int seeds;
    private final Map<String, Side> sides;

    /**
     * @param catalogue what there is to choose from
     * @param runsFolder where runs lie
     * @param settings all but algorithms and seeds; a policy whose algorithm is replaced keeps the options that the new one
     *     has as well. Its seed is the first one
     * @param good names of algorithms of the good side
     * @param bad names of algorithms of the bad side; not looked at where the scenario has none
     * @param seeds the number of seeds, counted on from that of the settings; at least 1
     * @throws OptionException if one of the runs could not be started, in one sentence
     */
    public Matchups(
            Catalogue catalogue,
            Path runsFolder,
            ExperimentSpec settings,
            List<String> good,
            List<String> bad,
            int seeds) {
        if (!settings.opponents().isEmpty()) {
            throw new OptionException(
                    "opponents", "The settings have opponents that take turns, but a match-up has one on each side.");
        }
        if (!settings.changes().isEmpty()) {
            throw new OptionException(
                    "changes",
                    "The settings change options while a run trains, but in a match-up options stay as they are.");
        }
        this.catalogue = catalogue;
        this.runsFolder = runsFolder;
        Map<String, PolicySpec> policies = new LinkedHashMap<>(settings.policies());
        policies.replaceAll((name, policy) -> new Experiments(catalogue, runsFolder).byName(policy));
        this.settings = catalogue.normalise(settings.withPolicies(policies));
        this.sides = catalogue.agents(settings).stream()
                .collect(Collectors.toMap(AgentSpec::name, AgentSpec::side, (one, other) -> one, LinkedHashMap::new));
        this.good = ofSide(Side.GOOD, good);
        this.bad = ofSide(Side.BAD, bad);
        this.seeds = seeds;
        for (String one : this.good) {
            for (String other : this.bad) {
                catalogue.validate(spec(one, other, settings.seed()));
            }
        }
    }

    /**
     * A finished run.
     *
     * @param folder its folder
     * @param seed its seed
     * @param updates updates made, summed over agents
     * @param good the mean final return of the good side's agents; NaN where there are none
     * @param bad the same of the bad side
     */
    public record Outcome(Path folder, long seed, long updates, double good, double bad) {}

    /**
     * A pair of algorithms.
     *
     * @param good the algorithm of the good side; empty where the scenario has no good agents
     * @param bad the algorithm of the bad side; empty where the scenario has no bad agents
     * @param outcomes the finished runs by seed
     * @param inProgress the number of further runs that a process trains at this moment
     * @param missing the specifications of the runs that are neither
     */
    public record Pair(String good, String bad, List<Outcome> outcomes, int inProgress, List<ExperimentSpec> missing) {

        public Pair {
            outcomes = List.copyOf(outcomes);
            missing = List.copyOf(missing);
        }

        /** Whether a finished run has made an update: the returns of others say nothing of the algorithms. */
        public boolean hasLearned() {
            return outcomes.stream().anyMatch(outcome -> outcome.updates() > 0);
        }

        /** Mean and 95 % interval over seeds of a side's return; empty if there is no run, or nobody on that side. */
        public Optional<Interval> interval(Side side) {
            double[] values = outcomes.stream()
                    .mapToDouble(side == Side.GOOD ? Outcome::good : Outcome::bad)
                    .filter(Double::isFinite)
                    .toArray();
            return values.length == 0 ? Optional.empty() : Optional.of(Interval.of(values));
        }
    }

    /** The algorithms of a side in their order; one empty text where the scenario has nobody on that side. */
    public List<String> algorithms(Side side) {
        return side == Side.GOOD ? good : bad;
    }

    /** Whether the scenario has agents on a side. */
    public boolean has(Side side) {
        return sides.containsValue(side);
    }

    /** All pairs, those of one good algorithm after the other, as the runs' folder shows them now. */
    public List<Pair> read() throws IOException {
        Map<Map<String, Object>, RunListing> runs = new LinkedHashMap<>();
        for (RunListing run : RunFolder.list(runsFolder)) {
            boolean counts = run.state().equals("finished") || run.state().equals("running");
            if (counts && run.scenario().equals(settings.scenario())) {
                specOf(run).ifPresent(spec -> runs.merge(identity(spec), run, Matchups::finishedFirst));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (String one : good) {
            for (String other : bad) {
                pairs.add(pair(one, other, runs));
            }
        }
        return pairs;
    }

    /**
     * What a run was asked to do; empty for one in whose training something was changed, and for one of another version of
     * the program, which no run started now could be.
     */
    private Optional<ExperimentSpec> specOf(RunListing run) {
        Experiments experiments = new Experiments(catalogue, runsFolder);
        Path folder = run.folder().path();
        try {
            return Optional.of(experiments.spec(folder)).filter(spec -> experiments.isUndisturbed(folder));
        } catch (OptionException e) {
            return Optional.empty();
        }
    }

    private Pair pair(String one, String other, Map<Map<String, Object>, RunListing> runs) {
        List<Outcome> outcomes = new ArrayList<>();
        List<ExperimentSpec> missing = new ArrayList<>();
        int inProgress = 0;
        for (int i = 0; i < seeds; i++) {
            ExperimentSpec spec = spec(one, other, settings.seed() + i);
            RunListing run = runs.get(identity(spec));
            if (run == null) {
                missing.add(spec);
            } else if (run.state().equals("finished")) {
                Map<String, Double> returns = run.finalReturns();
                outcomes.add(new Outcome(
                        run.folder().path(),
                        spec.seed(),
                        run.updates(),
                        mean(returns, Side.GOOD),
                        mean(returns, Side.BAD)));
            } else {
                inProgress++;
            }
        }
        return new Pair(one, other, outcomes, inProgress, missing);
    }

    private double mean(Map<String, Double> returns, Side side) {
        return returns.entrySet().stream()
                .filter(agent -> sides.get(agent.getKey()) == side)
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(Double.NaN);
    }

    private List<String> ofSide(Side side, List<String> algorithms) {
        if (!has(side)) {
            return List.of("");
        }
        if (algorithms.isEmpty()) {
            throw new OptionException("algorithms", "At least one algorithm of each side must be named.");
        }
        return List.copyOf(new LinkedHashSet<>(algorithms));
    }

    private ExperimentSpec spec(String one, String other, long seed) {
        Map<String, PolicySpec> policies = new LinkedHashMap<>(settings.policies());
        put(policies, "good", one);
        put(policies, "bad", other);
        return catalogue.normalise(new ExperimentSpec(
                settings.scenario(),
                settings.scenarioOptions(),
                policies,
                settings.assignment(),
                List.of(),
                settings.run(),
                seed,
                List.of()));
    }

    private void put(Map<String, PolicySpec> policies, String side, String algorithm) {
        PolicySpec before = policies.get(side);
        if (algorithm.isEmpty() || (before != null && before.algorithm().equals(algorithm))) {
            return;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        if (before != null) {
            Set<String> known = catalogue.algorithm(algorithm).options().options().stream()
                    .map(OptionDescriptor::key)
                    .collect(Collectors.toSet());
            before.options().forEach((key, value) -> {
                if (known.contains(key)) {
                    options.put(key, value);
                }
            });
        }
        policies.put(side, new PolicySpec(algorithm, options));
    }

    private static Map<String, Object> identity(ExperimentSpec spec) {
        Map<String, Object> run = new LinkedHashMap<>(Catalogue.RUN_OPTIONS.values(spec.run()));
        run.keySet().removeAll(WITHOUT_INFLUENCE);
        return Map.of(
                "scenario_options", spec.scenarioOptions(),
                "policies", spec.policies(),
                "assignment", spec.assignment(),
                "opponents", spec.opponents(),
                "run", run,
                "seed", spec.seed());
    }

    private static RunListing finishedFirst(RunListing one, RunListing other) {
        return one.state().equals("finished") ? one : other;
    }
}
