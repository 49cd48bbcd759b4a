package io.particlearena.ui.chart;

import java.util.List;

/**
 * What the vertical axis shows.
 *
 * @param from the value at its lower end; positive if logarithmic
 * @param to the value at its upper end, larger
 * @param logarithmic whether equal factors and not equal differences are equally far apart
 */
public record Scale(double from, double to, boolean logarithmic) {

    /** How far up a value lies: 0 at the lower end, 1 at the upper one; below every axis for what has no logarithm. */
    double share(double value) {
        if (!logarithmic) {
            return (value - from) / (to - from);
        }
        return value > 0 ? Math.log(value / from) / Math.log(to / from) : Double.NEGATIVE_INFINITY;
    }

    /** The same, reaching to what is to be marked as well. */
    Scale with(List<ChartMarks.Mark> marks) {
        double low = from;
        double high = to;
        for (ChartMarks.Mark mark : marks) {
            if (!logarithmic || mark.at() > 0) {
                low = Math.min(low, mark.at());
                high = Math.max(high, mark.at());
            }
        }
        return new Scale(low, high, logarithmic);
    }

    double value(double share) {
        return logarithmic ? from * Math.pow(to / from, share) : from + share * (to - from);
    }

    boolean shows(double value) {
        return value >= from && value <= to;
    }
}
