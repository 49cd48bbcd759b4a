package io.particlearena.ui.board;

import io.particlearena.results.SeriesExport;
import io.particlearena.ui.Background;
import io.particlearena.ui.Texts;
import io.particlearena.ui.chart.ChartExport;
import io.particlearena.ui.chart.ChartRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Writes what a card shows to a file that the user chooses: all points, or a picture. Used on the JavaFX thread. */
final class CardDownloads implements AutoCloseable {

    private final Background background = new Background("downloads");
    private final Consumer<String> tell;

    /**
     * @param tell shows the outcome in one sentence
     */
    CardDownloads(Consumer<String> tell) {
        this.tell = tell;
    }

    void ask(Window window, Download format, String tag, String title, ChartRequest request) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(tag.replaceAll("[^\\p{L}\\p{N}._-]+", "_") + "." + format.extension());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*." + format.extension()));
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            background.run(
                    () -> {
                        write(chosen.toPath(), format, tag, title, request);
                        return chosen;
                    },
                    written -> tell.accept(Texts.of("board.downloaded", chosen)),
                    failure -> tell.accept(
                            Texts.of("board.download.failed", chosen, String.valueOf(failure.getMessage()))));
        }
    }

    /** Writes the file; may take a while. */
    static void write(Path file, Download format, String tag, String title, ChartRequest request) throws IOException {
        switch (format) {
            case CSV -> SeriesExport.csv(file, points(request));
            case JSON -> SeriesExport.json(file, tag, points(request));
            case SVG -> ChartExport.svg(file, title, request);
            case PNG -> ChartExport.png(file, title, request);
        }
    }

    private static List<SeriesExport.Named> points(ChartRequest request) {
        return request.curves().stream()
                .map(curve ->
                        new SeriesExport.Named(curve.name(), curve.series().view()))
                .toList();
    }

    @Override
    public void close() {
        background.close();
    }
}
