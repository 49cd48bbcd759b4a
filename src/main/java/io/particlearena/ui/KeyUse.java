package io.particlearena.ui;

/**
 * What a key does on a page.
 *
 * @param keys as people read them
 * @param text what they do
 */
public record KeyUse(String keys, String text) {

    /** The use with this name: its text is {@code keys.NAME}, the keys and what they do with a bar between. */
    public static KeyUse of(String name) {
        String text = Texts.of("keys." + name);
        int bar = text.indexOf('|');
        return new KeyUse(text.substring(0, bar).trim(), text.substring(bar + 1).trim());
    }
}
