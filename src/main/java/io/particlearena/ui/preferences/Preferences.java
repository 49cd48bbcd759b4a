package io.particlearena.ui.preferences;

import io.particlearena.ui.Palette;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user likes, and how the window was left.
 *
 * @param theme light or dark
 * @param palette where the colours of agents come from
 * @param textSize in logical pixels, within {@link #SMALLEST_TEXT} and {@link #LARGEST_TEXT}
 * @param language as in {@link Texts#languages}, or empty for the operating system's
 * @param page the page that was open, by its {@link io.particlearena.ui.Page#id}; empty for the first
 * @param place where the window was; null before it was first closed
 */
public record Preferences(
        Theme theme,
        Palette palette,
        double textSize,
        String language,
        String page,
        @Nullable WindowPlace place) {

    /** The usual size of texts. */
    public static final double NORMAL_TEXT = 13;

    public static final double SMALLEST_TEXT = 9;
    public static final double LARGEST_TEXT = 28;

    /** What holds until something else is chosen. */
    public static final Preferences DEFAULTS =
            new Preferences(Theme.LIGHT, Palette.PUBLISHED, NORMAL_TEXT, "", "", null);

    private static final double LARGEST_PLACE = 1e5;
    private static final Set<String> KEYS = Set.of(
            "theme",
            "palette",
            "text_size",
            "language",
            "page",
            "window_x",
            "window_y",
            "window_width",
            "window_height",
            "window_maximised");

    /** Preferences from settings, and the keys of those that were not understood. */
    record Understood(Preferences preferences, List<String> strange) {}

    Preferences withTheme(Theme next) {
        return new Preferences(next, palette, textSize, language, page, place);
    }

    Preferences withPalette(Palette next) {
        return new Preferences(theme, next, textSize, language, page, place);
    }

    Preferences withTextSize(double next) {
        return new Preferences(theme, palette, limited(next), language, page, place);
    }

    Preferences withLanguage(String next) {
        return new Preferences(theme, palette, textSize, next, page, place);
    }

    Preferences left(String openPage, WindowPlace lastPlace) {
        return new Preferences(theme, palette, textSize, language, openPage, lastPlace);
    }

    /** A size of texts within what can be read and still fits. */
    public static double limited(double size) {
        return Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, size));
    }

    /** Understands settings as {@link #settings} gives them; what is missing or strange is at its default. */
    static Understood of(Map<String, Object> settings) {
        List<String> strange = new ArrayList<>();
        settings.keySet().stream().filter(key -> !KEYS.contains(key)).sorted().forEach(strange::add);
        Theme theme = choice(settings, "theme", DEFAULTS.theme, Theme.values(), strange);
        Palette palette = choice(settings, "palette", DEFAULTS.palette, Palette.values(), strange);
        double size = number(settings, "text_size", SMALLEST_TEXT, LARGEST_TEXT, strange)
                .orElse(NORMAL_TEXT);
        String language = text(settings, "language", strange);
        if (!language.isEmpty() && !Texts.languages().contains(language)) {
            strange.add("language");
            language = "";
        }
        String page = text(settings, "page", strange);
        return new Understood(new Preferences(theme, palette, size, language, page, place(settings, strange)), strange);
    }

    /** These preferences as settings. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("theme", name(theme));
        settings.put("palette", name(palette));
        settings.put("text_size", textSize);
        settings.put("language", language);
        settings.put("page", page);
        if (place != null) {
            settings.put("window_x", place.x());
            settings.put("window_y", place.y());
            settings.put("window_width", place.width());
            settings.put("window_height", place.height());
            settings.put("window_maximised", place.maximised());
        }
        return settings;
    }

    private static @Nullable WindowPlace place(Map<String, Object> settings, List<String> strange) {
        Optional<Double> x = number(settings, "window_x", -LARGEST_PLACE, LARGEST_PLACE, strange);
        Optional<Double> y = number(settings, "window_y", -LARGEST_PLACE, LARGEST_PLACE, strange);
        Optional<Double> width = number(settings, "window_width", 1, LARGEST_PLACE, strange);
        Optional<Double> height = number(settings, "window_height", 1, LARGEST_PLACE, strange);
        Object maximised = settings.getOrDefault("window_maximised", false);
        if (!(maximised instanceof Boolean)) {
            strange.add("window_maximised");
        }
        if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return null;
        }
        return new WindowPlace(x.get(), y.get(), width.get(), height.get(), Boolean.TRUE.equals(maximised));
    }

    private static Optional<Double> number(
            Map<String, Object> settings, String key, double least, double most, List<String> strange) {
        Object value = settings.get(key);
        if (value instanceof Double number && number >= least && number <= most) {
            return Optional.of(number);
        }
        if (value != null) {
            strange.add(key);
        }
        return Optional.empty();
    }

    private static String text(Map<String, Object> settings, String key, List<String> strange) {
        Object value = settings.getOrDefault(key, "");
        if (value instanceof String text) {
            return text;
        }
        strange.add(key);
        return "";
    }

    /** One of several choices by its name in small letters. */
    private static <T extends Enum<T>> T choice(
            Map<String, Object> settings, String key, T usual, T[] choices, List<String> strange) {
        Object chosen = settings.getOrDefault(key, name(usual));
        for (T each : choices) {
            if (name(each).equals(chosen)) {
                return each;
            }
        }
        strange.add(key);
        return usual;
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
