package io.particlearena.ui.chart;

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

    double value(double share) {
        return logarithmic ? from * Math.pow(to / from, share) : from + share * (to - from);
    }

    boolean shows(double value) {
        return value >= from && value <= to;
    }
}
