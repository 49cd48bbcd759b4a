package io.particlearena.options;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads and checks single option values. */
final class OptionValues {

    private static final double LARGEST_EXACT_INTEGER = 1L << 53;

    /** A number with more characters is a mistake, and would take long to read. */
    private static final int MAX_NUMBER_LENGTH = 400;

    private OptionValues() {}

    static OptionDescriptor describe(RecordComponent component, Option option, String group) {
        Class<?> type = component.getType();
        List<String> choices = type.isEnum() ? OptionSchema.choices(type) : List.of(option.choices());
        boolean isInt = type == int.class;
        OptionDescriptor withoutDefault = new OptionDescriptor(
                OptionSchema.key(component.getName()),
                group,
                kind(type, !choices.isEmpty()),
                option.help(),
                option.unit(),
                isInt ? Math.max(option.min(), Integer.MIN_VALUE) : option.min(),
                isInt ? Math.min(option.max(), Integer.MAX_VALUE) : option.max(),
                choices,
                "",
                option.formerName(),
                option.live(),
                option.shapesNetworks());
        return withDefault(withoutDefault, check(withoutDefault, option.value()));
    }

    private static OptionDescriptor withDefault(OptionDescriptor option, Object value) {
        return new OptionDescriptor(
                option.key(),
                option.group(),
                option.type(),
                option.help(),
                option.unit(),
                option.min(),
                option.max(),
                option.choices(),
                value,
                option.formerName(),
                option.live(),
                option.shapesNetworks());
    }

    private static OptionType kind(Class<?> type, boolean hasChoices) {
        if (type == int.class || type == long.class) {
            return OptionType.INTEGER;
        }
        if (type == double.class) {
            return OptionType.NUMBER;
        }
        if (type == boolean.class) {
            return OptionType.BOOLEAN;
        }
        if (type == List.class) {
            return OptionType.LIST;
        }
        if (type.isEnum() || (type == String.class && hasChoices)) {
            return OptionType.CHOICE;
        }
        if (type == String.class) {
            return OptionType.TEXT;
        }
        throw new IllegalStateException("An option cannot be of type " + type);
    }

    /** The value in the option's own type: Long, Double, Boolean, String or List of String. */
    static Object check(OptionDescriptor option, Object value) {
        return switch (option.type()) {
            case INTEGER -> inRange(option, integer(option, value), value);
            case NUMBER -> inRange(option, number(option, value), value);
            case BOOLEAN -> bool(option, value);
            case CHOICE -> choice(option, value);
            case TEXT -> text(option, value);
            case LIST -> list(option, value);
        };
    }

    /** What is allowed, as the end of a sentence. */
    static String allowed(OptionDescriptor option) {
        return switch (option.type()) {
            case INTEGER -> option.min() == option.max() ? plain(option.min()) : "a whole number" + range(option);
            case NUMBER -> "a number" + range(option);
            case BOOLEAN -> "true or false";
            case CHOICE -> "one of " + String.join(", ", option.choices());
            case TEXT -> "a text";
            case LIST -> "texts with commas between them";
        };
    }

    private static Long integer(OptionDescriptor option, Object value) {
        try {
            if (value instanceof Number || value instanceof String) {
                return decimal(value).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw refuse(option, value);
        }
        throw refuse(option, value);
    }

    private static Double number(OptionDescriptor option, Object value) {
        try {
            if (value instanceof Number || value instanceof String) {
                return decimal(value).doubleValue();
            }
        } catch (NumberFormatException e) {
            throw refuse(option, value);
        }
        throw refuse(option, value);
    }

    private static BigDecimal decimal(Object value) {
        String text = value.toString().trim();
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new NumberFormatException("More than " + MAX_NUMBER_LENGTH + " characters");
        }
        return new BigDecimal(text);
    }

    private static Number inRange(OptionDescriptor option, Number value, Object written) {
        double number = value.doubleValue();
        if (!Double.isFinite(number) || number < option.min() || number > option.max()) {
            throw refuse(option, written);
        }
        return value;
    }

    private static Boolean bool(OptionDescriptor option, Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        return switch (value instanceof String text ? text.trim().toLowerCase(Locale.ROOT) : "") {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(option, value);
        };
    }

    private static String choice(OptionDescriptor option, Object value) {
        String text = text(option, value).trim().toLowerCase(Locale.ROOT);
        for (String choice : option.choices()) {
            if (choice.toLowerCase(Locale.ROOT).equals(text)
                    || choice.replace('-', '_').equals(text)) {
                return choice;
            }
        }
        throw refuse(option, value);
    }

    private static String text(OptionDescriptor option, Object value) {
        if (value instanceof QuotedText quoted) {
            return quoted.text();
        }
        if (value instanceof String text) {
            return text;
        }
        throw refuse(option, value);
    }

    private static List<String> list(OptionDescriptor option, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> text(option, element)).toList();
        }
        if (value instanceof QuotedText) {
            throw new OptionException(
                    option.key(),
                    "Option " + option.key() + " is \"" + shown(value)
                            + "\", but must be a list of texts in brackets.");
        }
        String text = text(option, value).trim();
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::trim).toList();
    }

    static Object toComponent(Class<?> type, Object value) {
        if (type == int.class) {
            return Math.toIntExact((Long) value);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (OptionSchema.choice((Enum<?>) constant).equals(value)) {
                    return constant;
                }
            }
        }
        return value;
    }

    static Object fromComponent(Object value) {
        if (value instanceof Integer integer) {
            return integer.longValue();
        }
        return value instanceof Enum<?> constant ? OptionSchema.choice(constant) : value;
    }

    private static OptionException refuse(OptionDescriptor option, Object value) {
        return new OptionException(
                option.key(),
                "Option " + option.key() + " is \"" + shown(value) + "\", but must be " + allowed(option) + ".");
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > MAX_NUMBER_LENGTH ? text.substring(0, MAX_NUMBER_LENGTH) + "..." : text;
    }

    /** The range in words after a noun; the limits of the number's own type go without saying. */
    private static String range(OptionDescriptor option) {
        boolean hasMin = option.min() != Double.NEGATIVE_INFINITY;
        boolean hasMax = option.max() != Double.POSITIVE_INFINITY;
        if (hasMin && hasMax) {
            return " from " + plain(option.min()) + " to " + plain(option.max());
        }
        if (hasMin) {
            return " of at least " + plain(option.min());
        }
        return hasMax ? " of at most " + plain(option.max()) : "";
    }

    /** A number as people write it: without an exponent, unless it is very large or very small. */
    static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT_INTEGER) {
            return Long.toString((long) number);
        }
        boolean readable = Math.abs(number) >= 1e-7 && Math.abs(number) < LARGEST_EXACT_INTEGER;
        return readable ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : Double.toString(number);
    }
}
