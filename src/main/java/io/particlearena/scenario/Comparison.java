package io.particlearena.scenario;

/** Compares numbers of a recording with those of its replay, and remembers the largest difference. */
final class Comparison {

    private double largest;
    private String where = "";
    private long compared;
    private String moment = "";

    /** Names the moment of the episode that the next numbers belong to. */
    void at(String newMoment) {
        moment = newMoment;
    }

    /** Compares two numbers. */
    void number(String what, int index, double recorded, double replayed) {
        compared++;
        double difference = Math.abs(recorded - replayed);
        if (Double.isNaN(difference)) {
            difference = Double.POSITIVE_INFINITY;
        }
        if (difference > largest) {
            largest = difference;
            where = moment + ", " + what + (index < 0 ? "" : " " + index) + ": recorded " + recorded + ", replayed "
                    + replayed;
        }
    }

    /** Compares lists of numbers. */
    void numbers(String what, double[] recorded, double[] replayed) {
        if (recorded.length != replayed.length) {
            different(what + ": recorded " + recorded.length + " numbers, replayed " + replayed.length);
            return;
        }
        for (int i = 0; i < recorded.length; i++) {
            number(what, i, recorded[i], replayed[i]);
        }
    }

    /** Compares two facts. */
    void fact(String what, boolean recorded, boolean replayed) {
        compared++;
        if (recorded != replayed) {
            different(what + ": recorded " + recorded + ", replayed " + replayed);
        }
    }

    private void different(String what) {
        if (largest != Double.POSITIVE_INFINITY) {
            largest = Double.POSITIVE_INFINITY;
            where = moment + ", " + what;
        }
    }

    /** The outcome. */
    Deviation deviation() {
        return new Deviation(largest, where, compared);
    }
}
