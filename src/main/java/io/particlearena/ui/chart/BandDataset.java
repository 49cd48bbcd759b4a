package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;
import java.util.List;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The bands of groups as JFreeChart wants them. */
final class BandDataset {

    private BandDataset() {}

    /** The bands, in the order of the lines. */
    static YIntervalSeriesCollection of(List<ChartLine> lines, SeriesAxis axis, Scale up) {
        YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
        for (int i = 0; i < lines.size(); i++) {
            ChartLine line = lines.get(i);
            YIntervalSeries series = new YIntervalSeries(i);
            ChartLine.Band band = line.band();
            SeriesView points = line.smoothed();
            for (int j = 0; band != null && j < points.length(); j++) {
                if (Double.isFinite(points.value(j))) {
                    double place = ChartAxes.position(axis, points.position(line.axis(), j));
                    double least = up.logarithmic() ? up.from() : Double.NEGATIVE_INFINITY;
                    series.add(
                            place,
                            Math.max(least, points.value(j)),
                            Math.max(least, band.low().value(j)),
                            Math.max(least, band.high().value(j)));
                }
            }
            bands.addSeries(series);
        }
        return bands;
    }
}
