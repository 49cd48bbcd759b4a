package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Experiments;
import io.particlearena.results.RunFolder;
import java.nio.file.Path;
import java.util.LinkedHashSet;
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
            "It ends with the same metrics and weights as a run that was never interrupted.",
            "Several runs train at the same time, as many as there are processors."
        })
final class ResumeCommand implements Callable<Integer> {

    private final Catalogue catalogue;
    private final Console console;
    private final List<String> words;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Mixin
    final DeviceFlag device = new DeviceFlag();

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "The run's name, or the path of its folder.")
    private List<String> runs = List.of();

    ResumeCommand(Catalogue catalogue, Console console, List<String> words) {
        this.catalogue = catalogue;
        this.console = console;
        this.words = words;
    }

    @Override
    public Integer call() {
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        if (runs.size() > 1) {
            device.chooseProcessor();
            return resumeAll(experiments);
        }
        String run = runs.get(0);
        device.choose(console);
        return TrainingSession.execute(
                console,
                catalogue.agents(experiments.spec(experiments.find(run))),
                listeners -> experiments.resume(run, words, listeners));
    }

    /** Runs that are finished already are shown with the others. */
    private int resumeAll(Experiments experiments) {
        BatchSession session = new BatchSession(console, "RUN");
        for (Path folder :
                new LinkedHashSet<>(runs.stream().map(experiments::find).toList())) {
            ExperimentSpec spec = experiments.spec(folder);
            BatchMember member = session.add(
                    new RunFolder(folder).name(),
                    spec,
                    catalogue.agents(spec),
                    folder,
                    listeners -> experiments.resume(folder.toString(), List.of(), listeners));
            experiments.finished(folder).ifPresent(member::setFinished);
        }
        return session.execute();
    }
}
