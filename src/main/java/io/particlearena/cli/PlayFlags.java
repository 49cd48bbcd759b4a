package io.particlearena.cli;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of commands that play episodes with the policies of a run. */
final class PlayFlags {

    private final long mostEpisodes;

    @Option(
            names = "--checkpoint",
            paramLabel = "STEP",
            description = "Take the policies as of this checkpoint. Default: the newest one.")
    private @Nullable Long checkpoint;

    @Option(
            names = {"--episodes", "--num-episodes"},
            paramLabel = "N",
            description = "Episodes to play. Default: ${DEFAULT-VALUE}.")
    private long episodes;

    @Option(names = "--deterministic", description = "Let agents take their most likely action instead of a sample.")
    private boolean deterministic;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the episodes. Default: 0.")
    private long seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * @param episodes how many are played if the user does not say
     * @param mostEpisodes how many may be played, at most the largest int
     */
    PlayFlags(long episodes, long mostEpisodes) {
        this.episodes = episodes;
        this.mostEpisodes = mostEpisodes;
    }

    /** The step of the checkpoint; empty for the newest one. */
    OptionalLong checkpoint() {
        return checkpoint == null ? OptionalLong.empty() : OptionalLong.of(checkpoint);
    }

    int episodes() {
        InputErrors.checkRange(command, "--episodes", episodes, 1, mostEpisodes);
        return (int) episodes;
    }

    boolean isDeterministic() {
        return deterministic;
    }

    long seed() {
        return seed;
    }
}
