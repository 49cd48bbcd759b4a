package io.particlearena.cli;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Evaluation;
import io.particlearena.experiment.Experiments;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--runs-dir", paramLabel = "DIR", description = "Where runs lie. Default: runs.")
    private Path runsDir = Experiments.defaultRunsFolder();

    @Option(
            names = "--checkpoint",
            paramLabel = "STEP",
            description = "Take the policies as of this checkpoint. Default: the newest one.")
    private @Nullable Long checkpoint;

    @Option(
            names = {"--episodes", "--num-episodes"},
            paramLabel = "N",
            description = "Episodes to play. Default: 1.")
    private long episodes = 1;

    @Option(names = "--deterministic", description = "Let agents take their most likely action instead of a sample.")
    private boolean deterministic;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the episodes. Default: 0.")
    private long seed;

    @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.")
    private String run = "";

    @Spec
    private @Nullable CommandSpec command;

    private int recorded;

    RecordCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (command != null && (episodes < 1 || episodes > MOST_EPISODES)) {
            throw new InputErrors.NotAllowed(
                    command, "--episodes", episodes, "a whole number from 1 to " + MOST_EPISODES);
        }
        Path folder = new Experiments(catalogue, runsDir).find(run);
        Evaluation evaluation = new Evaluation(catalogue, folder, optional(checkpoint), Map.of());
        evaluation.play(
                (int) episodes,
                deterministic,
                seed,
                recording -> keep(recording, new RunFolder(folder), evaluation.step()),
                (int) episodes);
        return Cli.OK;
    }

    private void keep(EpisodeRecording recording, RunFolder folder, long step) {
        recorded++;
        Path file = folder.episodes().resolve(EpisodeFile.played(step, deterministic, seed, recorded));
        recording.write(file);
        console.out().println(file);
        console.out().flush();
    }

    /** The step of a checkpoint that a flag may name. */
    static OptionalLong optional(@Nullable Long checkpoint) {
        return checkpoint == null ? OptionalLong.empty() : OptionalLong.of(checkpoint);
    }
}
