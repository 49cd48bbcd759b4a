package io.particlearena.cli;

import io.particlearena.options.OptionException;
import io.particlearena.results.HistogramExport;
import io.particlearena.results.HistogramLoader;
import io.particlearena.results.SeriesExport;
import io.particlearena.results.SeriesLoader;
import io.particlearena.results.SeriesStore;
import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes what runs have measured under a tag to a file: all points of a metric, or all histograms. */
final class RunValues {

    private static final int TAGS_NAMED = 40;

    private final Path file;
    private final boolean json;

    /**
     * @param file ends in .csv or .json, which says what is written
     * @throws OptionException if it ends otherwise
     */
    RunValues(Path file) {
        this.file = file;
        String name = file.toString().toLowerCase(Locale.ROOT);
        json = name.endsWith(".json");
        if (!json && !name.endsWith(".csv")) {
            throw new OptionException("file", "The file is \"" + file + "\", but must end with .csv or .json.");
        }
    }

    /**
     * Writes the values of those runs that have any.
     *
     * @throws OptionException if none has
     */
    void write(List<Path> runs, String tag) {
        List<SeriesExport.Named> metrics = new ArrayList<>();
        List<HistogramExport.Named> histograms = new ArrayList<>();
        Set<String> tags = new TreeSet<>();
        try {
            for (Path run : runs) {
                String name = String.valueOf(run.getFileName());
                SeriesStore store = SeriesLoader.load(run);
                tags.addAll(store.tags());
                tags.addAll(store.histogramTags());
                store.find(tag).ifPresent(series -> metrics.add(new SeriesExport.Named(name, series.view())));
                if (store.hasHistograms(tag)) {
                    histograms.add(new HistogramExport.Named(
                            name, HistogramLoader.loadAll(run, tag).view()));
                }
            }
        } catch (IOException e) {
            throw new StoreException("The runs cannot be read: " + IoReason.of(e) + ".", e);
        }
        if (metrics.isEmpty() && histograms.isEmpty()) {
            throw new OptionException("tag", unknown(tag, tags));
        }
        try {
            if (metrics.isEmpty()) {
                writeHistograms(tag, histograms);
            } else {
                writeMetrics(tag, metrics);
            }
        } catch (IOException e) {
            throw new StoreException(file + " cannot be written: " + IoReason.of(e) + ".", e);
        }
    }

    private void writeMetrics(String tag, List<SeriesExport.Named> metrics) throws IOException {
        if (json) {
            SeriesExport.json(file, tag, metrics);
        } else {
            SeriesExport.csv(file, metrics);
        }
    }

    private void writeHistograms(String tag, List<HistogramExport.Named> histograms) throws IOException {
        if (json) {
            HistogramExport.json(file, tag, histograms);
        } else {
            HistogramExport.csv(file, tag, histograms);
        }
    }

    private static String unknown(String tag, Set<String> tags) {
        if (tags.isEmpty()) {
            return "There is nothing under the tag \"" + tag + "\"; the runs have measured nothing.";
        }
        List<String> named = tags.stream().limit(TAGS_NAMED).toList();
        return "There is nothing under the tag \"" + tag + "\"; there is " + String.join(", ", named)
                + (tags.size() > TAGS_NAMED ? " and " + (tags.size() - TAGS_NAMED) + " more." : ".");
    }
}
