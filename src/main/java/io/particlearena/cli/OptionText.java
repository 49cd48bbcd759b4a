package io.particlearena.cli;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionType;
import java.util.List;
import java.util.Locale;

/** Describes options for people. */
final class OptionText {

    private OptionText() {}

    /** One or two sentences: help, what is allowed and default. */
    static String describe(OptionDescriptor option) {
        return describe(option, true);
    }

    /**
     * The same for an option that several scenarios have.
     *
     * @param sameDefault whether its default is the same in all of them
     */
    static String describe(OptionDescriptor option, boolean sameDefault) {
        StringBuilder text = new StringBuilder(option.help());
        String allowed = allowed(option);
        if (!allowed.isEmpty()) {
            text.append(' ').append(allowed).append('.');
        }
        String standard = value(option.defaultValue());
        if (!sameDefault) {
            text.append(" Default: the scenario's.");
        } else if (!standard.isEmpty()) {
            text.append(" Default: ").append(standard);
            text.append(option.unit().isEmpty() ? "." : " " + option.unit() + ".");
        }
        return text.toString();
    }

    /** What to write after the flag, for example {@code NUMBER}. */
    static String placeholder(OptionDescriptor option) {
        return switch (option.type()) {
            case INTEGER -> "N";
            case NUMBER -> "X";
            case BOOLEAN -> "true|false";
            case TEXT -> "TEXT";
            case CHOICE -> "NAME";
            case LIST -> "A,B,...";
        };
    }

    private static String allowed(OptionDescriptor option) {
        if (!option.choices().isEmpty()) {
            return "One of " + String.join(", ", option.choices());
        }
        boolean isNumber = option.type() == OptionType.INTEGER || option.type() == OptionType.NUMBER;
        boolean hasMin = option.min() != Double.NEGATIVE_INFINITY;
        boolean hasMax = option.max() != Double.POSITIVE_INFINITY;
        if (isNumber && hasMin && hasMax) {
            return "From " + number(option.min()) + " to " + number(option.max());
        }
        if (isNumber && hasMin) {
            return "At least " + number(option.min());
        }
        return isNumber && hasMax ? "At most " + number(option.max()) : "";
    }

    /** A value as it is written on the command line. */
    static String value(Object value) {
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(OptionText::value).toList());
        }
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    private static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return Double.toString(number);
    }
}
