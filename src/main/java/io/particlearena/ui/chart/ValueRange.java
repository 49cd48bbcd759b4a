package io.particlearena.ui.chart;

import io.particlearena.results.SeriesView;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses what the vertical axis shows.
 *
 * <p>With TensorBoard's rule, of all finite values in sight the outermost twentieths at either end are left out; the rule is
 * applied to the points as they are and to the smoothed ones, and the axis shows what either asks for. Of very many points,
 * evenly chosen ones stand for all. Other than TensorBoard's, the rule leaves out no value where a twentieth of all is none,
 * and, where a twentieth of the curves is none, no whole curve, however few points it has.
 */
final class ValueRange {

    private static final double OUTLIER_SHARE = 0.05;
    private static final double MARGIN = 0.06;
    private static final int ENOUGH = 20_000;

    /** Of fewer values, or curves, a twentieth is none. */
    private static final int FEWEST = 21;

    private ValueRange() {}

    static Scale of(List<ChartLine> lines, Span across, ChartView view) {
        Extent extent = new Extent();
        if (view.aggregate() != null) {
            lines.forEach(line -> addAll(line, across, view.logarithmic(), extent));
        } else if (view.withoutOutliers()) {
            addInner(lines, across, view.logarithmic(), false, extent);
            addInner(lines, across, view.logarithmic(), true, extent);
            if (lines.size() < FEWEST) {
                addHidden(lines, across, view.logarithmic(), extent);
            }
        } else {
            lines.forEach(line -> addAll(line, across, view.logarithmic(), extent));
        }
        return view.logarithmic() ? logarithmic(extent) : linear(extent);
    }

    private static final class Extent {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void add(double value) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }

        boolean isEmpty() {
            return !(low <= high);
        }
    }

    private static Scale linear(Extent extent) {
        if (extent.isEmpty()) {
            return new Scale(0, 1, false);
        }
        double size = extent.high - extent.low;
        double least = Math.max(Math.abs(extent.low), Math.abs(extent.high)) * 1e-9;
        double margin = size > least ? size * MARGIN : Math.max(Math.abs(extent.high) * MARGIN, 1e-6);
        return new Scale(extent.low - margin, extent.high + margin, false);
    }

    private static Scale logarithmic(Extent extent) {
        if (extent.isEmpty()) {
            return new Scale(0.1, 10, true);
        }
        double margin = Math.max(Math.pow(extent.high / extent.low, MARGIN), 1.05);
        return new Scale(extent.low / margin, extent.high * margin, true);
    }

    private static void addAll(ChartLine line, Span across, boolean positive, Extent extent) {
        int begin = line.raw().indexOf(line.axis(), across.from());
        int end = line.raw().indexOf(line.axis(), Math.nextUp(across.to()));
        List<SeriesView> all = line.band() == null
                ? List.of(line.raw(), line.smoothed())
                : List.of(line.smoothed(), line.band().low(), line.band().high());
        for (SeriesView points : all) {
            double[] extremes = points.extremes(begin, end);
            if (!positive || extremes[0] > 0) {
                if (!Double.isNaN(extremes[0])) {
                    extent.add(extremes[0]);
                    extent.add(extremes[1]);
                }
                continue;
            }
            for (int i = begin; i < end; i++) {
                if (points.value(i) > 0 && points.value(i) < Double.POSITIVE_INFINITY) {
                    extent.add(points.value(i));
                }
            }
        }
    }

    private static void addInner(
            List<ChartLine> lines, Span across, boolean positive, boolean smoothed, Extent extent) {
        int[] begins = new int[lines.size()];
        int[] ends = new int[lines.size()];
        long all = 0;
        for (int i = 0; i < begins.length; i++) {
            ChartLine line = lines.get(i);
            begins[i] = line.raw().indexOf(line.axis(), across.from());
            ends[i] = line.raw().indexOf(line.axis(), Math.nextUp(across.to()));
            all += ends[i] - begins[i];
        }
        int every = (int) Math.max(1, (all + ENOUGH - 1) / ENOUGH);
        double[] chosen = new double[(int) (all / every) + lines.size() + 1];
        int count = 0;
        long skipped = 0;
        for (int i = 0; i < begins.length; i++) {
            ChartLine line = lines.get(i);
            SeriesView points = smoothed ? line.smoothed() : line.raw();
            // The steps go on from one line to the next, so that many short lines are thinned like few long ones.
            int at = begins[i] + (int) Math.floorMod(-skipped, (long) every);
            for (; at < ends[i]; at += every) {
                double value = points.value(at);
                if (Double.isFinite(value) && (!positive || value > 0)) {
                    chosen[count++] = value;
                }
            }
            skipped += ends[i] - begins[i];
        }
        addInner(Arrays.copyOf(chosen, count), extent);
    }

    /** What the rule shows of a curve by itself, for curves of which it shows nothing beside the others. */
    private static void addHidden(List<ChartLine> lines, Span across, boolean positive, Extent extent) {
        Scale others = new Scale(extent.low, extent.high, positive);
        for (ChartLine line : lines) {
            OffScale off = offScale(List.of(line), across, others);
            if (off.curves() > 0) {
                addInner(List.of(line), across, positive, false, extent);
            }
        }
    }

    private static void addInner(double[] values, Extent extent) {
        Arrays.sort(values);
        int count = values.length;
        if (count >= FEWEST) {
            extent.add(values[(int) Math.ceil((count - 1) * OUTLIER_SHARE)]);
            extent.add(values[(int) Math.floor((count - 1) * (1 - OUTLIER_SHARE))]);
        } else if (count > 0) {
            extent.add(values[0]);
            extent.add(values[count - 1]);
        }
    }

    /** What of the lines in sight lies beyond the ends of the axis. */
    static OffScale offScale(List<ChartLine> lines, Span across, Scale scale) {
        long points = 0;
        int curves = 0;
        for (ChartLine line : lines) {
            SeriesView values = line.raw();
            int begin = values.indexOf(line.axis(), across.from());
            int end = values.indexOf(line.axis(), Math.nextUp(across.to()));
            double[] extremes = values.extremes(begin, end);
            if (extremes[0] < scale.from() || extremes[1] > scale.to()) {
                long beyond = 0;
                long finite = 0;
                for (int i = begin; i < end; i++) {
                    if (Double.isFinite(values.value(i))) {
                        finite++;
                        beyond += scale.shows(values.value(i)) ? 0 : 1;
                    }
                }
                points += beyond;
                curves += beyond == finite ? 1 : 0;
            }
        }
        return new OffScale(points, curves);
    }
}
