package io.particlearena.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes histograms of a run to a file for other programs. */
public final class HistogramExport {

    private HistogramExport() {}

    /**
     * Writes a table of comma-separated values with a line for each interval: run, tag, wall time in seconds since 1970, step,
     * the interval's beginning and end, the count, and its name where it has one.
     */
    public static void csv(Path file, String run, String tag, HistogramSeries.View series) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Run,Tag,Wall time,Step,From,To,Count,Name\n");
            String begin = SeriesExport.quoted(run) + ',' + SeriesExport.quoted(tag) + ',';
            for (HistogramPoint point : series.points()) {
                Histogram histogram = point.histogram();
                for (int i = 0; i < histogram.counts().length; i++) {
                    out.append(begin).append(Double.toString(point.wallTime())).append(',');
                    out.append(Long.toString(point.step())).append(',');
                    out.append(Double.toString(histogram.edges()[i])).append(',');
                    out.append(Double.toString(histogram.edges()[i + 1])).append(',');
                    out.append(Double.toString(histogram.counts()[i])).append(',');
                    out.append(
                                    i < series.labels().size()
                                            ? SeriesExport.quoted(
                                                    series.labels().get(i))
                                            : "")
                            .append('\n');
                }
            }
        }
    }

    /**
     * Writes an object: run, tag, the names of what is counted, and the points, each as TensorBoard has them, an array of wall
     * time, step and an array of intervals with beginning, end and count.
     */
    public static void json(Path file, String run, String tag, HistogramSeries.View series) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            json(out, run, tag, series);
        }
    }

    private static void json(Writer out, String run, String tag, HistogramSeries.View series) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("run", run);
            json.writeStringField("tag", tag);
            json.writeArrayFieldStart("names");
            for (String label : series.labels()) {
                json.writeString(label);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("points");
            for (HistogramPoint point : series.points()) {
                json.writeStartArray();
                json.writeNumber(point.wallTime());
                json.writeNumber(point.step());
                intervals(json, point.histogram());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
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
