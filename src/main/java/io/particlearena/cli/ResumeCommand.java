package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a run that was stopped or killed. */
@Command(
        name = "resume",
        description = {
            "Goes on with a run that was stopped or killed, from its newest whole checkpoint.",
            "It ends with the same metrics and weights as a run that was never interrupted."
        })
final class ResumeCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;
    private final List<String> words;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.")
    private String run = "";

    ResumeCommand(Catalogue catalogue, Console console, List<String> words) {
        this.catalogue = catalogue;
        this.console = console;
        this.words = words;
    }

    @Override
    public Integer call() {
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        return TrainingSession.execute(
                console,
                catalogue.agents(experiments.spec(experiments.find(run))),
                listeners -> experiments.resume(run, words, listeners));
    }
}
