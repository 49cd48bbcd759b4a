package io.particlearena.ui.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Numbers as people write them. */
public final class NumberText {

    private static final double LARGEST_PLAIN = 1e7;
    private static final double SMALLEST_PLAIN = 1e-3;

    private NumberText() {}

    /** An option's value as it stands in its field; reading it back gives the same value. */
    public static String of(Object value) {
        if (value instanceof Double number) {
            return of(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(Object::toString).toList());
        }
        return value.toString();
    }

    /** The shortest text that reads back as the same number: {@code 0.95}, {@code 1e-4}, {@code 25000}. */
    public static String of(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : Double.toString(number);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        double size = Math.abs(number);
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return decimal.toPlainString();
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        String mantissa = decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + exponent;
    }

    /** What a number may be: {@code 0 … 1}, {@code ≥ 1}, {@code ≤ 5}, or an empty text. */
    public static String range(double min, double max) {
        boolean hasMin = min != Double.NEGATIVE_INFINITY;
        boolean hasMax = max != Double.POSITIVE_INFINITY;
        if (hasMin && hasMax) {
            return of(min) + " … " + of(max);
        }
        if (hasMin) {
            return "≥ " + of(min);
        }
        return hasMax ? "≤ " + of(max) : "";
    }

    /** A count with its thousands set apart, by a narrow space where lines do not break: {@code 25 000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }
}
