package io.particlearena.results;

/**
 * Values and their places. The places are shared with other series for as long as those have points at the same ones: the
 * metrics of one step are measured together, and their places need more memory than their values.
 */
final class SeriesPoints {

    private final SeriesValues values = new SeriesValues();
    private volatile SeriesPlaces places;

    /** No points yet, and perhaps at these places. */
    SeriesPoints(SeriesPlaces places) {
        this.places = places;
    }

    SeriesPlaces places() {
        return places;
    }

    SeriesValues values() {
        return values;
    }

    int length() {
        return values.length();
    }

    void append(long step, double wallTime, float value) {
        int index = values.length();
        if (index < places.length() && !places.holds(index, step, wallTime)) {
            places = places.first(index);
        }
        if (index == places.length()) {
            places.append(step, wallTime);
        }
        values.append(value);
    }
}
