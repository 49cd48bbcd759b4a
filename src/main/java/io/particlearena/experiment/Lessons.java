package io.particlearena.experiment;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.results.EpisodeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The lessons that a run is to learn from, and how far it has come with them; used by the training thread but for wishes. */
final class Lessons {

    private final Path folder;
    private final Deque<Lesson> coming = new ArrayDeque<>();
    private final Queue<EpisodeRecording> wishes = new ConcurrentLinkedQueue<>();

    /** @param folder of the run's recordings */
    Lessons(Path folder) {
        this.folder = folder;
    }

    /** Asks to learn from an episode between two steps. May be called from any thread. */
    void wish(EpisodeRecording episode) {
        wishes.add(episode);
    }

    /**
     * Takes up those that a run is to learn from at the same steps as before: writes what is not in its folder yet, and
     * leaves out what lies behind.
     *
     * @param earlier in the order of their steps
     * @param step that of the checkpoint from which the run goes on, written before the lessons of its own step
     */
    void begin(List<Lesson> earlier, long step) {
        for (Lesson lesson : earlier) {
            Path file = folder.resolve(lesson.name());
            if (!Files.exists(file)) {
                lesson.episode().write(file);
            }
            if (lesson.step() >= step) {
                coming.add(lesson);
            }
        }
    }

    /** Lets the trainer learn from all that are due and all that are wished for. */
    void teach(Trainer trainer, RunListeners listeners) {
        while (!coming.isEmpty() && coming.element().step() <= trainer.steps()) {
            teach(trainer, coming.remove(), listeners);
        }
        for (EpisodeRecording episode = wishes.poll(); episode != null; episode = wishes.poll()) {
            teach(trainer, write(trainer.steps(), episode), listeners);
        }
    }

    /** It is written first, so that it is not lost where the program is killed. */
    private Lesson write(long step, EpisodeRecording episode) {
        Path file = EpisodeFile.next(folder, step, EpisodeFile.LESSON);
        episode.write(file);
        return new Lesson(step, String.valueOf(file.getFileName()), episode);
    }

    private static void teach(Trainer trainer, Lesson lesson, RunListeners listeners) {
        trainer.learnFrom(lesson);
        int steps = lesson.episode().steps();
        listeners.noticeAfter(
                lesson.step(), "the run learns from an episode of " + steps + " steps that a person played in");
    }
}
