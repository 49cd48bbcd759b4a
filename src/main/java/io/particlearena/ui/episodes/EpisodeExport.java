package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import io.particlearena.store.IoReason;
import io.particlearena.ui.Background;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.arena.EpisodePicture;
import io.particlearena.ui.film.Film;
import io.particlearena.ui.film.FilmFormat;
import io.particlearena.ui.form.NumberText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Writes what the arenas show into files, one after the other, and shows how far that is. */
final class EpisodeExport extends HBox implements AutoCloseable {

    private static final int LARGE = 600;
    private static final int MIDDLE = 440;
    private static final int SMALL = 320;

    private final Background background = new Background("export");
    private final Consumer<String> onTold;
    private final Label what = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private volatile boolean cancelled;

    /** What is to be done with a file; gives what the user is told once it is done. */
    private interface Writing {
        String write() throws IOException;
    }

    /** @param onTold told how it ended */
    EpisodeExport(Consumer<String> onTold) {
        this.onTold = onTold;
        getStyleClass().add("export-bar");
        setAlignment(Pos.CENTER_LEFT);
        progress.setId("export-progress");
        Button cancel = new Button(Texts.of("episodes.export.cancel"), Icon.CLOSE.node());
        cancel.setId("export-cancel");
        cancel.setOnAction(event -> cancelled = true);
        getChildren().addAll(what, progress, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Writes all arenas as a film, in the format that the file's name asks for. */
    void film(List<ArenaCell> cells, int columns, Theme theme, double speed, Path file) {
        List<EpisodePicture.Part> parts = parts(cells);
        int side = columns == 1 ? LARGE : columns == 2 ? MIDDLE : SMALL;
        run(file, () -> {
            Film film = new Film(new EpisodePicture(parts, columns, side, theme), Film.USUAL_FRAMES, speed);
            film.write(file, () -> cancelled, share -> Platform.runLater(() -> progress.setProgress(share)));
            return FilmFormat.of(file) == FilmFormat.PNG
                    ? Texts.of(
                            "episodes.export.written.pictures",
                            NumberText.count(film.pictures()),
                            String.valueOf(Film.numbered(file, 0)),
                            String.valueOf(
                                    Film.numbered(file, film.pictures() - 1).getFileName()))
                    : written(file);
        });
    }

    /** Writes the way of an agent through an arena's episode. */
    void trace(ArenaCell cell, int seat, Theme theme, Path file) {
        List<EpisodePicture.Part> parts = parts(List.of(cell));
        run(file, () -> {
            Film.writePicture(new EpisodePicture(parts, 1, LARGE, theme).trace(seat), file);
            return written(file);
        });
    }

    private static List<EpisodePicture.Part> parts(List<ArenaCell> cells) {
        List<EpisodePicture.Part> parts = new ArrayList<>();
        for (ArenaCell cell : cells) {
            Episode episode = cell.episode();
            EpisodeChoice choice = cell.choice();
            if (episode != null && choice != null) {
                parts.add(new EpisodePicture.Part(ArenaCell.title(choice), episode.frames()));
            }
        }
        return parts;
    }

    private void run(Path file, Writing writing) {
        cancelled = false;
        progress.setProgress(0);
        what.setText(Texts.of("episodes.export.writing", String.valueOf(file.getFileName())));
        setVisible(true);
        background.run(writing::write, this::end, e -> end(reason(file, e)));
    }

    private static String written(Path file) {
        return Texts.of("episodes.export.written", String.valueOf(file));
    }

    private void end(String told) {
        setVisible(false);
        onTold.accept(told);
    }

    private static String reason(Path file, Exception e) {
        if (e instanceof CancellationException) {
            return Texts.of("episodes.export.cancelled", String.valueOf(file.getFileName()));
        }
        String why = e instanceof IOException failure ? IoReason.of(failure) : String.valueOf(e.getMessage());
        return Texts.of("episodes.export.refused", String.valueOf(file), why);
    }

    @Override
    public void close() {
        cancelled = true;
        background.close();
    }
}
