package io.particlearena.experiment;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.StepBuffer;
import io.particlearena.results.EpisodeFile;
import io.particlearena.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An episode that a run learns from beside its own: a person played in it, and wished so. It lies among the run's
 * recordings, so that a resumed or repeated run learns from it at the same step.
 *
 * @param step the number of steps that the run has made when it learns from it
 * @param name that of its file
 */
record Lesson(long step, String name, EpisodeRecording episode) {

    /**
     * The lessons of a run, in the order in which it learned from them.
     *
     * @param folder of its recordings
     * @param agents those of the run, by seat
     * @throws StoreException if a file is damaged, or of other agents
     */
    static List<Lesson> list(Path folder, List<AgentSpec> agents) {
        List<Lesson> lessons = new ArrayList<>();
        for (EpisodeFile file : files(folder)) {
            EpisodeRecording episode = EpisodeRecording.read(file.path());
            episode.requireAgents(agents);
            lessons.add(new Lesson(file.step(), String.valueOf(file.path().getFileName()), episode));
        }
        return lessons;
    }

    /** The files of a run's lessons, in the same order. */
    static List<EpisodeFile> files(Path folder) {
        return EpisodeFile.list(folder).stream()
                .filter(file -> file.source().equals(EpisodeFile.LESSON))
                .toList();
    }

    /** Adds its steps to the experience from which policies sample. */
    void addTo(JointReplay replay) {
        List<AgentSpec> agents = replay.agents();
        StepBuffer before = new StepBuffer(agents, 0, 0);
        StepBuffer after = new StepBuffer(agents, 0, 0);
        episode.read(0, before);
        for (int step = 0; step < episode.steps(); step++) {
            double[][] executed = new double[agents.size()][];
            for (int seat = 0; seat < executed.length; seat++) {
                ActionHead[] heads = agents.get(seat).actions().toArray(ActionHead[]::new);
                executed[seat] = new double[agents.get(seat).actionSize()];
                Lane.execute(heads, episode.action(seat, step), executed[seat]);
            }
            episode.read(step + 1, after);
            replay.add(before, executed, after);
            StepBuffer spare = before;
            before = after;
            after = spare;
        }
    }
}
