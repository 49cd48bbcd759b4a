package io.particlearena.cli;

import io.particlearena.ui.shell.NoDisplayException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program without a command: opens the window, or trains in the terminal where there can be none. */
@Command(
        name = "particle-arena",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        sortOptions = false,
        customSynopsis = "particle-arena [COMMAND] [--FLAG VALUE]...",
        description = {
            "Multi-agent reinforcement learning on 2-D particle worlds.",
            "Without a command the window opens; where there is no display, the default preset trains here."
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
    private final Function<String, Integer> otherwise;

    @Option(names = "--runs-dir", paramLabel = "DIR", description = "Where the window keeps runs. Default: runs.")
    private String runsDir = "";

    @Option(names = "--theme", paramLabel = "NAME", description = "The window's look: light or dark.")
    private String theme = "";

    @Option(names = "--text-size", paramLabel = "N", description = "The size of the window's text in points.")
    private String textSize = "";

    /** @param otherwise trains in the given folder of runs, where no window can be shown */
    WindowCommand(Window window, Console console, Function<String, Integer> otherwise) {
        this.window = window;
        this.console = console;
        this.otherwise = otherwise;
    }

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--runs-dir=", runsDir);
        add(arguments, "--theme=", theme);
        add(arguments, "--text-size=", textSize);
        try {
            window.open(arguments.toArray(String[]::new));
            return Cli.OK;
        } catch (NoDisplayException e) {
            console.err().println(e.getMessage() + " Training the default preset here instead.");
            console.err().flush();
            return otherwise.apply(runsDir);
        }
    }

    private static void add(List<String> arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.add(name + value);
        }
    }
}
