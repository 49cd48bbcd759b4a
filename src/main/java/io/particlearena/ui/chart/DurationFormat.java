package io.particlearena.ui.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Lengths of time in seconds as words: {@code 5 s}, {@code 2 min 30 s}, {@code 1 h 5 min}, {@code 2 d 3 h}. */
final class DurationFormat extends NumberFormat {

    private static final long serialVersionUID = 1;

    static String text(double seconds) {
        if (seconds < 0) {
            return "\u2212" + text(-seconds);
        }
        if (seconds < 60) {
            return AxisFormat.text(Math.rint(seconds * 1000) / 1000) + " s";
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return two(whole / 60, " min", whole % 60, " s");
        }
        if (whole < 86_400) {
            return two(whole / 3600, " h", whole % 3600 / 60, " min");
        }
        return two(whole / 86_400, " d", whole % 86_400 / 3600, " h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(text(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(text((double) number));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("Axis labels are never read back");
    }
}
