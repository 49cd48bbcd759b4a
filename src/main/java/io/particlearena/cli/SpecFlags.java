package io.particlearena.cli;

import io.particlearena.env.Side;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.SpecDraft;
import io.particlearena.experiment.SpecJson;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The flags that make a specification, generated from the options of run, scenarios and algorithms, and the way from what
 * was given back to a specification: preset, then {@code --spec}, then flags.
 */
final class SpecFlags {

    private static final String NUM_ADVERSARIES = "num_adversaries";
    private static final String ACTION_MODE = "action_mode";
    private static final List<String> SIDES = List.of("good", "bad");

    private final Catalogue catalogue;
    private final Map<String, Setter> setters = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    /** Applies a flag's value to a draft. */
    @FunctionalInterface
    private interface Setter {
        void apply(SpecDraft draft, String value);
    }

    SpecFlags(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds all flags to a command. */
    void addTo(CommandSpec command) {
        ArgGroupSpec.Builder what = group("%nWhat to train:%n", 10);
        what.addArg(flag(
                "--preset",
                "NAME",
                "Start from a preset: " + presetNames() + ". Default: " + catalogue.defaultPresetName() + "."));
        what.addArg(flag("--spec", "FILE", "Lay a specification file over the preset; flags go over both."));
        what.addArg(flag("--scenario", "NAME", "The scenario; 'scenarios' lists them."));
        what.addArg(set(
                "--good-policy",
                "NAME",
                "Algorithm of the good side; 'algorithms' lists them. Several joined by _ take turns.",
                (draft, value) -> algorithms(draft, "good", value)));
        what.addArg(set(
                "--bad-policy",
                "NAME",
                "Algorithm of the adversaries; several joined by _ take turns.",
                (draft, value) -> algorithms(draft, "bad", value)));
        what.addArg(set(
                "--load-good",
                "RUN",
                "Take the good policy over from an earlier run.",
                (draft, value) -> draft.load("good", value)));
        what.addArg(set(
                "--load-bad",
                "RUN",
                "Take the bad policy over from an earlier run.",
                (draft, value) -> draft.load("bad", value)));
        what.addArg(pairs("--load-policy", "NAME=RUN", "Take any policy over from an earlier run.", SpecDraft::load));
        what.addArg(pairs("--policy", "NAME=ALGORITHM", "Add a further policy.", SpecDraft::algorithm));
        what.addArg(
                pairs("--policy-option", "NAME.KEY=VALUE", "Set an option of one policy.", SpecFlags::policyOption));
        what.addArg(pairs("--assign", "AGENT=POLICY", "Let a policy play an agent of either side.", SpecDraft::assign));
        what.addArg(set(
                "--opponents",
                "NAME,NAME...",
                "Policies that take turns, trajectory by trajectory, in the place of the first.",
                (draft, value) -> draft.opponents(List.of(value.split(",")))));
        what.addArg(set(
                "--discrete-actions",
                "true|false",
                "Short for --action-mode forced; a grid has no other actions.",
                this::discreteActions));
        what.addArg(set(
                "--seed",
                "N",
                "The seed of all random numbers; any whole number.",
                (draft, value) -> draft.seed(seed(value))));
        command.addArgGroup(what.build());
        addRunOptions(command);
        addScenarioOptions(command);
        addAlgorithmOptions(command);
    }

    private void addRunOptions(CommandSpec command) {
        ArgGroupSpec.Builder group = group("%nThe run:%n", 20);
        for (OptionDescriptor option : catalogue.runOptions()) {
            group.addArg(option(
                    option,
                    option.flag(),
                    OptionText.describe(option),
                    false,
                    (draft, value) -> draft.runOption(option.key(), value)));
        }
        command.addArgGroup(group.build());
    }

    private void addScenarioOptions(CommandSpec command) {
        ArgGroupSpec.Builder group = group("%nThe scenario (each has some of these; see 'scenarios NAME'):%n", 40);
        Map<String, OptionDescriptor> options = union(catalogue.scenarios());
        if (!options.containsKey(NUM_ADVERSARIES)) {
            group.addArg(flag("--num-adversaries", "N", "Checked against the scenario's adversaries."));
        }
        options.forEach((key, option) -> {
            String help = OptionText.describe(option, sameDefault(key)) + having(key);
            group.addArg(
                    option(option, option.flag(), help, false, (draft, value) -> scenarioOption(draft, key, value)));
        });
        command.addArgGroup(group.build());
    }

    /** Which scenarios have an option, or which have not, whatever is shorter. */
    private String having(String key) {
        List<String> all =
                catalogue.scenarios().stream().map(CatalogueEntry::name).toList();
        List<String> having = all.stream().filter(name -> has(name, key)).toList();
        List<String> others = all.stream().filter(name -> !has(name, key)).toList();
        if (others.isEmpty()) {
            return "";
        }
        return having.size() <= others.size()
                ? " Only " + String.join(", ", having) + "."
                : " Not " + String.join(", ", others) + ".";
    }

    private void discreteActions(SpecDraft draft, String value) {
        if (!List.of("true", "false").contains(value)) {
            throw new OptionException(
                    "", "The flag --discrete-actions is \"" + value + "\", but must be true or false.");
        }
        boolean discrete = value.equals("true");
        if (has(draft.scenario(), ACTION_MODE)) {
            draft.scenarioOption(ACTION_MODE, discrete ? "forced" : "vector");
        } else if (!discrete) {
            throw new OptionException(
                    "",
                    "The flag --discrete-actions is \"" + value + "\", but " + draft.scenario()
                            + " has discrete actions only.");
        }
    }

    private void addAlgorithmOptions(CommandSpec command) {
        ArgGroupSpec.Builder group = group(
                "%nThe algorithms (each flag sets both sides; as --good-FLAG or --bad-FLAG one side only):%n", 30);
        union(catalogue.algorithms()).forEach((key, option) -> {
            group.addArg(option(
                    option,
                    option.flag(),
                    OptionText.describe(option),
                    false,
                    (draft, value) -> draft.policyOption(key, value)));
            for (String side : SIDES) {
                String flag = "--" + side + "-" + key.replace('_', '-');
                group.addArg(option(
                        option,
                        flag,
                        OptionText.describe(option),
                        true,
                        (draft, value) -> draft.policyOption(side, key, value)));
            }
        });
        command.addArgGroup(group.build());
    }

    private boolean sameDefault(String key) {
        return catalogue.scenarios().stream()
                        .flatMap(entry -> entry.options().stream())
                        .filter(option -> option.key().equals(key))
                        .map(OptionDescriptor::defaultValue)
                        .distinct()
                        .count()
                == 1;
    }

    private static ArgGroupSpec.Builder group(String heading, int order) {
        return ArgGroupSpec.builder()
                .heading(heading)
                .order(order)
                .validate(false)
                .exclusive(false);
    }

    private static Map<String, OptionDescriptor> union(List<CatalogueEntry> entries) {
        Map<String, OptionDescriptor> union = new LinkedHashMap<>();
        entries.forEach(entry -> entry.options().forEach(option -> union.putIfAbsent(option.key(), option)));
        return union;
    }

    private OptionSpec flag(String name, String label, String help) {
        taken.add(name);
        OptionSpec.Builder flag = OptionSpec.builder(names(name))
                .type(String.class)
                .paramLabel(label)
                .description(escaped(help));
        return label.equals("true|false")
                ? flag.arity("0..1").fallbackValue("true").build()
                : flag.build();
    }

    private static String[] names(String name) {
        return name.equals("--bad-policy") ? new String[] {name, "--adv-policy"} : new String[] {name};
    }

    private OptionSpec set(String name, String label, String help, Setter setter) {
        setters.put(name, setter);
        return flag(name, label, help);
    }

    /** A flag that may be given several times, each time with {@code NAME=VALUE}. */
    private OptionSpec pairs(String name, String label, String help, PairSetter setter) {
        setters.put(name, (draft, value) -> {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw new OptionException(
                        "", "The flag " + name + " is \"" + value + "\", but must have the form " + label + ".");
            }
            setter.apply(draft, value.substring(0, equals), value.substring(equals + 1));
        });
        taken.add(name);
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(escaped(help + " May be given several times."))
                .build();
    }

    /** Applies a pair to a draft. */
    @FunctionalInterface
    private interface PairSetter {
        void apply(SpecDraft draft, String name, String value);
    }

    private OptionSpec option(OptionDescriptor option, String flag, String help, boolean hidden, Setter setter) {
        List<String> names = new ArrayList<>(List.of(flag));
        String former = "--" + option.formerName().replace('_', '-');
        if (!hidden && !option.formerName().isEmpty() && !taken.contains(former) && !former.equals(flag)) {
            names.add(former);
        }
        if (!taken.add(flag)) {
            throw new IllegalStateException("Two options have the flag " + flag);
        }
        setters.put(flag, setter);
        OptionSpec.Builder builder = OptionSpec.builder(names.toArray(String[]::new))
                .type(String.class)
                .hidden(hidden)
                .paramLabel(OptionText.placeholder(option))
                .description(escaped(help));
        if (option.type() == OptionType.BOOLEAN) {
            builder.arity("0..1").fallbackValue("true");
        }
        return builder.build();
    }

    /**
     * The specification that the flags ask for, checked.
     *
     * @throws OptionException with one sentence on the first fault
     */
    ExperimentSpec spec(ParseResult parsed) {
        SpecDraft draft = new SpecDraft(catalogue);
        draft.over(catalogue.presetLayer(parsed.matchedOptionValue("--preset", catalogue.defaultPresetName())));
        String file = parsed.matchedOptionValue("--spec", "");
        if (!file.isEmpty()) {
            draft.over(SpecJson.read(Path.of(file)));
        }
        String scenario = parsed.matchedOptionValue("--scenario", "");
        if (!scenario.isEmpty()) {
            draft.scenario(scenario.replace('-', '_'));
        }
        for (String first : List.of("--good-policy", "--bad-policy", "--policy")) {
            apply(parsed, first, draft);
        }
        for (String name : setters.keySet()) {
            if (!List.of("--good-policy", "--bad-policy", "--policy").contains(name)) {
                apply(parsed, name, draft);
            }
        }
        ExperimentSpec spec = draft.resolve();
        checkAdversaries(parsed, spec);
        return spec;
    }

    private void apply(ParseResult parsed, String name, SpecDraft draft) {
        if (parsed.hasMatchedOption(name)) {
            Setter setter = setters.get(name);
            for (String value : parsed.matchedOption(name).stringValues()) {
                if (setter != null) {
                    setter.apply(draft, value);
                }
            }
        }
    }

    private void scenarioOption(SpecDraft draft, String key, String value) {
        if (!key.equals(NUM_ADVERSARIES) || has(draft.scenario(), key)) {
            draft.scenarioOption(key, value);
        }
    }

    private boolean has(String scenario, String key) {
        return catalogue.scenarios().stream()
                .filter(entry -> entry.name().equals(scenario))
                .flatMap(entry -> entry.options().stream())
                .anyMatch(option -> option.key().equals(key));
    }

    /** Where the count of adversaries is fixed, the flag is a claim to be checked. */
    private void checkAdversaries(ParseResult parsed, ExperimentSpec spec) {
        String claimed = parsed.matchedOptionValue("--num-adversaries", "");
        if (!claimed.isEmpty() && !has(spec.scenario(), NUM_ADVERSARIES)) {
            long actual = catalogue.agents(spec).stream()
                    .filter(agent -> agent.side() == Side.BAD)
                    .count();
            if (!claimed.trim().equals(Long.toString(actual))) {
                throw new OptionException(
                        "scenario_options." + NUM_ADVERSARIES,
                        "The scenario " + spec.scenario() + " has " + actual + " adversaries, not \"" + claimed
                                + "\".");
            }
        }
    }

    private static void policyOption(SpecDraft draft, String name, String value) {
        int dot = name.indexOf('.');
        if (dot < 1) {
            throw new OptionException(
                    "",
                    "The flag --policy-option is \"" + name + "=" + value
                            + "\", but must have the form NAME.KEY=VALUE.");
        }
        draft.policyOption(name.substring(0, dot), name.substring(dot + 1).replace('-', '_'), value);
    }

    private static void algorithms(SpecDraft draft, String side, String joined) {
        draft.algorithms(side, List.of(joined.split("_")));
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            throw new OptionException("seed", "The seed is \"" + value + "\", but must be a whole number.");
        }
    }

    private String presetNames() {
        return catalogue.presetNames().stream().collect(Collectors.joining(", "));
    }

    private static String escaped(String help) {
        return help.replace("%", "%%");
    }
}
