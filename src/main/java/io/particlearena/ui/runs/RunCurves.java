package io.particlearena.ui.runs;

import io.particlearena.results.HistogramLibrary;
import io.particlearena.results.SeriesLibrary;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Background;
import io.particlearena.ui.Texts;
import io.particlearena.ui.board.BoardPane;
import io.particlearena.ui.board.BoardRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the series of the runs in the charts, also while they grow, and hands them to the board. For the JavaFX thread. */
final class RunCurves implements AutoCloseable {

    private final SeriesLibrary library = new SeriesLibrary();
    private final HistogramLibrary histograms = new HistogramLibrary();
    private final Background histogramReader = new Background("run-histograms");
    private final Background background = new Background("run-curves");
    private final BoardPane board;
    private final Consumer<List<String>> onNotes;
    private Map<Path, SeriesStore> stores = Map.of();
    private List<RunRow> rows = List.of();
    private List<Look> looks = List.of();
    private int readings;
    private boolean readingHistograms;

    /** What the board shows of a run beside its series. */
    private record Look(Path path, String title, RunLine line) {}

    /** @param onNotes told what could not be read, a sentence for each run */
    RunCurves(BoardPane board, Consumer<List<String>> onNotes) {
        this.board = board;
        this.onNotes = onNotes;
    }

    /** Shows these runs and no others. */
    void show(List<RunRow> shown) {
        List<Look> next = shown.stream()
                .map(row -> new Look(
                        row.path(), row.run().title(), row.lineProperty().get()))
                .toList();
        if (!next.equals(looks)) {
            rows = List.copyOf(shown);
            looks = next;
            toBoard();
            read();
        }
    }

    /** Reads what the runs have written since, unless that is being done already. */
    void update() {
        if (readings == 0 && !rows.isEmpty()) {
            read();
        }
    }

    /** Reads histograms that have come into view, unless that is being done already. */
    void pulse() {
        if (!readingHistograms && histograms.isBehind()) {
            readingHistograms = true;
            histogramReader.run(
                    () -> {
                        histograms.update();
                        return true;
                    },
                    done -> readingHistograms = false,
                    e -> readingHistograms = false);
        }
    }

    private void read() {
        List<Look> wanted = looks;
        List<Path> paths = wanted.stream().map(Look::path).toList();
        readings++;
        background.run(() -> follow(paths), this::take, e -> {});
        background.run(
                () -> {
                    library.update();
                    histograms.update();
                    return notes(wanted);
                },
                notes -> {
                    readings--;
                    onNotes.accept(notes);
                },
                e -> {
                    readings--;
                    onNotes.accept(List.of(String.valueOf(e.getMessage())));
                });
    }

    private Map<Path, SeriesStore> follow(List<Path> paths) {
        library.follow(paths);
        histograms.follow(paths);
        Map<Path, SeriesStore> found = new HashMap<>();
        paths.forEach(path -> found.put(path, library.store(path)));
        return found;
    }

    private void take(Map<Path, SeriesStore> found) {
        if (!found.equals(stores)) {
            stores = found;
            toBoard();
        }
    }

    /** Stores fill while they are read; a run whose store is not known yet comes as soon as it is. */
    private void toBoard() {
        List<BoardRun> runs = new ArrayList<>();
        for (RunRow row : rows) {
            SeriesStore store = stores.get(row.path());
            if (store != null) {
                RunLine line = row.lineProperty().get();
                runs.add(new BoardRun(
                        row.path().toString(),
                        row.run().title(),
                        line.colour().light(),
                        line.colour().dark(),
                        line.dash(),
                        store,
                        histograms.store(row.path()),
                        row.run().listing().options()));
            }
        }
        board.show(runs);
    }

    private List<String> notes(List<Look> wanted) {
        List<String> notes = new ArrayList<>();
        for (Look look : wanted) {
            long damaged = library.damaged(look.path());
            if (damaged > 0) {
                notes.add(Texts.of("runs.damaged", look.title(), damaged));
            }
            String problem = library.problem(look.path());
            if (!problem.isEmpty()) {
                notes.add(problem);
            }
        }
        return notes;
    }

    @Override
    public void close() {
        background.close();
        histogramReader.close();
    }
}
