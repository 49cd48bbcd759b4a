package io.particlearena.results;

/** What the places of a series' points are measured in; they never shrink from one point to the next. */
public enum SeriesAxis {
    /** Environment steps. */
    STEP,
    /** Seconds since the series' first point. */
    RELATIVE_TIME,
    /** Seconds since 1970. */
    WALL_TIME
}
