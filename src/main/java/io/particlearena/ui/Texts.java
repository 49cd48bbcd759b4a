package io.particlearena.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the window in the user's language, from {@code texts.properties} and its translations; a text that a
 * translation lacks is in English.
 */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "io.particlearena.ui.texts",
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Texts() {}

    /**
     * The text with this key, values put in for {@code {0}}, {@code {1}} and so on as {@link MessageFormat} does.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public static String of(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, BUNDLE.getLocale()).format(values);
    }
}
