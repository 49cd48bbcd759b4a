package io.particlearena.cli;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Evaluation;
import io.particlearena.experiment.Experiments;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plays episodes with the policies of a checkpoint and records them. */
@Command(
        name = "record",
        description = {
            "Plays episodes with the policies of a checkpoint and records them in the run's folder.",
            "The recordings can be seen in the window and with 'replay'. While a run trains, its option record_every"
                    + " records episodes as they are played."
        },
        sortOptions = false)
final class RecordCommand implements Callable<Integer> {

    private static final long MOST_EPISODES = 10_000;

    private final Catalogue catalogue;
    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Mixin
    final PlayFlags playing = new PlayFlags(1, MOST_EPISODES);

    @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.")
    private String run = "";

    private int recorded;

    RecordCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() {
        int episodes = playing.episodes();
        Path folder = new Experiments(catalogue, runsFolder.path()).find(run);
        Evaluation evaluation = new Evaluation(catalogue, folder, playing.checkpoint(), Map.of());
        evaluation.play(
                episodes,
                playing.isDeterministic(),
                playing.seed(),
                recording -> keep(recording, new RunFolder(folder), evaluation.step()),
                episodes);
        return Cli.OK;
    }

    private void keep(EpisodeRecording recording, RunFolder folder, long step) {
        recorded++;
        Path file = folder.episodes()
                .resolve(EpisodeFile.played(step, playing.isDeterministic(), playing.seed(), recorded));
        recording.write(file);
        console.out().println(file);
        console.out().flush();
    }
}
