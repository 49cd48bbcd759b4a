package io.particlearena.experiment;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.options.OptionException;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Episodes of runs on disk: those that were recorded, and those that the policies of a checkpoint play when asked. All
 * methods read files, so call them off the JavaFX thread.
 */
public final class EpisodeArchive {

    private final Catalogue catalogue;

    /** @param catalogue the scenarios and algorithms of the episodes */
    public EpisodeArchive(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The moments of a run that can be seen again. */
    public RunHistory history(Path run) {
        return RunHistory.of(run);
    }

    /**
     * A recorded episode, of ours or of the reference implementations.
     *
     * @throws StoreException if the file is damaged or foreign, in one sentence
     * @throws OptionException if there is no such file
     */
    public Episode open(Path file) {
        return Recordings.episode(catalogue, file);
    }

    /**
     * Plays episodes with the policies of a checkpoint, the same ones each time.
     *
     * @param checkpoint its step
     * @param first the number of the first episode, from 0; each number is a seed of its own
     * @param count how many
     */
    public List<Episode> play(Path run, long checkpoint, long first, int count) {
        Evaluation evaluation = evaluation(run, checkpoint);
        List<Episode> episodes = new ArrayList<>();
        for (long number = first; number < first + count; number++) {
            evaluation.play(1, false, number, recording -> episodes.add(Recordings.episode(catalogue, recording)), 1);
        }
        return episodes;
    }

    /** A player of live episodes with the policies of a checkpoint. */
    public EpisodePlayer live(Path run, long checkpoint) {
        return evaluation(run, checkpoint).newPlayer();
    }

    /**
     * Writes an episode among the run's recordings.
     *
     * @return its file
     */
    public Path keep(Path run, EpisodeRecording recording) {
        new RunFolder(run).requireNoLinks();
        Path file = EpisodeFile.next(
                new RunFolder(run).episodes(), recording.about().moment().step(), EpisodeFile.WATCHED);
        recording.write(file);
        return file;
    }

    /**
     * Writes an episode that {@link #play} gave among the run's recordings, under the name that the command line gives it.
     *
     * @param number its number
     * @return its file
     */
    public Path record(Path run, Episode episode, long number) {
        new RunFolder(run).requireNoLinks();
        Path file = new RunFolder(run)
                .episodes()
                .resolve(EpisodeFile.played(episode.moment().step(), false, number, 1));
        episode.recording().orElseThrow().write(file);
        return file;
    }

    private Evaluation evaluation(Path run, long checkpoint) {
        return new Evaluation(catalogue, run, OptionalLong.of(checkpoint), Map.of());
    }
}
