package io.particlearena.experiment;

import io.particlearena.results.CheckpointFile;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The moments of a run that can be seen again.
 *
 * @param run the run's folder
 * @param episodes its recordings in the order of training time
 * @param checkpoints the steps of its checkpoints, ascending
 * @param steps the environment steps made so far, as far as is known
 */
public record RunHistory(Path run, List<EpisodeFile> episodes, List<Long> checkpoints, long steps) {

    public RunHistory {
        episodes = List.copyOf(episodes);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * Looks into a run's folder; what cannot be read is not there.
     *
     * @throws StoreException if the folder holds a symbolic link
     */
    static RunHistory of(Path run) {
        RunFolder folder = new RunFolder(run);
        folder.requireNoLinks();
        List<EpisodeFile> episodes = EpisodeFile.list(folder.episodes());
        List<Long> checkpoints = CheckpointFile.list(folder.checkpoints()).stream()
                .map(CheckpointFile::step)
                .sorted()
                .toList();
        long steps = 0;
        try {
            if (Files.exists(folder.summary())) {
                steps = RunSummary.read(folder.summary()).steps();
            }
        } catch (StoreException e) {
            // The list of runs tells of a damaged summary; the axis ends with the last moment then.
            steps = 0;
        }
        for (EpisodeFile episode : episodes) {
            steps = Math.max(steps, episode.step());
        }
        for (long checkpoint : checkpoints) {
            steps = Math.max(steps, checkpoint);
        }
        return new RunHistory(run, episodes, checkpoints, steps);
    }
}
