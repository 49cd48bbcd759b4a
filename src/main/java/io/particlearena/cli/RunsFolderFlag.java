package io.particlearena.cli;

import io.particlearena.experiment.Experiments;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The flag that says where runs lie; sub-commands take it as well. */
final class RunsFolderFlag {

    @Option(
            names = "--runs-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where runs lie, each in a folder of its own. Default: runs; for the installed"
                    + " program, particle-arena/runs in your home folder.")
    private Path path = Experiments.defaultRunsFolder();

    Path path() {
        return path;
    }
}
