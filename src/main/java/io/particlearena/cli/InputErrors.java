package io.particlearena.cli;

import io.particlearena.options.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with the words of a command, and names them as the user wrote them. */
final class InputErrors {

    private final List<String> words;

    /** @param words the command as the user wrote it */
    InputErrors(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** The flag's value is not allowed. */
    static final class NotAllowed extends ParameterException {

        private static final long serialVersionUID = 1;

        private final String allowed;

        /**
         * @param flag one of the flag's names
         * @param allowed what the value must be, for example {@code a whole number}
         */
        NotAllowed(CommandSpec command, String flag, Object value, String allowed) {
            super(command.commandLine(), flag, command.findOption(flag), String.valueOf(value));
            this.allowed = allowed;
        }
    }

    /**
     * Refuses a flag's value outside a range.
     *
     * @param flag one of the flag's names
     */
    static void checkRange(CommandSpec command, String flag, long value, long least, long most) {
        if (value < least || value > most) {
            throw new NotAllowed(command, flag, value, "a whole number from " + least + " to " + most);
        }
    }

    /** The sentence. */
    String describe(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getCommandLine(), unmatched.getUnmatched().get(0));
        }
        if (e instanceof MissingParameterException missing) {
            return missing(missing.getCommandLine(), missing.getMissing().get(0));
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            String allowed = e instanceof NotAllowed own
                    ? own.allowed
                    : kind(e.getArgSpec().type());
            return "The flag " + written(e.getArgSpec()) + " is \"" + e.getValue() + "\", but must be " + allowed + ".";
        }
        String message =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").trim();
        return message.endsWith(".") ? message : message + ".";
    }

    private String unknown(CommandLine line, String word) {
        CommandSpec command = line.getCommandSpec();
        if (word.startsWith("-")) {
            String flag = Cli.flagOf(word);
            return "There is no flag " + writtenAs(flag) + of(command) + advice(flag, command);
        }
        if (!line.getSubcommands().isEmpty()) {
            Set<String> commands = line.getSubcommands().keySet();
            return "There is no command \"" + word + "\"; "
                    + Suggestions.closest(word, commands)
                            .map(near -> "you may mean \"" + near + "\".")
                            .orElse("the commands are " + String.join(", ", commands) + ".");
        }
        return "The word \"" + word + "\" is one too many for the command " + command.name() + ".";
    }

    private static String advice(String flag, CommandSpec command) {
        Optional<String> instead = OriginalFlags.instead(flag);
        if (instead.isPresent()) {
            return "; " + instead.get() + ".";
        }
        List<String> others = command.subcommands().values().stream()
                .filter(other -> other.getCommandSpec().optionsMap().containsKey(flag))
                .map(other -> other.getCommandSpec().name())
                .toList();
        if (!others.isEmpty()) {
            return "; it belongs to the command " + String.join(" or ", others) + ".";
        }
        Set<String> flags = command.optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
        return Suggestions.closest(flag, flags)
                .map(near -> "; you may mean " + near + ".")
                .orElse(".");
    }

    private static String of(CommandSpec command) {
        return command.parent() == null ? "" : " of the command " + command.name();
    }

    private String missing(CommandLine line, ArgSpec missing) {
        if (missing.isOption()) {
            return "The flag " + written(missing) + " needs a value, " + missing.paramLabel() + ".";
        }
        return "The command " + line.getCommandSpec().name() + " needs " + missing.paramLabel() + ": "
                + lowerCase(Stream.of(missing.description()).collect(Collectors.joining(" ")));
    }

    private static String lowerCase(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String kind(Class<?> type) {
        if (type == int.class || type == long.class || type == Long.class) {
            return "a whole number of at most " + (type == int.class ? 9 : 18) + " digits";
        }
        return type == double.class ? "a number" : "another";
    }

    /** The flag as it stands in the command, under whichever of its names. */
    private String written(@Nullable ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return words.stream()
                    .map(Cli::flagOf)
                    .filter(word -> List.of(option.names()).contains(Cli.withHyphens(word)))
                    .findFirst()
                    .orElse(option.longestName());
        }
        return argument == null ? "" : argument.paramLabel();
    }

    /** The flag as it stands in the command, with its underscores. */
    private String writtenAs(String flag) {
        return words.stream()
                .map(Cli::flagOf)
                .filter(word -> Cli.withHyphens(word).equals(flag))
                .findFirst()
                .orElse(flag);
    }
}
