package io.particlearena.ui.chart;

/** In which order the values under the mouse are listed. */
public enum ReadoutOrder {
    /** As the curves come. */
    DEFAULT,
    ALPHABETICAL,
    ASCENDING,
    DESCENDING,
    /** The curve nearest to the mouse first. */
    NEAREST
}
