package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a small copy of a run that others can load policies from. */
@Command(
        name = "snapshot",
        description = {
            "Writes a small copy of a run that holds nothing but what its policies learned.",
            "Its folder can be given to --load-good, --load-bad and evaluate like that of a run."
        })
final class SnapshotCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's name, or the path of its folder.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "FOLDER", description = "The new folder.")
    private Path folder = Path.of("");

    SnapshotCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Snapshots.write(catalogue, new Experiments(catalogue, runsFolder.path()).find(run), folder);
        console.out().println("Wrote " + folder + ".");
        console.out().flush();
        return Cli.OK;
    }
}
