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

    /**
     * Adds a point.
     *
     * @param latest the places of the series that had a point last. They are shared from now on where those so far do not go on
     *     as this one does, as when the values of one step came in two events
     */
    void append(long step, double wallTime, float value, SeriesPlaces latest) {
        int index = values.length();
        if (index < places.length() && !places.holds(index, step, wallTime)) {
            boolean fits =
                    index < latest.length() && latest.holds(index, step, wallTime) && latest.beginsLike(places, index);
            places = fits ? latest : places.first(index);
        }
        if (index == places.length()) {
            places.append(step, wallTime);
        }
        values.append(value);
    }
}
