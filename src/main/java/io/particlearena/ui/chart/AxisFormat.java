package io.particlearena.ui.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Short numbers for axes: {@code 25k}, {@code 1.2M}, {@code -0.05}, {@code 2e-4}. */
final class AxisFormat extends NumberFormat {

    private static final long serialVersionUID = 1;

    static String text(double number) {
        double size = Math.abs(number);
        if (size < 1e-12) {
            return "0";
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        String text;
        if (size >= 999_500) {
            text = trimmed(number / 1e6, 2) + "M";
        } else if (size >= 1_000) {
            text = trimmed(number / 1e3, 1) + "k";
        } else if (size >= 100) {
            text = trimmed(number, 0);
        } else if (size >= 1) {
            text = trimmed(number, 2);
        } else if (size >= 0.001) {
            text = trimmed(number, 4);
        } else {
            text = String.format(Locale.ROOT, "%.1e", number)
                    .replace(".0e", "e")
                    .replace("e-0", "e-");
        }
        return text.replace('-', '\u2212');
    }

    private static String trimmed(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        if (text.indexOf('.') < 0) {
            return text;
        }
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
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
