package io.particlearena.ui;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the window in the user's language, from {@code texts.properties} and its translations; a text that a
 * translation lacks is in English. A new language is a new file {@code texts_xx.properties} and its name in the text
 * {@code languages}, {@code options_xx.properties} for what options say, {@code metrics_xx.properties} for metrics and {@code
 * catalogue_xx.properties} for scenarios, algorithms and presets.
 */
public final class Texts {

    private static final String WINDOW = "io.particlearena.ui.texts";
    private static final String OPTIONS = "io.particlearena.ui.options";
    private static final String METRICS = "io.particlearena.ui.metrics";
    private static final String CATALOGUE = "io.particlearena.ui.catalogue";

    private static volatile ResourceBundle bundle = load(WINDOW, Locale.getDefault());
    private static volatile ResourceBundle options = load(OPTIONS, Locale.getDefault());
    private static volatile ResourceBundle metrics = load(METRICS, Locale.getDefault());
    private static volatile ResourceBundle catalogue = load(CATALOGUE, Locale.getDefault());

    private Texts() {}

    /**
     * Speaks a language from now on; texts already on the screen stay.
     *
     * @param language one of {@link #languages}, or empty for the operating system's
     */
    public static void speak(String language) {
        Locale locale = language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
        bundle = load(WINDOW, locale);
        options = load(OPTIONS, locale);
        metrics = load(METRICS, locale);
        catalogue = load(CATALOGUE, locale);
    }

    /** The names of the languages that there are texts in, as {@link Locale#toLanguageTag} gives them. */
    public static List<String> languages() {
        return List.of(of("languages").split(" "));
    }

    /** Whose numbers and dates go with the texts. */
    public static Locale locale() {
        Locale locale = bundle.getLocale();
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    /**
     * The text with this key, values put in for {@code {0}}, {@code {1}} and so on as {@link MessageFormat} does.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public static String of(String key, Object... values) {
        ResourceBundle texts = bundle;
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    /**
     * What options say in the user's language, from {@code options_xx.properties}.
     *
     * @param english what they say in their definition, which holds where there is no translation
     * @param keys the first one that there is a text for counts
     */
    public static String ofOption(String english, String... keys) {
        return first(options, english, keys);
    }

    /**
     * What is said of metrics in the user's language, from {@code metrics_xx.properties}.
     *
     * @param english what is said where there is no translation
     */
    public static String ofMetric(String english, String key) {
        return first(metrics, english, key);
    }

    /**
     * What is said of scenarios, algorithms and presets in the user's language, from {@code catalogue_xx.properties}.
     *
     * @param english what is said where there is no translation
     */
    public static String ofCatalogue(String english, String key) {
        return first(catalogue, english, key);
    }

    private static String first(ResourceBundle texts, String english, String... keys) {
        for (String key : keys) {
            if (texts.containsKey(key)) {
                return texts.getString(key);
            }
        }
        return english;
    }

    private static ResourceBundle load(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
