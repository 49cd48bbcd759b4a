package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains policies and shows the progress. */
@Command(
        name = "train",
        description = {
            "Trains policies; the same command with the same seed gives the same metrics and weights.",
            "Values come from the preset, then from --spec, then from flags, the last one where one is given twice.",
            "Underscores in flags are accepted."
        },
        sortOptions = false,
        customSynopsis = "particle-arena train [--preset NAME] [--scenario NAME] [--FLAG VALUE]...",
        footer = {
            "",
            "Flags of the programs that you may come from, under another name here:",
            "  --adv-policy is --bad-policy; --base-dir and --save-dir are --runs-dir, whose run folders hold",
            "  weights, metrics and logs; --load-dir and --load-name are --load-good and --load-bad;",
            "  --restore is 'resume'; --display is the window, or 'replay'; --benchmark is 'evaluate'.",
            "",
            "For example:",
            "  particle-arena train --scenario simple_spread --num-episodes 25000 --seed 1",
            "  particle-arena train --preset lemol-code --good-lr 0.005"
        })
final class TrainCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;
    private final List<String> words;
    private final SpecFlags flags;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Option(
            names = "--exp-name",
            paramLabel = "NAME",
            description = "Name of the run's folder. Default: scenario, seed and time.")
    private String name = "";

    TrainCommand(Catalogue catalogue, Console console, List<String> words) {
        this.catalogue = catalogue;
        this.console = console;
        this.words = words;
        this.flags = new SpecFlags(catalogue);
    }

    /** The command with the generated flags. */
    CommandLine commandLine() {
        return flags.addTo(this);
    }

    @Override
    public Integer call() {
        ExperimentSpec spec = flags.spec();
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        return TrainingSession.execute(
                console, catalogue.agents(spec), listeners -> experiments.create(spec, name, words, listeners));
    }
}
