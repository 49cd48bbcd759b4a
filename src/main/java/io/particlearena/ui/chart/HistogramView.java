package io.particlearena.ui.chart;

/** How the histograms of a tag are shown. */
public enum HistogramView {
    /** One behind the other, the newest in front. */
    RIDGES,

    /** The outlines one over the other, the oldest pale. */
    OVERLAY,

    /** Over steps: the shares of things that have names, and of numbers the bands in which so many per cent lie. */
    BANDS
}
