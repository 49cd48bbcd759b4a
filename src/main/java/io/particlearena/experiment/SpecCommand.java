package io.particlearena.experiment;

import io.particlearena.options.OptionSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The command line that repeats a specification. */
public final class SpecCommand {

    private final Catalogue catalogue;
    private final List<String> words = new ArrayList<>();

    private SpecCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The arguments of {@code train} that give the specification: what differs from the default preset.
     *
     * @throws io.particlearena.options.OptionException if the specification is not valid
     */
    public static List<String> arguments(Catalogue catalogue, ExperimentSpec spec) {
        return new SpecCommand(catalogue).build(catalogue.normalise(spec));
    }

    /** The same as one line for a shell. */
    public static String line(Catalogue catalogue, ExperimentSpec spec) {
        return line(arguments(catalogue, spec));
    }

    /** The program and its arguments as one line for a shell. */
    static String line(List<String> arguments) {
        StringBuilder line = new StringBuilder("particle-arena");
        for (String word : arguments) {
            line.append(' ').append(quoted(word));
        }
        return line.toString();
    }

    /** The arguments of {@code fork} that lead from a checkpoint of a run with one specification to a run with another. */
    static List<String> forkArguments(
            Catalogue catalogue, ForkOrigin origin, ExperimentSpec before, ExperimentSpec after) {
        SpecCommand command = new SpecCommand(catalogue);
        command.words.addAll(
                List.of("fork", origin.run().toString(), "--checkpoint", Long.toString(origin.checkpoint())));
        command.differences(
                "--",
                catalogue.scenario(after.scenario()).options(),
                before.scenarioOptions(),
                after.scenarioOptions());
        after.policies().forEach((name, policy) -> command.policyOptions(name, policy, before.policy(name)));
        command.differences(
                "--",
                Catalogue.RUN_OPTIONS,
                Catalogue.RUN_OPTIONS.values(before.run()),
                Catalogue.RUN_OPTIONS.values(after.run()));
        return List.copyOf(command.words);
    }

    private List<String> build(ExperimentSpec spec) {
        SpecLayer preset = Presets.layer(Presets.NAMES.get(0));
        SpecDraft plain = new SpecDraft(catalogue).over(preset);
        words.addAll(List.of("train", "--scenario", spec.scenario()));
        plain.scenario(spec.scenario());
        OptionSchema<?> scenario = catalogue.scenario(spec.scenario()).options();
        // Which agents there are to assign depends on the scenario's options.
        Catalogue.complete(scenario, spec.scenarioOptions()).forEach(plain::scenarioOption);
        spec.policies().forEach((name, policy) -> plain.algorithm(name, policy.algorithm()));
        plain.opponents(spec.opponents());
        spec.assignment().forEach(plain::assign);
        ExperimentSpec base = plain.resolve();
        boolean same = spec.scenario().equals(preset.scenario());
        differences("--", scenario, same ? preset.scenarioOptions() : Map.of(), spec.scenarioOptions());
        spec.policies().forEach((name, policy) -> policy(name, policy, base.policy(name)));
        spec.assignment().forEach((agent, policy) -> words.addAll(List.of("--assign", agent + "=" + policy)));
        if (!spec.opponents().isEmpty()) {
            words.addAll(List.of("--opponents", String.join(",", spec.opponents())));
        }
        differences(
                "--",
                Catalogue.RUN_OPTIONS,
                Catalogue.RUN_OPTIONS.values(base.run()),
                Catalogue.RUN_OPTIONS.values(spec.run()));
        words.addAll(List.of("--seed", Long.toString(spec.seed())));
        changes(spec.changes());
        return List.copyOf(words);
    }

    private void policy(String name, PolicySpec policy, PolicySpec base) {
        if (isSide(name)) {
            words.addAll(List.of("--" + name + "-policy", policy.algorithm()));
        } else {
            words.addAll(List.of("--policy", name + "=" + policy.algorithm()));
        }
        policyOptions(name, policy, base);
        if (!policy.loadedFrom().isEmpty()) {
            words.addAll(List.of("--load-policy", name + "=" + policy.loadedFrom()));
        }
    }

    private void policyOptions(String name, PolicySpec policy, PolicySpec base) {
        OptionSchema<?> schema = catalogue.algorithm(policy.algorithm()).options();
        Map<String, Object> before = Catalogue.complete(schema, base.options());
        Catalogue.complete(schema, policy.options()).forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                option(name, key, value);
            }
        });
    }

    private void option(String policy, String key, Object value) {
        if (isSide(policy)) {
            words.addAll(List.of("--" + policy + "-" + key.replace('_', '-'), text(value)));
        } else {
            words.addAll(List.of("--policy-option", policy + "." + key + "=" + text(value)));
        }
    }

    private void differences(String prefix, OptionSchema<?> schema, Map<String, ?> base, Map<String, ?> values) {
        Map<String, Object> before = Catalogue.complete(schema, base);
        Catalogue.complete(schema, values).forEach((key, value) -> {
            if (!Objects.equals(value, before.get(key))) {
                words.addAll(List.of(prefix + key.replace('_', '-'), text(value)));
            }
        });
    }

    private void changes(List<OptionChange> changes) {
        for (OptionChange change : changes) {
            String where = change.step() + ":" + change.place();
            words.addAll(List.of("--change", where + "=" + text(change.value())));
        }
    }

    private static boolean isSide(String policy) {
        return policy.equals("good") || policy.equals("bad");
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Object::toString).toList());
        }
        return value.toString();
    }

    /** A word as a shell takes it. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
