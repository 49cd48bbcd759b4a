package io.particlearena.results;

import com.fasterxml.jackson.core.JsonGenerator;
import io.particlearena.store.JsonLimits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes histograms of runs to a file for other programs. */
public final class HistogramExport {

    private HistogramExport() {}

    /** The histograms of a run under the run's name. */
    public record Named(String run, HistogramSeries.View histograms) {}

    /**
     * Writes a table of comma-separated values with a line for each interval: run, tag, wall time in seconds since 1970, step,
     * the interval's beginning and end, the count, and its name where it has one.
     */
    public static void csv(Path file, String tag, List<Named> runs) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Run,Tag,Wall time,Step,From,To,Count,Name\n");
            for (Named each : runs) {
                String begin = SeriesExport.quoted(each.run()) + ',' + SeriesExport.quoted(tag) + ',';
                for (HistogramPoint point : each.histograms().points()) {
                    csv(out, begin, point, each.histograms().labels());
                }
            }
        }
    }

    private static void csv(Writer out, String begin, HistogramPoint point, List<String> labels) throws IOException {
        Histogram histogram = point.histogram();
        for (int i = 0; i < histogram.counts().length; i++) {
            out.append(begin).append(SeriesExport.seconds(point.wallTime())).append(',');
            out.append(Long.toString(point.step())).append(',');
            out.append(Double.toString(histogram.edges()[i])).append(',');
            out.append(Double.toString(histogram.edges()[i + 1])).append(',');
            out.append(Double.toString(histogram.counts()[i])).append(',');
            out.append(i < labels.size() ? SeriesExport.quoted(labels.get(i)) : "")
                    .append('\n');
        }
    }

    /**
     * Writes an array with an object for each run: its name, the tag, the names of what is counted, and the points, each as
     * TensorBoard has them, an array of wall time, step and an array of intervals with beginning, end and count.
     */
    public static void json(Path file, String tag, List<Named> runs) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                JsonGenerator json = JsonLimits.factory().createGenerator(out)) {
            json.writeStartArray();
            for (Named each : runs) {
                json.writeStartObject();
                json.writeStringField("run", each.run());
                json.writeStringField("tag", tag);
                json.writeArrayFieldStart("names");
                for (String label : each.histograms().labels()) {
                    json.writeString(label);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("points");
                for (HistogramPoint point : each.histograms().points()) {
                    json.writeStartArray();
                    json.writeNumber(point.wallTime());
                    json.writeNumber(point.step());
                    intervals(json, point.histogram());
                    json.writeEndArray();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void intervals(JsonGenerator json, Histogram histogram) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < histogram.counts().length; i++) {
            double[] interval = {
                histogram.edges()[i], histogram.edges()[i + 1], histogram.counts()[i]
            };
            json.writeArray(interval, 0, interval.length);
        }
        json.writeEndArray();
    }
}
