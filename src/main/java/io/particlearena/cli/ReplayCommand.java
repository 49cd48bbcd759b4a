package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Recordings;
import io.particlearena.ui.shell.NoDisplayException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a recorded episode again, or compares it with what a simulation gives now. */
@Command(
        name = "replay",
        description = {
            "Shows a recorded episode in the window, or simulates it again and reports the largest deviation.",
            "Our own recordings must agree in every bit; files of the format mpe-golden/1 to 1e-9."
        },
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;
    private final Window window;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Option(names = "--verify", description = "Simulate again and compare, without a window.")
    private boolean verify;

    @Parameters(paramLabel = "FILE", description = "A recording of ours, or a file of the format mpe-golden/1.")
    private Path file = Path.of("");

    ReplayCommand(Catalogue catalogue, Console console, Window window) {
        this.catalogue = catalogue;
        this.console = console;
        this.window = window;
    }

    @Override
    public Integer call() {
        return verify ? verify() : show();
    }

    private int verify() {
        Recordings.Verification result = Recordings.verify(catalogue, file);
        String text = "%s: %s, %d values compared, largest deviation %s%s"
                .formatted(
                        file,
                        result.scenario(),
                        result.values(),
                        result.largest(),
                        result.place().isEmpty() ? "" : " at " + result.place());
        if (result.agrees()) {
            console.out().println(text);
            console.out().flush();
            return Cli.OK;
        }
        console.err().println(text + ", but at most " + result.allowed() + " is allowed.");
        console.err().flush();
        return Cli.FAILURE;
    }

    private int show() {
        // What cannot be shown is refused here, where the sentence can be read and the exit code tells.
        Recordings.episode(catalogue, file);
        try {
            window.open(new String[] {"--open=" + file});
            return Cli.OK;
        } catch (NoDisplayException e) {
            console.err().println(e.getMessage() + " With --verify the recording can be checked without one.");
            console.err().flush();
            return Cli.FAILURE;
        }
    }
}
