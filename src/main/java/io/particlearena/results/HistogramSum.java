package io.particlearena.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Histograms of several runs taken together. */
public final class HistogramSum {

    /** So many intervals are kept where those of the runs differ; they are finer than a drawing shows. */
    private static final int MOST_INTERVALS = 512;

    private HistogramSum() {}

    /**
     * The sums of the runs' counts, at the steps at which all of them have a histogram.
     *
     * @param runs at least one, each with points
     * @return empty if there is no such step, or if they count things of different names
     */
    public static Optional<HistogramSeries.View> of(List<HistogramSeries.View> runs) {
        List<String> labels = runs.get(0).labels();
        Map<Long, List<HistogramPoint>> together = new TreeMap<>();
        for (HistogramSeries.View run : runs) {
            if (!run.labels().equals(labels)) {
                return Optional.empty();
            }
            for (HistogramPoint point : run.points()) {
                together.computeIfAbsent(point.step(), step -> new ArrayList<>())
                        .add(point);
            }
        }
        List<HistogramPoint> sums = together.values().stream()
                .filter(points -> points.size() == runs.size())
                .map(HistogramSum::sum)
                .toList();
        int every = runs.stream().mapToInt(HistogramSeries.View::every).max().orElse(1);
        long refused = runs.stream().mapToLong(HistogramSeries.View::refused).sum();
        return sums.isEmpty() ? Optional.empty() : Optional.of(new HistogramSeries.View(sums, labels, every, refused));
    }

    private static HistogramPoint sum(List<HistogramPoint> together) {
        double wallTime =
                together.stream().mapToDouble(HistogramPoint::wallTime).max().orElse(0);
        Histogram sum =
                ofHistograms(together.stream().map(HistogramPoint::histogram).toList());
        return new HistogramPoint(wallTime, together.get(0).step(), sum);
    }

    /**
     * One histogram of what several count. Where their intervals differ, each is cut at the beginnings and ends of all of
     * them, as if values lay evenly in it; of very many such places, as many as are kept stand for all.
     */
    static Histogram ofHistograms(List<Histogram> histograms) {
        double[] first = histograms.get(0).edges();
        boolean same = histograms.stream().allMatch(each -> Arrays.equals(each.edges(), first));
        double[] edges = same ? first : common(histograms);
        double[] counts = new double[edges.length - 1];
        for (Histogram each : histograms) {
            double[] moved = same ? each.counts() : each.onto(edges);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += moved[i];
            }
        }
        return new Histogram(edges, counts);
    }

    private static double[] common(List<Histogram> histograms) {
        double[] all = histograms.stream()
                .flatMapToDouble(each -> DoubleStream.of(each.edges()))
                .sorted()
                .distinct()
                .toArray();
        if (all.length == 1) {
            return new double[] {all[0], all[0]};
        }
        if (all.length <= MOST_INTERVALS + 1) {
            return all;
        }
        double[] some = new double[MOST_INTERVALS + 1];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[(int) ((long) i * (all.length - 1) / MOST_INTERVALS)];
        }
        return some;
    }
}
