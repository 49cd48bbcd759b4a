package io.particlearena.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis, 1, 2 or 5 times a power of ten apart.
 *
 * @param values ascending
 * @param step between them
 */
record Ticks(List<Double> values, double step) {

    Ticks {
        values = List.copyOf(values);
    }

    /**
     * Round numbers between two others, at least the first of which is smaller.
     *
     * @param most how many there may be
     * @param least the least step
     */
    static Ticks of(double from, double to, int most, double least) {
        double wanted = Math.max(least, (to - from) / Math.max(1, most));
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double step = 10 * power;
        for (double factor : new double[] {5, 2, 1}) {
            step = factor * power >= wanted * (1 - 1e-9) ? factor * power : step;
        }
        List<Double> values = new ArrayList<>();
        for (double place = Math.ceil(from / step - 1e-9); place * step <= to + 1e-9 * step; place++) {
            values.add(place * step);
        }
        return new Ticks(values, step);
    }

    String label(double value) {
        return new AxisFormat(step).label(value);
    }
}
