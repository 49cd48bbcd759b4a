package io.particlearena.ui.chart;

import io.particlearena.experiment.PublishedReturns;
import java.util.List;

/**
 * What a chart shows behind its curves: places marked with straight lines, and bands.
 *
 * @param upright places on the horizontal axis where something begins anew, so that no curve goes on across them
 * @param level values on the vertical axis, which then reaches to them
 * @param bands where curves should be
 */
public record ChartMarks(List<Mark> upright, List<Mark> level, List<Band> bands) {

    /** No marks. */
    public static final ChartMarks NONE = new ChartMarks(List.of(), List.of(), List.of());

    public ChartMarks {
        upright = List.copyOf(upright);
        level = List.copyOf(level);
        bands = List.copyOf(bands);
    }

    /**
     * A line.
     *
     * @param at its place
     * @param label what stands beside it, or an empty text
     */
    public record Mark(double at, String label) {}

    /**
     * A band.
     *
     * @param colour {@code 0xRRGGBB}
     * @param points in the order of their steps; the band is straight between them
     */
    public record Band(int colour, List<PublishedReturns.Point> points) {}
}
