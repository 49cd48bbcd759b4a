package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.SpecDraft;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The flags that make a specification, generated from the options of run, scenarios and algorithms, and the way from what
 * was given back to a specification: preset, then {@code --spec}, then flags.
 */
final class SpecFlags {

    private static final List<String> SIDES = List.of("good", "bad");
    private static final Pattern CHANGE = Pattern.compile("([0-9]{1,18}):(?:([^.]+)\\.)?([^.]+)");

    private final Catalogue catalogue;
    private final FlagSet flags = new FlagSet();
    private final ScenarioFlags scenarioFlags;

    /** The line that carries the flags, once they were added to one. */
    private @Nullable CommandLine line;

    SpecFlags(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.scenarioFlags = new ScenarioFlags(catalogue, flags);
    }

    /** The command with all flags; once it was parsed, {@link #spec} tells what they ask for. */
    CommandLine addTo(Callable<Integer> owner) {
        CommandLine carrier = new CommandLine(owner);
        CommandSpec command = carrier.getCommandSpec();
        ArgGroupSpec.Builder what = FlagSet.group("%nWhat to train:%n", 10);
        addSources(what);
        addPolicies(what);
        addOthers(what);
        command.addArgGroup(what.build());
        addRunOptions(command);
        command.addArgGroup(scenarioFlags.group());
        addAlgorithmOptions(command);
        line = carrier;
        return carrier;
    }

    /** The command with the flags that change a run that exists; once it was parsed, {@link #changed} tells how. */
    CommandLine addChangesTo(Callable<Integer> owner) {
        CommandLine carrier = new CommandLine(owner);
        CommandSpec command = carrier.getCommandSpec();
        ArgGroupSpec.Builder what = FlagSet.group("%nWhat to change:%n", 10);
        addPolicyOption(what);
        command.addArgGroup(what.build());
        addRunOptions(command);
        command.addArgGroup(scenarioFlags.group());
        addAlgorithmOptions(command);
        line = carrier;
        return carrier;
    }

    /**
     * A run's specification with the changes that the flags ask for, checked.
     *
     * @param run its folder
     * @throws OptionException with one sentence on the first fault
     */
    ExperimentSpec changed(Path run) {
        ParseResult parsed = parsed();
        SpecDraft draft = new SpecDraft(catalogue).overRun(new RunFolder(run)).endLayer();
        flags.apply(parsed, draft);
        ExperimentSpec spec = draft.resolve();
        scenarioFlags.checkAdversaries(parsed, spec);
        return spec;
    }

    private ParseResult parsed() {
        if (line == null) {
            throw new IllegalStateException("The flags belong to no command");
        }
        return line.getParseResult();
    }

    private void addPolicyOption(ArgGroupSpec.Builder group) {
        group.addArg(flags.pairs(
                "--policy-option", "NAME.KEY=VALUE", "Set an option of one policy.", SpecFlags::policyOption));
    }

    private void addSources(ArgGroupSpec.Builder group) {
        group.addArg(flags.plain(
                "--preset",
                "NAME",
                "Start from a preset: " + String.join(", ", catalogue.presetNames()) + ". Default: "
                        + catalogue.defaultPresetName() + "."));
        group.addArg(flags.plain("--spec", "FILE", "Lay a specification file over the preset; flags go over both."));
        group.addArg(flags.plain("--scenario", "NAME", "The scenario; 'scenarios' lists them."));
    }

    private void addPolicies(ArgGroupSpec.Builder group) {
        group.addArg(flags.set(
                List.of("--good-policy"),
                "NAME",
                "Algorithm of the good side; 'algorithms' lists them. Several joined by _ take turns.",
                (draft, value) -> algorithms(draft, "good", value)));
        group.addArg(flags.set(
                List.of("--bad-policy", "--adv-policy"),
                "NAME",
                "Algorithm of the adversaries; several joined by _ take turns.",
                (draft, value) -> algorithms(draft, "bad", value)));
        for (String side : SIDES) {
            group.addArg(flags.set(
                    List.of("--load-" + side),
                    "RUN",
                    "Take the " + side + " policy over from an earlier run, with the shape of its networks.",
                    (draft, value) -> draft.load(side, value)));
        }
        group.addArg(
                flags.pairs("--load-policy", "NAME=RUN", "Take any policy over from an earlier run.", SpecDraft::load));
        group.addArg(flags.pairs("--policy", "NAME=ALGORITHM", "Add a further policy.", SpecDraft::algorithm));
        addPolicyOption(group);
        group.addArg(flags.pairs(
                "--assign", "AGENT=POLICY", "Let a policy play an agent of either side.", SpecDraft::assign));
        group.addArg(flags.set(
                List.of("--opponents"),
                "NAME,NAME...",
                "Policies that take turns, trajectory by trajectory, in the place of the first.",
                (draft, value) -> draft.opponents(List.of(value.split(",")))));
    }

    private void addOthers(ArgGroupSpec.Builder group) {
        group.addArg(flags.set(
                List.of("--discrete-actions"),
                "true|false",
                "Short for --action-mode forced; a grid has no other actions.",
                scenarioFlags::discreteActions));
        group.addArg(flags.pairs(
                "--change",
                "STEP:[POLICY.]KEY=VALUE",
                "Change an option that may change while training at this step: of a policy, such as good.lr, or of the"
                        + " scenario, such as action_noise.",
                SpecFlags::change));
        group.addArg(flags.set(
                List.of("--seed"),
                "N",
                "The seed of all random numbers; a whole number of at most 18 digits.",
                (draft, value) -> draft.seed(FlagSet.wholeNumber("--seed", value))));
    }

    private void addRunOptions(CommandSpec command) {
        ArgGroupSpec.Builder group = FlagSet.group("%nThe run:%n", 20);
        for (OptionDescriptor option : catalogue.runOptions()) {
            group.addArg(flags.set(
                    FlagSet.names(option),
                    FlagSet.label(option),
                    OptionText.describe(option),
                    (draft, value) -> draft.runOption(option.key(), value)));
        }
        command.addArgGroup(group.build());
    }

    private void addAlgorithmOptions(CommandSpec command) {
        ArgGroupSpec.Builder group = FlagSet.group(
                "%nThe algorithms (each flag sets both sides; as --good-FLAG or --bad-FLAG one side only):%n", 30);
        Map<String, OptionDescriptor> options = new LinkedHashMap<>();
        catalogue
                .algorithms()
                .forEach(entry -> entry.options().forEach(option -> options.putIfAbsent(option.key(), option)));
        options.forEach((key, option) -> {
            group.addArg(flags.set(
                    FlagSet.names(option),
                    FlagSet.label(option),
                    OptionText.describe(option),
                    (draft, value) -> draft.policyOption(key, value)));
            for (String side : SIDES) {
                group.addArg(flags.hidden(
                        List.of("--" + side + "-" + key.replace('_', '-')),
                        FlagSet.label(option),
                        (draft, value) -> draft.policyOption(side, key, value)));
            }
        });
        command.addArgGroup(group.build());
    }

    /**
     * The specification that the flags ask for, checked.
     *
     * @throws OptionException with one sentence on the first fault
     */
    ExperimentSpec spec() {
        ParseResult parsed = parsed();
        SpecDraft draft = new SpecDraft(catalogue);
        draft.over(catalogue.presetLayer(parsed.matchedOptionValue("--preset", catalogue.defaultPresetName())))
                .endLayer();
        String file = parsed.matchedOptionValue("--spec", "");
        if (!file.isEmpty()) {
            draft.overFile(Path.of(file));
        }
        String scenario = parsed.matchedOptionValue("--scenario", "");
        if (!scenario.isEmpty()) {
            draft.scenario(scenario.replace('-', '_'));
        }
        if (parsed.hasMatchedOption("--discrete-actions") && parsed.hasMatchedOption("--action-mode")) {
            throw new OptionException(
                    "action_mode", "The flags --discrete-actions and --action-mode set the same; give one of them.");
        }
        flags.apply(parsed, draft);
        ExperimentSpec spec = draft.resolve();
        scenarioFlags.checkAdversaries(parsed, spec);
        return spec;
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

    private static void change(SpecDraft draft, String place, String value) {
        Matcher parts = CHANGE.matcher(place);
        if (!parts.matches()) {
            throw new OptionException(
                    "changes",
                    "The flag --change is \"" + place + "=" + value
                            + "\", but must have the form STEP:[POLICY.]KEY=VALUE.");
        }
        draft.change(new OptionChange(
                FlagSet.wholeNumber("--change", parts.group(1)),
                Objects.requireNonNullElse(parts.group(2), ""),
                parts.group(3).replace('-', '_'),
                value));
    }

    private static void algorithms(SpecDraft draft, String side, String joined) {
        draft.algorithms(side, List.of(joined.split("_")));
    }
}
