package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.KnownFile;
import io.particlearena.experiment.Recordings;
import io.particlearena.ui.shell.NoDisplayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program without a command: opens the window, or trains in the terminal where there can be none. */
@Command(
        name = "particle-arena",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        sortOptions = false,
        customSynopsis = "particle-arena [COMMAND | FILE] [--FLAG VALUE]...",
        description = {
            "Multi-agent reinforcement learning on 2-D particle worlds.",
            "Without a command the window opens, with FILE if one is given; where there is no display, the default preset trains here."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "For example:",
            "  particle-arena train --scenario simple_tag --num-episodes 25000 --seed 1",
            "  particle-arena train --preset simple",
            "  particle-arena runs",
            "",
            "Exit codes: 0 success, 1 failure, 2 bad input, 130 stopped by Ctrl-C, 143 by a signal to end;",
            "training that is stopped writes a checkpoint first."
        })
final class WindowCommand implements Callable<Integer> {

    private final Window window;
    private final Console console;
    private final Catalogue catalogue;
    private final Function<String, Integer> otherwise;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A specification, preset, run, recording or event file that the window shows.")
    private @Nullable Path file;

    @Option(
            names = "--open",
            paramLabel = "FILE",
            description = "The same, but the window opens anyhow and says itself if the file cannot be read.")
    private String open = "";

    @Option(
            names = "--runs-dir",
            paramLabel = "DIR",
            description =
                    "Where the window keeps runs. Default: runs; for the installed program, particle-arena/runs in your"
                            + " home folder.")
    private String runsDir = "";

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "What the window computes on: auto, cpu, or cuda:N for the card of this number. Default: as in the"
                            + " preferences.")
    private String device = "";

    @Option(names = "--theme", paramLabel = "NAME", description = "The window's look: light or dark.")
    private String theme = "";

    @Option(names = "--text-size", paramLabel = "N", description = "The size of the window's text in points.")
    private String textSize = "";

    /** @param otherwise trains in the given folder of runs, where no window can be shown */
    WindowCommand(Window window, Console console, Catalogue catalogue, Function<String, Integer> otherwise) {
        this.window = window;
        this.console = console;
        this.catalogue = catalogue;
        this.otherwise = otherwise;
    }

    @Override
    public Integer call() {
        if (file != null) {
            check(file);
            open = file.toString();
        }
        if (!device.isEmpty()) {
            Experiments.useDevice(device);
        }
        List<String> arguments = new ArrayList<>();
        add(arguments, "--runs-dir=", runsDir);
        add(arguments, "--device=", device);
        add(arguments, "--theme=", theme);
        add(arguments, "--text-size=", textSize);
        add(arguments, "--open=", open);
        try {
            window.open(arguments.toArray(String[]::new));
            return Cli.OK;
        } catch (NoDisplayException e) {
            if (!open.isEmpty()) {
                console.err().println(e.getMessage() + " The file " + open + " cannot be shown.");
                console.err().flush();
                return Cli.FAILURE;
            }
            console.err().println(e.getMessage() + " Training the default preset here instead.");
            console.err().flush();
            return otherwise.apply(runsDir);
        }
    }

    /** What cannot be shown is refused here, where the sentence can be read and the exit code tells. */
    private void check(Path given) {
        String word = given.toString();
        if (!Files.exists(given)
                && !word.contains(".")
                && !word.contains(given.getFileSystem().getSeparator())) {
            throw new UnmatchedArgumentException(command.commandLine(), List.of(word));
        }
        KnownFile known = KnownFile.of(given);
        switch (known.kind()) {
            case SPECIFICATION -> catalogue.read(known.path());
            case RECORDING -> Recordings.episode(catalogue, known.path());
            case RUN, EVENTS -> {
                // Read by the window while it shows them.
            }
        }
    }

    private static void add(List<String> arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.add(name + value);
        }
    }
}
