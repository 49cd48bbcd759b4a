package io.particlearena.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart of histograms should look like.
 *
 * @param parts side by side
 * @param view how each of them is shown; null for the way that goes with them
 * @param look size and colours
 */
public record HistogramRequest(
        List<HistogramPart> parts, @Nullable HistogramView view, ChartLook look) implements ChartWish {

    public HistogramRequest {
        parts = List.copyOf(parts);
    }

    @Override
    public long version() {
        return parts.stream().mapToLong(part -> part.series().version()).sum();
    }
}
