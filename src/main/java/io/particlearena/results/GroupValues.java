package io.particlearena.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What runs of each group have come to: the mean of a run's points in the last tenth of a part of an axis. Runs without points there
 * are left out.
 *
 * @param values by group, one for each run
 * @param from the beginning of the last tenth
 * @param to the end of the part
 */
@SuppressWarnings("ArrayRecordComponent")
public record GroupValues(Map<String, double[]> values, double from, double to) {

    private static final double SHARE = 0.1;

    /**
     * The points of a run.
     *
     * @param group what the run's group is called
     */
    public record Member(String group, SeriesView points) {}

    /** The values in the last tenth of what lies between two places of an axis. */
    public static GroupValues of(List<Member> runs, SeriesAxis axis, double beginning, double end) {
        double from = end - SHARE * (end - beginning);
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Member run : runs) {
            double value = mean(run.points(), axis, from, end);
            double[] one = Double.isNaN(value) ? new double[0] : new double[] {value};
            values.merge(
                    run.group(),
                    one,
                    (a, b) -> DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b))
                            .toArray());
        }
        return new GroupValues(values, from, end);
    }

    /** The values in the last tenth of the whole axis, as a chart of the runs shows it. */
    public static GroupValues of(List<Member> runs, SeriesAxis axis) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (Member run : runs) {
            int length = run.points().length();
            if (length > 0) {
                first = Math.min(first, run.points().position(axis, 0));
                last = Math.max(last, run.points().position(axis, length - 1));
            }
        }
        return of(runs, axis, beginning(axis, first, last), last);
    }

    /**
     * Where a chart's axis begins whose points lie from one place to another: steps and lengths of time at 0, where runs begin,
     * unless that would leave half of the axis empty.
     */
    public static double beginning(SeriesAxis axis, double from, double to) {
        boolean fromZero = axis != SeriesAxis.WALL_TIME && from > 0 && from < to / 2;
        return fromZero ? 0 : from;
    }

    private static double mean(SeriesView points, SeriesAxis axis, double from, double to) {
        double sum = 0;
        int count = 0;
        int end = points.indexOf(axis, Math.nextUp(to));
        for (int i = points.indexOf(axis, from); i < end; i++) {
            double value = points.value(i);
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
