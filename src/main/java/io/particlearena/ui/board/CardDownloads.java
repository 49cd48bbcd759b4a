package io.particlearena.ui.board;

import io.particlearena.results.HistogramExport;
import io.particlearena.results.SeriesExport;
import io.particlearena.ui.Background;
import io.particlearena.ui.SaveDialog;
import io.particlearena.ui.Texts;
import io.particlearena.ui.chart.ChartExport;
import io.particlearena.ui.chart.ChartRequest;
import io.particlearena.ui.chart.HistogramPicture;
import io.particlearena.ui.chart.HistogramRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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
        ask(window, format, tag, title, file -> write(file, format, tag, title, request));
    }

    void ask(Window window, Download format, String tag, String title, HistogramRequest request) {
        ask(window, format, tag, title, file -> write(file, format, tag, title, request));
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void ask(Window window, Download format, String tag, String title, Writing writing) {
        String name = tag.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        SaveDialog.ask(window, Texts.of("board.download.title", title), name, format.name(), "." + format.extension())
                .ifPresent(file -> write(file, writing));
    }

    private void write(Path file, Writing writing) {
        background.run(
                () -> {
                    writing.to(file);
                    return file;
                },
                written -> tell.accept(Texts.of("board.downloaded", written)),
                failure -> tell.accept(Texts.of("board.download.failed", file, String.valueOf(failure.getMessage()))));
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

    /** Writes the file; may take a while. */
    static void write(Path file, Download format, String tag, String title, HistogramRequest request)
            throws IOException {
        switch (format) {
            case CSV -> HistogramExport.csv(file, tag, histograms(request));
            case JSON -> HistogramExport.json(file, tag, histograms(request));
            case SVG -> HistogramPicture.svg(file, title, request);
            case PNG -> HistogramPicture.png(file, title, request);
        }
    }

    private static List<HistogramExport.Named> histograms(HistogramRequest request) {
        return request.parts().stream()
                .map(part ->
                        new HistogramExport.Named(part.name(), part.series().view()))
                .toList();
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
