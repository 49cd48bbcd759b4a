package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.experiment.SeedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains policies and shows the progress. */
@Command(
        name = "train",
        description = {
            "Trains policies; the same command with the same seed gives the same metrics and weights.",
            "Values come from the preset, then from --spec, then from flags, the last one where one is given twice.",
            "Underscores in flags are accepted."
        },
        sortOptions = false,
        customSynopsis = "particle-arena train [--preset NAME] [--scenario NAME] [--FLAG VALUE]...")
final class TrainCommand implements Callable<Integer> {

    private static final int MOST_SEEDS = 1000;

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
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Train N runs with seeds from --seed on, as many at a time as there are processors, in folders"
                            + " NAME-seedSEED. Default: 1.")
    private int seeds = 1;

    @Spec
    private CommandSpec command;

    TrainCommand(Catalogue catalogue, Console console, List<String> words) {
        this.catalogue = catalogue;
        this.console = console;
        this.words = words;
        this.flags = new SpecFlags(catalogue);
    }

    /** The command with the generated flags. */
    CommandLine commandLine() {
        CommandLine line = flags.addTo(this);
        List<String> footer = new ArrayList<>(List.of("", "Flags of the programs that you may come from:"));
        footer.addAll(OriginalFlags.help());
        footer.addAll(List.of(
                "",
                "For example:",
                "  particle-arena train --scenario simple_spread --num-episodes 25000 --seed 1",
                "  particle-arena train --scenario simple_spread --num-episodes 25000 --seeds 5",
                "  particle-arena train --preset lemol-code --good-lr 0.005"));
        line.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
        return line;
    }

    @Override
    public Integer call() {
        InputErrors.checkRange(command, "--seeds", seeds, 1, MOST_SEEDS);
        ExperimentSpec spec = flags.spec();
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        if (seeds > 1) {
            device.chooseProcessor();
            return trainSeeds(experiments.seeds(spec, seeds, runName.name()));
        }
        device.choose(console);
        return TrainingSession.execute(
                console,
                catalogue.agents(spec),
                listeners -> experiments.create(spec, runName.name(), words, listeners));
    }

    private int trainSeeds(SeedGroup group) {
        BatchSession session = new BatchSession(console, "SEED");
        session.setBeginning(group::commandFrom);
        for (ExperimentSpec spec : group.specs()) {
            session.add(
                    Long.toString(spec.seed()),
                    spec,
                    catalogue.agents(spec),
                    null,
                    listeners -> group.create(spec, listeners));
        }
        return session.execute();
    }
}
