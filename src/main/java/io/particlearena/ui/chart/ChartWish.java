package io.particlearena.ui.chart;

/** What a chart should look like; its points may become more. */
public interface ChartWish {

    /** A number that is another one after every change of the points to draw. */
    long version();
}
