package io.particlearena.ui.preferences;

import io.particlearena.store.SettingsReader;
import io.particlearena.ui.Palette;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user likes, and how the window was left.
 *
 * @param theme light or dark
 * @param palette where the colours of agents come from
 * @param textSize in logical pixels, within {@link #SMALLEST_TEXT} and {@link #LARGEST_TEXT}
 * @param language as in {@link Texts#languages}, or empty for the operating system's
 * @param device what is computed on from the next start on, or empty for the program's choice
 * @param page the page that was open, by its {@link io.particlearena.ui.Page#id}; empty for the first
 * @param place where the window was; null before it was first closed
 */
public record Preferences(
        Theme theme,
        Palette palette,
        double textSize,
        String language,
        String device,
        String page,
        @Nullable WindowPlace place) {

    /** The usual size of texts. */
    public static final double NORMAL_TEXT = 13;

    public static final double SMALLEST_TEXT = 9;
    public static final double LARGEST_TEXT = 28;

    /** What holds until something else is chosen. */
    public static final Preferences DEFAULTS =
            new Preferences(Theme.LIGHT, Palette.PUBLISHED, NORMAL_TEXT, "", "", "", null);

    private static final double LARGEST_PLACE = 1e5;
    private static final Pattern DEVICE = Pattern.compile("|cpu|cuda:[0-9]{1,3}");

    /** Preferences from settings, and the keys of those that were not understood. */
    record Understood(Preferences preferences, List<String> strange) {}

    Preferences withTheme(Theme next) {
        return new Preferences(next, palette, textSize, language, device, page, place);
    }

    Preferences withPalette(Palette next) {
        return new Preferences(theme, next, textSize, language, device, page, place);
    }

    Preferences withTextSize(double next) {
        return new Preferences(theme, palette, limited(next), language, device, page, place);
    }

    Preferences withLanguage(String next) {
        return new Preferences(theme, palette, textSize, next, device, page, place);
    }

    Preferences withDevice(String next) {
        return new Preferences(theme, palette, textSize, language, next, page, place);
    }

    Preferences left(String openPage, WindowPlace lastPlace) {
        return new Preferences(theme, palette, textSize, language, device, openPage, lastPlace);
    }

    /** A size of texts within what can be read and still fits. */
    public static double limited(double size) {
        return Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, size));
    }

    /** Understands settings as {@link #settings} gives them; what is missing or strange is at its default. */
    static Understood of(Map<String, Object> values) {
        SettingsReader settings = new SettingsReader(values);
        Theme theme = settings.choice("theme", DEFAULTS.theme, Theme.values());
        Palette palette = settings.choice("palette", DEFAULTS.palette, Palette.values());
        double size = settings.number("text_size", SMALLEST_TEXT, LARGEST_TEXT).orElse(NORMAL_TEXT);
        String language = settings.text("language");
        if (!language.isEmpty() && !Texts.languages().contains(language)) {
            settings.refuse("language");
            language = "";
        }
        String device = settings.text("device");
        if (!DEVICE.matcher(device).matches()) {
            settings.refuse("device");
            device = "";
        }
        Preferences preferences =
                new Preferences(theme, palette, size, language, device, settings.text("page"), place(settings));
        return new Understood(preferences, settings.strange());
    }

    /** These preferences as settings. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("theme", SettingsReader.name(theme));
        settings.put("palette", SettingsReader.name(palette));
        settings.put("text_size", textSize);
        settings.put("language", language);
        settings.put("device", device);
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

    private static @Nullable WindowPlace place(SettingsReader settings) {
        Optional<Double> x = settings.number("window_x", -LARGEST_PLACE, LARGEST_PLACE);
        Optional<Double> y = settings.number("window_y", -LARGEST_PLACE, LARGEST_PLACE);
        Optional<Double> width = settings.number("window_width", 1, LARGEST_PLACE);
        Optional<Double> height = settings.number("window_height", 1, LARGEST_PLACE);
        boolean maximised = settings.flag("window_maximised", false);
        if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return null;
        }
        return new WindowPlace(x.get(), y.get(), width.get(), height.get(), maximised);
    }
}
