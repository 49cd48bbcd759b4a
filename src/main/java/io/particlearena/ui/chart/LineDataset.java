package io.particlearena.ui.chart;

import io.particlearena.results.SeriesView;
import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * The lines of a chart as JFreeChart wants them: first each curve as it is, then each one smoothed. Every series claims to
 * have one item, as {@link SpanRenderer} draws a whole series at once.
 */
final class LineDataset extends AbstractXYDataset {

    private static final long serialVersionUID = 1;

    private transient List<ChartImage.Line> lines = List.of();

    void show(List<ChartImage.Line> next) {
        lines = next;
    }

    boolean isRaw(int series) {
        return series < lines.size();
    }

    Curve curve(int series) {
        return lines.get(series % lines.size()).curve();
    }

    SeriesView points(int series) {
        ChartImage.Line line = lines.get(series % lines.size());
        return isRaw(series) ? line.raw() : line.smoothed();
    }

    @Override
    public int getSeriesCount() {
        return 2 * lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return curve(series).name() + (isRaw(series) ? " raw" : "");
    }

    @Override
    public int getItemCount(int series) {
        return 1;
    }

    @Override
    public Number getX(int series, int item) {
        return points(series).step(item);
    }

    @Override
    public Number getY(int series, int item) {
        return points(series).value(item);
    }
}
