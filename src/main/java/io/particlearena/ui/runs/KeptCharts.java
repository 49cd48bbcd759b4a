package io.particlearena.ui.runs;

import io.particlearena.results.Workspace;
import io.particlearena.store.OneLine;
import io.particlearena.store.SettingsFile;
import io.particlearena.store.SettingsReader;
import io.particlearena.ui.Background;
import io.particlearena.ui.Texts;
import io.particlearena.ui.board.BoardPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps, in files beside the runs, which runs are in the charts, their colours and what was chosen for the charts, from one start
 * of the program to the next. Used on the JavaFX thread.
 */
final class KeptCharts implements AutoCloseable {

    private static final String FILE = "charts.json";
    private static final int LONGEST_LIST = 400;
    private static final String SHOWN = "shown_runs";
    private static final String NEWEST = "newest_run";

    private final Workspace workspace;
    private final BoardPane board;
    private final RunsModel model;
    private final Consumer<String> onProblem;
    private final SettingsFile file;
    private final Background background = new Background("kept-charts");
    private Map<String, Object> kept = Map.of();
    private boolean read;

    /** @param onProblem told in one sentence what could not be read or written */
    KeptCharts(Workspace workspace, BoardPane board, RunsModel model, Consumer<String> onProblem) {
        this.workspace = workspace;
        this.board = board;
        this.model = model;
        this.onProblem = onProblem;
        this.file = new SettingsFile(workspace.runsFolder().resolve(FILE));
        background.run(file::read, this::take, e -> onProblem.accept(String.valueOf(e.getMessage())));
    }

    /** Whether the file was read, before which no runs should be listed. */
    boolean isRead() {
        return read;
    }

    private void take(SettingsFile.Content content) {
        read = true;
        SettingsReader settings = new SettingsReader(content.values());
        board.restore(settings);
        Set<String> shown = new HashSet<>(settings.texts(SHOWN));
        String newest = settings.text(NEWEST);
        try {
            if (!newest.isEmpty()) {
                Instant begun = Instant.parse(newest);
                model.remember(new RunsModel.Remembered(path -> shown.contains(workspace.key(path)), begun));
            }
        } catch (DateTimeParseException e) {
            settings.refuse(NEWEST);
        }
        if (!content.problem().isEmpty()) {
            onProblem.accept(content.problem());
        } else if (!settings.strange().isEmpty()) {
            onProblem.accept(Texts.of(
                    "settings.strange", file.path(), OneLine.of(String.join(", ", settings.strange()), LONGEST_LIST)));
        }
        kept = content.values().isEmpty() ? board.settings() : content.values();
    }

    /** Writes what has changed since, if anything has. */
    void keep() {
        if (!read || !model.isListed()) {
            return;
        }
        Map<String, Object> now = now();
        if (now.equals(kept)) {
            return;
        }
        kept = now;
        background.run(
                () -> {
                    if (Files.isDirectory(workspace.runsFolder())) {
                        file.write(now);
                    }
                    return now;
                },
                written -> {},
                e -> onProblem.accept(Texts.of("settings.unwritten", file.path(), String.valueOf(e.getMessage()))));
    }

    /** Keeps the colours that runs were given, by their folders. */
    void keepColours(Map<Path, Integer> colours) {
        background.run(
                () -> {
                    workspace.keepAutomaticColours(colours);
                    return colours;
                },
                written -> {},
                e -> {
                    // A folder that this user may only read; the runs have these colours as long as the program runs.
                });
    }

    private Map<String, Object> now() {
        Map<String, Object> settings = board.settings();
        if (model.isChosenByUser()) {
            List<String> shown = model.shown().stream()
                    .map(row -> workspace.key(row.path()))
                    .sorted()
                    .toList();
            settings.put(SHOWN, shown);
            model.newestDate().ifPresent(date -> settings.put(NEWEST, date.toString()));
        }
        return settings;
    }

    /** Waits a moment until the last change is written. */
    @Override
    public void close() {
        keep();
        background.finish();
    }
}
