package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The value of a curve at a place of the horizontal axis.
 *
 * @param line the curve
 * @param index of the point nearest to that place
 */
public record Reading(ChartLine line, int index) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    /** The curve's name. */
    public String name() {
        return line.name();
    }

    /** The place of the point itself. */
    public double position() {
        return line.raw().position(line.axis(), index);
    }

    /** Environment steps. */
    public long step() {
        return line.raw().step(index);
    }

    /** Where on this axis the point lies, in words. */
    String place(SeriesAxis axis) {
        if (line.band() != null && axis != SeriesAxis.STEP) {
            return axis == SeriesAxis.RELATIVE_TIME ? DurationFormat.text(position()) : moment();
        }
        String step = NumberText.count(step());
        return switch (axis) {
            case STEP -> Texts.of("chart.at.step", step);
            case RELATIVE_TIME -> Texts.of("chart.at.duration", step, DurationFormat.text(position()));
            case WALL_TIME -> Texts.of("chart.at.moment", step, moment());
        };
    }

    private String moment() {
        Instant instant = Instant.ofEpochMilli(Math.round(1000 * line.raw().wallTime(index)));
        return MOMENT.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** The value as it is. */
    public double value() {
        return line.raw().value(index);
    }

    /** The value that the bold line shows. */
    public double smoothed() {
        return line.smoothed().value(index);
    }

    /** The lower end of the group's band; NaN if it is no group. */
    public double low() {
        return line.band() == null ? Double.NaN : line.band().low().value(index);
    }

    /** The upper end of the group's band; NaN if it is no group. */
    public double high() {
        return line.band() == null ? Double.NaN : line.band().high().value(index);
    }

    /** The number of the group's runs that have a value there; NaN if it is no group. */
    public double runs() {
        return line.band() == null ? Double.NaN : line.band().present().value(index);
    }

    /** The values of all curves of a chart at a place, sorted for a mouse at this height. */
    public static List<Reading> at(ChartImage image, double position, double mouseY, ReadoutOrder order) {
        List<Reading> readings = new ArrayList<>();
        for (ChartLine line : image.lines()) {
            readings.add(new Reading(line, line.raw().nearest(line.axis(), position)));
        }
        switch (order) {
            case DEFAULT -> {}
            case ALPHABETICAL -> readings.sort(Comparator.comparing(Reading::name));
            case ASCENDING -> readings.sort(Comparator.comparingDouble(Reading::smoothed));
            case DESCENDING ->
                readings.sort(Comparator.comparingDouble(Reading::smoothed).reversed());
            case NEAREST -> readings.sort(Comparator.comparingDouble(reading -> distance(image, reading, mouseY)));
        }
        return readings;
    }

    /** The one nearest to a mouse at this height; the list must not be empty. */
    static Reading nearest(ChartImage image, List<Reading> readings, double mouseY) {
        Reading nearest = readings.get(0);
        for (Reading reading : readings) {
            if (distance(image, reading, mouseY) < distance(image, nearest, mouseY)) {
                nearest = reading;
            }
        }
        return nearest;
    }

    private static double distance(ChartImage image, Reading reading, double mouseY) {
        double distance = Math.abs(image.frame().y(reading.smoothed()) - mouseY);
        return Double.isNaN(distance) ? Double.MAX_VALUE : distance;
    }
}
