package io.particlearena.ui.chart;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * The lines of a chart as JFreeChart wants them. Every series claims to have one item, as {@link CurveRenderer} draws a whole
 * series at once.
 */
final class CurveDataset extends AbstractXYDataset {

    private static final long serialVersionUID = 1;

    private transient List<ChartLine> lines = List.of();

    void show(List<ChartLine> next) {
        lines = List.copyOf(next);
    }

    ChartLine line(int series) {
        return lines.get(series);
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return lines.get(series).curve().name();
    }

    @Override
    public int getItemCount(int series) {
        return 1;
    }

    @Override
    public Number getX(int series, int item) {
        return lines.get(series).raw().position(lines.get(series).axis(), item);
    }

    @Override
    public Number getY(int series, int item) {
        return lines.get(series).raw().value(item);
    }
}
