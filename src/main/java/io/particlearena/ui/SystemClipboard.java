package io.particlearena.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The operating system's clipboard. Used on the JavaFX thread. */
public final class SystemClipboard {

    private SystemClipboard() {}

    /** Puts a text there, in place of what was there. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
