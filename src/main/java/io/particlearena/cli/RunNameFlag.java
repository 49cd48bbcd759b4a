package io.particlearena.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flag that names the folder of a new run. */
final class RunNameFlag {

    @Option(
            names = "--exp-name",
            paramLabel = "NAME",
            description = "Name of the new run's folder. Default: scenario, seed and time.")
    private @Nullable String name;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The name; empty where the user gives none. */
    String name() {
        if (name == null) {
            return "";
        }
        if (name.isEmpty()) {
            throw new InputErrors.NotAllowed(command, "--exp-name", name, "a name of at least one letter or digit");
        }
        return name;
    }
}
