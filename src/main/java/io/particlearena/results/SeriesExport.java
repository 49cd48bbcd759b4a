package io.particlearena.results;

import com.fasterxml.jackson.core.JsonGenerator;
import io.particlearena.store.JsonLimits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes all points of some series to a file for other programs; nothing is thinned, and values have the single precision of
 * event files, as in TensorBoard.
 */
public final class SeriesExport {

    private static final int PLACES = 3;

    private SeriesExport() {}

    /** The points of a run under the run's name. */
    public record Named(String run, SeriesView points) {}

    /** Writes a table of comma-separated values with a heading: run, wall time in seconds since 1970, step and value. */
    public static void csv(Path file, List<Named> series) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Run,Wall time,Step,Value\n");
            for (Named each : series) {
                String run = quoted(each.run());
                for (int i = 0; i < each.points().length(); i++) {
                    out.append(run).append(',');
                    out.append(seconds(each.points().wallTime(i))).append(',');
                    out.append(Long.toString(each.points().step(i))).append(',');
                    out.append(Double.toString(each.points().value(i))).append('\n');
                }
            }
        }
    }

    /**
     * Writes an array with an object for each run: its name and its points, each as TensorBoard has them, an array of wall
     * time, step and value. Values that JSON has no number for are the texts {@code NaN}, {@code Infinity} and {@code
     * -Infinity}.
     */
    public static void json(Path file, String tag, List<Named> series) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                JsonGenerator json = JsonLimits.factory().createGenerator(out)) {
            json.writeStartArray();
            for (Named each : series) {
                json.writeStartObject();
                json.writeStringField("run", each.run());
                json.writeStringField("tag", tag);
                json.writeArrayFieldStart("points");
                for (int i = 0; i < each.points().length(); i++) {
                    json.writeStartArray();
                    json.writeNumber(each.points().wallTime(i));
                    json.writeNumber(each.points().step(i));
                    double value = each.points().value(i);
                    if (Double.isFinite(value)) {
                        json.writeNumber(value);
                    } else {
                        json.writeString(Double.toString(value));
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** A time as a plain decimal, exactly and with three places at least, as programs for tables read it. */
    static String seconds(double time) {
        if (!Double.isFinite(time)) {
            return Double.toString(time);
        }
        BigDecimal plain = BigDecimal.valueOf(time);
        return plain.setScale(Math.max(PLACES, plain.scale())).toPlainString();
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
