package io.particlearena.ui.episodes;

import io.particlearena.results.EpisodeFile;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which episode an arena shows.
 *
 * @param run the folder of the run that it belongs to, if there is one
 * @param recording its file, if it was recorded; else the policies of a checkpoint play it
 * @param checkpoint the step of that checkpoint
 * @param number which of the episodes that these policies can play, from 0
 */
record EpisodeChoice(Optional<Path> run, Optional<EpisodeFile> recording, long checkpoint, long number) {

    /** A recording of a run. */
    static EpisodeChoice recorded(Path run, EpisodeFile file) {
        return new EpisodeChoice(Optional.of(run), Optional.of(file), file.step(), 0);
    }

    /** A recording that belongs to no run. */
    static EpisodeChoice of(Path file) {
        return new EpisodeChoice(Optional.empty(), Optional.of(EpisodeFile.of(file)), -1, 0);
    }

    /** An episode that the policies of a checkpoint play. */
    static EpisodeChoice played(Path run, long checkpoint, long number) {
        return new EpisodeChoice(Optional.of(run), Optional.empty(), checkpoint, number);
    }

    /** Whether the policies of a checkpoint play it. */
    boolean isPlayed() {
        return recording.isEmpty();
    }

    /** The environment steps made in training when it was played; -1 where unknown. */
    long step() {
        return recording.map(EpisodeFile::step).orElse(checkpoint);
    }

    /** What it is, for people, without the run's name. */
    String title() {
        if (recording.isEmpty()) {
            return Texts.of("episodes.of.checkpoint", NumberText.count(checkpoint), NumberText.count(number + 1));
        }
        EpisodeFile file = recording.get();
        if (file.step() < 0) {
            return String.valueOf(file.path().getFileName());
        }
        return Texts.of("episodes.of." + file.source(), NumberText.count(file.step()), number(file));
    }

    /** What it is while its policies play on and on. */
    String liveTitle() {
        return Texts.of("episodes.of.live", NumberText.count(checkpoint));
    }

    /** Episodes are counted; seeds and the like are names. */
    private static String number(EpisodeFile file) {
        String number = file.number().replaceAll("(^|-)0+(?=\\d)", "$1");
        boolean counted = List.of(EpisodeFile.TRAINING, EpisodeFile.WATCHED, EpisodeFile.LESSON)
                .contains(file.source());
        return counted && number.matches("\\d{1,18}") ? NumberText.count(Long.parseLong(number)) : number;
    }
}
