package io.particlearena.ui.chart;

import io.particlearena.results.SeriesView;
import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * The lines of a chart as JFreeChart wants them: first each curve that is smoothed as it is, then each curve as the bold line
 * shows it. Every series claims to have one item, as {@link CurveRenderer} draws a whole series at once.
 */
final class CurveDataset extends AbstractXYDataset {

    private static final long serialVersionUID = 1;

    private transient List<Entry> entries = List.of();

    /** A line or its points before smoothing. */
    record Entry(ChartLine line, boolean faint) {
        SeriesView points() {
            return faint ? line.raw() : line.smoothed();
        }
    }

    void show(List<ChartLine> lines) {
        List<Entry> next = new ArrayList<>();
        lines.stream().filter(ChartLine::isSmoothed).forEach(line -> next.add(new Entry(line, true)));
        lines.forEach(line -> next.add(new Entry(line, false)));
        entries = next;
    }

    Entry entry(int series) {
        return entries.get(series);
    }

    @Override
    public int getSeriesCount() {
        return entries.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return entries.get(series).line().curve().name();
    }

    @Override
    public int getItemCount(int series) {
        return 1;
    }

    @Override
    public Number getX(int series, int item) {
        Entry entry = entries.get(series);
        return entry.points().position(entry.line().axis(), item);
    }

    @Override
    public Number getY(int series, int item) {
        return entries.get(series).points().value(item);
    }
}
