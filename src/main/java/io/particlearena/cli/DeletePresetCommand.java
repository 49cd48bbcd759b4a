package io.particlearena.cli;

import io.particlearena.experiment.UserPresets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a preset of the user's own. */
@Command(name = "delete", description = "Deletes a preset of your own.")
final class DeletePresetCommand implements Callable<Integer> {

    private final UserPresets own;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Parameters(paramLabel = "NAME", description = "The preset's name.")
    private String name = "";

    DeletePresetCommand(UserPresets own, Console console) {
        this.own = own;
        this.console = console;
    }

    @Override
    public Integer call() {
        own.delete(name);
        console.out().println("Deleted preset " + name + ".");
        console.out().flush();
        return Cli.OK;
    }
}
