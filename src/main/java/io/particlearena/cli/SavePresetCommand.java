package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.UserPresets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Saves settings as a preset of the user's own. */
@Command(
        name = "save",
        description = "Saves settings, given by the flags of 'train', as a preset of your own.",
        sortOptions = false,
        customSynopsis = "particle-arena presets save TITLE [--preset NAME] [--FLAG VALUE]...")
final class SavePresetCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final UserPresets own;
    private final Console console;
    private final SpecFlags flags;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Parameters(paramLabel = "TITLE", description = "What to call it; its name is made from that.")
    private String title = "";

    SavePresetCommand(Catalogue catalogue, UserPresets own, Console console) {
        this.catalogue = catalogue;
        this.own = own;
        this.console = console;
        this.flags = new SpecFlags(catalogue);
    }

    /** The command with the generated flags. */
    CommandLine commandLine() {
        return flags.addTo(this);
    }

    @Override
    public Integer call() {
        String name = own.save(catalogue, title, flags.spec());
        console.out().println("Saved preset " + name + "; 'train --preset " + name + "' starts it.");
        console.out().flush();
        return Cli.OK;
    }
}
