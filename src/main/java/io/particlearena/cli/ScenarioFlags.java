package io.particlearena.cli;

import io.particlearena.env.Side;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.SpecDraft;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of all scenarios' options: each scenario has some of them, and some it has under another program's name. */
final class ScenarioFlags {

    private static final String NUM_ADVERSARIES = "num_adversaries";
    private static final String ACTION_MODE = "action_mode";

    private final Catalogue catalogue;
    private final FlagSet flags;

    /** @param flags receives the flags */
    ScenarioFlags(Catalogue catalogue, FlagSet flags) {
        this.catalogue = catalogue;
        this.flags = flags;
    }

    /** The flags under their heading. */
    ArgGroupSpec group() {
        ArgGroupSpec.Builder group =
                FlagSet.group("%nThe scenario (each has some of these; see 'scenarios NAME'):%n", 40);
        Map<String, OptionDescriptor> options = new LinkedHashMap<>();
        everyOption().forEach(option -> options.putIfAbsent(option.key(), option));
        if (!options.containsKey(NUM_ADVERSARIES)) {
            group.addArg(flags.plain("--num-adversaries", "N", "Checked against the scenario's adversaries."));
        }
        options.forEach((key, option) -> group.addArg(flags.set(
                List.of(option.flag()),
                FlagSet.label(option),
                OptionText.describe(option, hasOneDefault(key)) + having(key) + formerNames(key),
                (draft, value) -> set(draft, key, value))));
        everyOption()
                .map(OptionDescriptor::formerName)
                .filter(former -> !former.isEmpty())
                .distinct()
                .forEach(former -> group.addArg(former(former)));
        return group.build();
    }

    private Stream<OptionDescriptor> everyOption() {
        return catalogue.scenarios().stream().flatMap(entry -> entry.options().stream());
    }

    private Stream<OptionDescriptor> options(String scenario) {
        return catalogue.scenarios().stream()
                .filter(entry -> entry.name().equals(scenario))
                .flatMap(entry -> entry.options().stream());
    }

    private boolean has(String scenario, String key) {
        return options(scenario).anyMatch(option -> option.key().equals(key));
    }

    private boolean hasOneDefault(String key) {
        return everyOption()
                        .filter(option -> option.key().equals(key))
                        .map(OptionDescriptor::defaultValue)
                        .distinct()
                        .count()
                == 1;
    }

    /** Which scenarios have an option, or which have not, whatever is shorter. */
    private String having(String key) {
        Map<Boolean, List<String>> names = catalogue.scenarios().stream()
                .map(CatalogueEntry::name)
                .collect(Collectors.partitioningBy(name -> has(name, key)));
        List<String> having = names.getOrDefault(true, List.of());
        List<String> others = names.getOrDefault(false, List.of());
        if (others.isEmpty()) {
            return "";
        }
        return having.size() <= others.size()
                ? " Only " + String.join(", ", having) + "."
                : " Not " + String.join(", ", others) + ".";
    }

    private String formerNames(String key) {
        String names = everyOption()
                .filter(option -> option.key().equals(key))
                .map(OptionDescriptor::formerName)
                .filter(former -> !former.isEmpty())
                .distinct()
                .map(former -> "--" + former)
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "" : " Also " + names + ".";
    }

    /** The flag of another program; one name may stand for several options, or for others in other scenarios. */
    private OptionSpec former(String name) {
        String flag = "--" + name;
        return flags.hidden(List.of(flag), "VALUE", (draft, value) -> {
            List<OptionDescriptor> meant = options(draft.scenario())
                    .filter(option -> option.formerName().equals(name))
                    .toList();
            if (meant.isEmpty()) {
                throw new OptionException(
                        "", "The flag " + flag + " means nothing for the scenario " + draft.scenario() + ".");
            }
            meant.forEach(option -> draft.scenarioOption(option.key(), value));
        });
    }

    private void set(SpecDraft draft, String key, String value) {
        if (!key.equals(NUM_ADVERSARIES) || has(draft.scenario(), key)) {
            draft.scenarioOption(key, value);
        }
    }

    /** Lets agents move in one direction at a time; where they always do, the flag is a claim to be checked. */
    void discreteActions(SpecDraft draft, String value) {
        if (!List.of("true", "false").contains(value)) {
            throw new OptionException(
                    "", "The flag --discrete-actions is \"" + value + "\", but must be true or false.");
        }
        if (has(draft.scenario(), ACTION_MODE)) {
            draft.scenarioOption(ACTION_MODE, value.equals("true") ? "forced" : "vector");
        } else if (value.equals("false")) {
            throw new OptionException(
                    "",
                    "The flag --discrete-actions is \"" + value + "\", but " + draft.scenario()
                            + " has discrete actions only.");
        }
    }

    /** Where the count of adversaries is fixed, the flag is a claim to be checked. */
    void checkAdversaries(ParseResult parsed, ExperimentSpec spec) {
        String claimed = parsed.matchedOptionValue("--num-adversaries", "");
        if (claimed.isEmpty() || has(spec.scenario(), NUM_ADVERSARIES)) {
            return;
        }
        long actual = catalogue.agents(spec).stream()
                .filter(agent -> agent.side() == Side.BAD)
                .count();
        long number = FlagSet.wholeNumber("--num-adversaries", claimed);
        if (number != actual) {
            throw new OptionException(
                    "scenario_options." + NUM_ADVERSARIES,
                    "The scenario " + spec.scenario() + " has "
                            + (actual == 1 ? "1 adversary" : actual + " adversaries") + ", not " + number + ".");
        }
    }
}
