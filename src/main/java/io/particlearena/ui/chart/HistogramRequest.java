package io.particlearena.ui.chart;

import java.util.List;

/**
 * What a chart of histograms should look like.
 *
 * @param parts side by side
 * @param view how each of them is shown
 * @param look size and colours
 */
public record HistogramRequest(List<HistogramPart> parts, HistogramView view, ChartLook look) implements ChartWish {

    public HistogramRequest {
        parts = List.copyOf(parts);
    }

    @Override
    public long version() {
        return parts.stream().mapToLong(part -> part.series().version()).sum();
    }
}
