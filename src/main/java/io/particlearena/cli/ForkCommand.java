package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.ForkOrigin;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a new run that goes on from a checkpoint of another one with changed options. */
@Command(
        name = "fork",
        description = {
            "Begins a new run that goes on from a checkpoint of another one, with changed options.",
            "Weights, optimisers, replay buffer and random streams are the checkpoint's; the other run stays as it is."
                    + " The same command gives the same metrics and weights, and the new run's provenance names its origin."
        },
        sortOptions = false,
        customSynopsis = "particle-arena fork RUN [--checkpoint STEP] [--FLAG VALUE]...",
        footer = {"", "For example:", "  particle-arena fork my-run --checkpoint 250000 --lr 0.001 --num-episodes 50000"
        })
final class ForkCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;
    private final List<String> words;
    private final SpecFlags flags;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Mixin
    final DeviceFlag device = new DeviceFlag();

    @Mixin
    final RunNameFlag runName = new RunNameFlag();

    @Option(
            names = "--checkpoint",
            paramLabel = "STEP",
            description = "Go on from this checkpoint. Default: the newest one.")
    private @Nullable Long checkpoint;

    @Parameters(paramLabel = "RUN", description = "The other run's name, or the path of its folder.")
    private String run = "";

    ForkCommand(Catalogue catalogue, Console console, List<String> words) {
        this.catalogue = catalogue;
        this.console = console;
        this.words = words;
        this.flags = new SpecFlags(catalogue);
    }

    /** The command with the generated flags. */
    CommandLine commandLine() {
        return flags.addChangesTo(this);
    }

    @Override
    public Integer call() {
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        ForkOrigin origin =
                experiments.origin(run, checkpoint == null ? OptionalLong.empty() : OptionalLong.of(checkpoint));
        // A fault in the run's own specification is told with its file, before flags are laid over it.
        experiments.spec(origin.run());
        ExperimentSpec spec = flags.changed(origin.run());
        device.choose(console);
        return TrainingSession.execute(
                console,
                catalogue.agents(spec),
                listeners -> experiments.fork(origin, spec, runName.name(), words, listeners));
    }
}
