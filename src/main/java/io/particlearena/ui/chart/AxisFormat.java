package io.particlearena.ui.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Short numbers: {@code 25k}, {@code 1.2M}, {@code -0.05}, {@code 2e-4}. */
final class AxisFormat extends NumberFormat {

    private static final long serialVersionUID = 1;
    private static final int MOST_DIGITS = 9;

    private final double step;

    /**
     * @param step numbers that differ by so much must not look the same
     */
    AxisFormat(double step) {
        this.step = step;
    }

    /** A number by itself, to three or four digits. */
    static String text(double number) {
        double size = Math.abs(number);
        if (size >= 999_500) {
            return new AxisFormat(1e4).label(number);
        }
        if (size >= 1_000) {
            return new AxisFormat(100).label(number);
        }
        return new AxisFormat(size >= 100 ? 1 : size >= 1 ? 0.01 : size >= 0.001 ? 1e-4 : size / 10).label(number);
    }

    String label(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        double size = Math.abs(number);
        if (size < step / 2 || size < 1e-300) {
            return "0";
        }
        if (size >= 1e10 || size < 0.001) {
            int digits = digits(step / Math.pow(10, Math.floor(Math.log10(size))));
            String[] parts =
                    String.format(Locale.ROOT, "%." + digits + "e", number).split("e", -1);
            return (trimmed(parts[0]) + "e" + Integer.parseInt(parts[1])).replace('-', '\u2212');
        }
        double unit = size >= 999_500 ? 1e6 : size >= 1_000 ? 1e3 : 1;
        String text = String.format(Locale.ROOT, "%." + digits(step / unit) + "f", number / unit);
        return trimmed(text).replace('-', '\u2212') + (unit == 1e6 ? "M" : unit == 1e3 ? "k" : "");
    }

    private static int digits(double smallest) {
        return (int) Math.max(0, Math.min(MOST_DIGITS, Math.ceil(-Math.log10(smallest) - 1e-9)));
    }

    private static String trimmed(String text) {
        return text.indexOf('.') < 0 ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(label(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(label((double) number));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("Axis labels are never read back");
    }
}
