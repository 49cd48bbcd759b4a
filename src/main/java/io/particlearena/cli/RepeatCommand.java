package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does again what a run did. */
@Command(
        name = "repeat",
        description = {
            "Does in a new run what another one did, and ends with the same metrics and weights.",
            "What was changed while the other one trained changes at the same steps; a fork begins at the same checkpoint."
        })
final class RepeatCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;
    private final List<String> words;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Mixin
    final DeviceFlag device = new DeviceFlag();

    @Option(
            names = "--exp-name",
            paramLabel = "NAME",
            description = "Name of the new run's folder. Default: scenario, seed and time.")
    private String name = "";

    @Parameters(paramLabel = "RUN", description = "The other run's name, or the path of its folder.")
    private String run = "";

    RepeatCommand(Catalogue catalogue, Console console, List<String> words) {
        this.catalogue = catalogue;
        this.console = console;
        this.words = words;
    }

    @Override
    public Integer call() {
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        device.choose(console);
        return TrainingSession.execute(
                console,
                catalogue.agents(experiments.spec(experiments.find(run))),
                listeners -> experiments.repeat(run, name, words, listeners));
    }
}
