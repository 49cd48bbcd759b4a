package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ProgramVersion;
import io.particlearena.experiment.UserPresets;
import io.particlearena.nn.BackendException;
import io.particlearena.options.OptionException;
import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import io.particlearena.store.UserFolders;
import io.particlearena.ui.shell.WindowMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * The command line: sub-commands, and what their errors look like. Exit codes: 0 for success, 1 for a failure, 2 for bad
 * input, which always is one sentence and comes before anything is written; 130 and 143 are the system's for a program that
 * Ctrl-C or a signal to end stopped.
 */
public final class Cli {

    /** Success. */
    static final int OK = 0;

    /** Something failed though the input was right. */
    static final int FAILURE = 1;

    /** The input was wrong. */
    static final int BAD_INPUT = 2;

    /** Kept, since the logging system forgets the level of a logger that nobody holds. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.nd4j");

    private final Catalogue catalogue;
    private final UserPresets own;
    private final Console console;
    private final Window window;

    /** @param own the presets that the user has saved, which are added to the catalogue's */
    Cli(Catalogue catalogue, UserPresets own, Console console, Window window) {
        this.catalogue = catalogue.with(own);
        this.own = own;
        this.console = console;
        this.window = window;
    }

    /**
     * Runs a command and prints to the standard streams.
     *
     * @return the exit code
     */
    public static int run(String... words) {
        ENGINE_LOG.setLevel(Level.WARNING);
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        UserPresets own = new UserPresets(UserFolders.configuration().resolve("presets"));
        return new Cli(Catalogue.standard(), own, new Console(out, err, Console.isTerminal()), WindowMain::open)
                .execute(words);
    }

    /** Runs a command. */
    int execute(String... words) {
        List<String> arguments = Stream.of(words).map(Cli::withHyphens).toList();
        InputErrors errors = new InputErrors(List.of(words));
        return commandLine(arguments, errors).execute(arguments.toArray(String[]::new));
    }

    private int trainDefault(String runsDir) {
        return runsDir.isEmpty() ? execute("train") : execute("train", "--runs-dir", runsDir);
    }

    private CommandLine commandLine(List<String> arguments, InputErrors errors) {
        CommandLine root = new CommandLine(new WindowCommand(window, console, catalogue, this::trainDefault));
        List<String> full =
                Stream.concat(Stream.of("particle-arena"), arguments.stream()).toList();
        root.addSubcommand(new TrainCommand(catalogue, console, full).commandLine());
        root.addSubcommand(new ResumeCommand(catalogue, console, full));
        root.addSubcommand(new RepeatCommand(catalogue, console, full));
        root.addSubcommand(new ForkCommand(catalogue, console, full).commandLine());
        root.addSubcommand(new SnapshotCommand(catalogue, console));
        root.addSubcommand(new EvaluateCommand(catalogue, console));
        root.addSubcommand(new RecordCommand(catalogue, console));
        root.addSubcommand(new ReplayCommand(catalogue, console, window));
        root.addSubcommand(new ExportCommand(catalogue, console));
        root.addSubcommand(new RunsCommand(catalogue, console));
        root.addSubcommand(new MatrixCommand(catalogue, console).commandLine());
        root.addSubcommand("scenarios", CatalogueCommand.scenarios(catalogue, console));
        root.addSubcommand("algorithms", CatalogueCommand.algorithms(catalogue, console));
        root.addSubcommand("presets", CatalogueCommand.presets(catalogue, own, console));
        root.addSubcommand(new InfoCommand(catalogue, console));
        root.addSubcommand(new BenchmarkCommand(console));
        root.addSubcommand(new SelfTestCommand(console));
        root.setOut(console.out());
        root.setErr(console.err());
        root.setOverwrittenOptionsAllowed(true);
        root.setUsageHelpWidth(100);
        root.setUsageHelpLongOptionsMaxWidth(36);
        root.setParameterExceptionHandler((e, args) -> badInput(e, errors));
        root.setExecutionExceptionHandler((e, command, parsed) -> failure(e));
        return root;
    }

    private int badInput(ParameterException e, InputErrors errors) {
        console.err().println(errors.describe(e));
        console.err().println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        console.err().flush();
        return BAD_INPUT;
    }

    private int failure(Exception e) {
        // A file that is damaged is as much the input's fault as an option that is not allowed.
        if (e instanceof OptionException || e instanceof StoreException) {
            console.err().println(e.getMessage());
            console.err().flush();
            return BAD_INPUT;
        }
        if (e instanceof BackendException) {
            console.err().println(e.getMessage());
            console.err().flush();
            return FAILURE;
        }
        if (e instanceof IOException fault) {
            String file =
                    fault instanceof FileSystemException named && named.getFile() != null ? named.getFile() : "A file";
            console.err().println(file + " cannot be read or written: " + IoReason.of(fault) + ".");
            console.err().flush();
            return FAILURE;
        }
        console.err().println("The command failed unexpectedly: " + e);
        e.printStackTrace(console.err());
        console.err().flush();
        return FAILURE;
    }

    /** Accepts underscores in the names of flags. */
    static String withHyphens(String word) {
        String flag = flagOf(word);
        return word.startsWith("--") ? flag.replace('_', '-') + word.substring(flag.length()) : word;
    }

    /** What stands before the equals sign. */
    static String flagOf(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    /** The program's version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Particle Arena " + ProgramVersion.text() + ", " + ProgramVersion.source()};
        }
    }
}
