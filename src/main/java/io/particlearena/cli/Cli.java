package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.options.OptionException;
import io.particlearena.store.StoreException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * The command line: sub-commands, and what their errors look like. Exit codes: 0 for success, 1 for a failure, 2 for bad
 * input, which always is one sentence and comes before anything is written.
 */
public final class Cli {

    /** Success. */
    static final int OK = 0;

    /** Something failed though the input was right. */
    static final int FAILURE = 1;

    /** The input was wrong. */
    static final int BAD_INPUT = 2;

    private final Catalogue catalogue;
    private final Console console;

    Cli(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /**
     * Runs a command and prints to the standard streams.
     *
     * @return the exit code
     */
    public static int run(String... words) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        return new Cli(Catalogue.standard(), new Console(out, err, Console.isTerminal())).execute(words);
    }

    /** Runs a command. */
    int execute(String... words) {
        List<String> arguments = Stream.of(words).map(Cli::withHyphens).toList();
        return commandLine(arguments).execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine(List<String> arguments) {
        CommandLine root = new CommandLine(new Root());
        List<String> full =
                Stream.concat(Stream.of("particle-arena"), arguments.stream()).toList();
        root.addSubcommand(new TrainCommand(catalogue, console, full).commandLine());
        root.addSubcommand(new ResumeCommand(catalogue, console, full));
        root.addSubcommand(new EvaluateCommand(catalogue, console));
        root.addSubcommand(new RunsCommand(console));
        root.addSubcommand("scenarios", CatalogueCommand.scenarios(catalogue, console));
        root.addSubcommand("algorithms", CatalogueCommand.algorithms(catalogue, console));
        root.addSubcommand("presets", CatalogueCommand.presets(catalogue, console));
        root.setOut(console.out());
        root.setErr(console.err());
        root.setUsageHelpWidth(100);
        root.setUsageHelpLongOptionsMaxWidth(36);
        root.setParameterExceptionHandler((e, args) -> badInput(e));
        root.setExecutionExceptionHandler((e, command, parsed) -> failure(e));
        return root;
    }

    private int badInput(ParameterException e) {
        String message =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").trim();
        console.err().println(message.endsWith(".") ? message : message + ".");
        console.err().println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        console.err().flush();
        return BAD_INPUT;
    }

    private int failure(Exception e) {
        if (e instanceof OptionException) {
            console.err().println(e.getMessage());
            console.err().flush();
            return BAD_INPUT;
        }
        if (e instanceof StoreException) {
            console.err().println(e.getMessage());
            console.err().flush();
            return FAILURE;
        }
        console.err().println("The command failed unexpectedly: " + e);
        e.printStackTrace(console.err());
        console.err().flush();
        return FAILURE;
    }

    /** Accepts underscores in the names of flags. */
    private static String withHyphens(String word) {
        if (!word.startsWith("--")) {
            return word;
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return name.replace('_', '-') + (equals < 0 ? "" : word.substring(equals));
    }

    /** The command without a sub-command. */
    @Command(
            name = "particle-arena",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            description = "Multi-agent reinforcement learning on 2-D particle worlds.%n"
                    + "Without a command the window opens.%n",
            commandListHeading = "%nCommands:%n",
            footer = {
                "",
                "For example:",
                "  particle-arena train --scenario simple_tag --num-episodes 25000 --seed 1",
                "  particle-arena train --preset simple",
                "  particle-arena runs",
                "Exit codes: 0 success, 1 failure, 2 bad input."
            })
    static final class Root implements Runnable {

        @CommandLine.Spec
        CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec command;

        @Override
        public void run() {
            if (command != null) {
                command.commandLine().usage(command.commandLine().getOut());
            }
        }
    }

    /** The program's version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {
                "Particle Arena " + (version == null ? "development" : version.toLowerCase(Locale.ROOT))
            };
        }
    }
}
