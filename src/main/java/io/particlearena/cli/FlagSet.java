package io.particlearena.cli;

import io.particlearena.experiment.SpecDraft;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Flags, each with what its value does to a specification in the making. */
final class FlagSet {

    /** These choose what later flags belong to. */
    private static final List<String> FIRST = List.of("--good-policy", "--bad-policy", "--policy");

    private final Map<String, Setter> setters = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    /** Applies a flag's value to a draft. */
    @FunctionalInterface
    interface Setter {
        void apply(SpecDraft draft, String value);
    }

    /** Applies a pair to a draft. */
    @FunctionalInterface
    interface PairSetter {
        void apply(SpecDraft draft, String name, String value);
    }

    /** A heading under which flags stand in the help. */
    static ArgGroupSpec.Builder group(String heading, int order) {
        return ArgGroupSpec.builder()
                .heading(heading)
                .order(order)
                .validate(false)
                .exclusive(false);
    }

    /** A flag that its owner reads for itself. */
    OptionSpec plain(String name, String label, String help) {
        return builder(List.of(name), label, help).build();
    }

    /** A flag with some names. */
    OptionSpec set(List<String> names, String label, String help, Setter setter) {
        setters.put(names.get(0), setter);
        return builder(names, label, help).build();
    }

    /** A flag that is not shown in the help. */
    OptionSpec hidden(List<String> names, String label, Setter setter) {
        setters.put(names.get(0), setter);
        return builder(names, label, "").hidden(true).build();
    }

    /** A flag that may be given several times, each time with {@code NAME=VALUE}. */
    OptionSpec pairs(String name, String label, String help, PairSetter setter) {
        setters.put(name, (draft, value) -> {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw new OptionException(
                        "", "The flag " + name + " is \"" + value + "\", but must have the form " + label + ".");
            }
            setter.apply(draft, value.substring(0, equals), value.substring(equals + 1));
        });
        return builder(List.of(name), label, help + " May be given several times.")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .build();
    }

    /** What to write after the flag of an option. */
    static String label(OptionDescriptor option) {
        return option.type() == OptionType.BOOLEAN ? "true|false" : OptionText.placeholder(option);
    }

    /** The flag of an option, and that of other programs. */
    static List<String> names(OptionDescriptor option) {
        return option.formerName().isEmpty()
                ? List.of(option.flag())
                : List.of(option.flag(), "--" + option.formerName().replace('_', '-'));
    }

    private OptionSpec.Builder builder(List<String> names, String label, String help) {
        for (String name : names) {
            if (!taken.add(name)) {
                throw new IllegalStateException("Two options have the flag " + name);
            }
        }
        OptionSpec.Builder builder = OptionSpec.builder(names.toArray(String[]::new))
                .type(String.class)
                .paramLabel(label)
                .description(help.replace("%", "%%"));
        return label.equals("true|false") ? builder.arity("0..1").fallbackValue("true") : builder;
    }

    /** Applies all flags that were given, in the order in which they were given, so that the last one counts. */
    void apply(ParseResult parsed, SpecDraft draft) {
        FIRST.forEach(name -> apply(parsed, name, draft));
        parsed.matchedOptions().stream()
                .map(option -> option.names()[0])
                .distinct()
                .filter(name -> !FIRST.contains(name))
                .forEach(name -> apply(parsed, name, draft));
    }

    private void apply(ParseResult parsed, String name, SpecDraft draft) {
        Setter setter = setters.get(name);
        if (setter != null && parsed.hasMatchedOption(name)) {
            parsed.matchedOption(name).stringValues().forEach(value -> setter.apply(draft, value));
        }
    }

    /**
     * A whole number.
     *
     * @throws OptionException if the value is none
     */
    static long wholeNumber(String flag, String value) {
        try {
            return Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            throw new OptionException(
                    flag.substring(2).replace('-', '_'),
                    "The flag " + flag + " is \"" + value + "\", but must be a whole number of at most 18 digits.");
        }
    }
}
