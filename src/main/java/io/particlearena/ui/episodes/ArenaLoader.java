package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import io.particlearena.experiment.EpisodeArchive;
import io.particlearena.experiment.RunHistory;
import io.particlearena.ui.Background;
import io.particlearena.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fills arenas with episodes, which are read or played off the JavaFX thread. */
final class ArenaLoader {

    private final EpisodeArchive archive;
    private final Background background;
    private final ArenaGrid grid;
    private final Playhead playhead;
    private final Runnable onChanged;

    /** @param onChanged called when an arena shows something else */
    ArenaLoader(EpisodeArchive archive, Background background, ArenaGrid grid, Playhead playhead, Runnable onChanged) {
        this.archive = archive;
        this.background = background;
        this.grid = grid;
        this.playhead = playhead;
        this.onChanged = onChanged;
    }

    /** Shows an episode in an arena. */
    void load(ArenaCell cell, EpisodeChoice choice) {
        cell.expect(choice);
        background.run(() -> episode(choice), episode -> loaded(cell, choice, episode), e -> refuse(cell, choice, e));
    }

    private Episode episode(EpisodeChoice choice) {
        if (choice.recording().isPresent()) {
            return archive.open(choice.recording().get().path());
        }
        return archive.play(choice.run().orElseThrow(), choice.checkpoint(), choice.number(), 1)
                .get(0);
    }

    private void loaded(ArenaCell cell, EpisodeChoice choice, Episode episode) {
        if (choice.equals(cell.choice()) && grid.cells().contains(cell)) {
            cell.show(episode, playhead.timeProperty().get());
            onChanged.run();
        }
    }

    private void refuse(ArenaCell cell, EpisodeChoice choice, Exception e) {
        if (choice.equals(cell.choice())) {
            cell.showEmpty(Texts.of("episodes.refused"), String.valueOf(e.getMessage()));
            onChanged.run();
        }
    }

    /** Shows as many episodes of a checkpoint as there are arenas, this one first. */
    void playMany(EpisodeChoice first) {
        Path run = first.run().orElseThrow();
        List<EpisodeChoice> choices = new ArrayList<>();
        List<ArenaCell> cells = grid.cells();
        for (int i = 0; i < cells.size(); i++) {
            EpisodeChoice choice = EpisodeChoice.played(run, first.checkpoint(), first.number() + i);
            choices.add(choice);
            cells.get(i).setHistory(grid.active().history().orElse(null));
            cells.get(i).expect(choice);
        }
        background.run(
                () -> archive.play(run, first.checkpoint(), first.number(), cells.size()),
                episodes -> {
                    for (int i = 0; i < cells.size(); i++) {
                        loaded(cells.get(i), choices.get(i), episodes.get(i));
                    }
                },
                e -> {
                    for (int i = 0; i < cells.size(); i++) {
                        refuse(cells.get(i), choices.get(i), e);
                    }
                });
    }

    /** Shows moments of a run from its first to its last. */
    void spread(RunHistory history) {
        List<ArenaCell> cells = grid.cells();
        List<EpisodeChoice> choices = Moments.of(history).spread(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).clear();
            cells.get(i).setHistory(history);
            if (i < choices.size()) {
                load(cells.get(i), choices.get(i));
            }
        }
    }

    /** Shows the first moment of a run in the second arena, if it shows nothing yet. */
    void addFirst(RunHistory history) {
        ArenaCell second = grid.cells().get(1);
        List<EpisodeChoice> first = Moments.of(history).spread(1);
        if (second.choice() == null && !first.isEmpty()) {
            second.setHistory(history);
            load(second, first.get(0));
        }
    }

    /** Shows episodes of the checkpoint that is nearest to a step of training, if there is one. */
    void playCheckpointNear(RunHistory history, long step) {
        Moments.of(history).nearestCheckpoint(step).ifPresent(this::playMany);
    }
}
