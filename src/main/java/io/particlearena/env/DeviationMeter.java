package io.particlearena.env;

import java.util.function.Supplier;

/** Finds the largest difference between two sequences of numbers, and where it is. */
public final class DeviationMeter {

    private double largest;
    private String place = "";
    private long values;

    /**
     * Compares one number. Two values that are both not a number agree, as do equal infinities.
     *
     * @param place describes where the numbers stand; asked only if they differ more than any before
     */
    public void compare(double expected, double actual, Supplier<String> place) {
        values++;
        if (expected == actual || (Double.isNaN(expected) && Double.isNaN(actual))) {
            return;
        }
        double difference = Math.abs(expected - actual);
        differ(Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference, place);
    }

    /** Notes a difference that is not one of numbers, for example an episode that ended early. */
    public void disagree(Supplier<String> place) {
        values++;
        differ(Double.POSITIVE_INFINITY, place);
    }

    private void differ(double difference, Supplier<String> where) {
        if (difference > largest) {
            largest = difference;
            place = where.get();
        }
    }

    /** The largest difference so far. */
    public Deviation result() {
        return new Deviation(largest, place, values);
    }
}
