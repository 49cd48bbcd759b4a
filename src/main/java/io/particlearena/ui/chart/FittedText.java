package io.particlearena.ui.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * Texts in as much room as there is; what is left out is an ellipsis.
 *
 * @param font of the texts
 */
record FittedText(Font font) {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "…";

    double width(String text) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** The text, or as much of its beginning as fits, at least a letter. */
    String beginning(String text, double room) {
        if (text.length() <= 1 || width(text) <= room) {
            return text;
        }
        int kept = text.length() - 1;
        while (kept > 1 && width(text.substring(0, kept) + ELLIPSIS) > room) {
            kept--;
        }
        return text.substring(0, kept) + ELLIPSIS;
    }

    /** The text without as much of its middle as must go, at least its last letter: names of runs begin alike. */
    String ends(String text, double room) {
        if (text.length() <= 1 || width(text) <= room) {
            return text;
        }
        int kept = text.length() - 1;
        while (kept > 1 && width(ends(text, kept)) > room) {
            kept--;
        }
        return ends(text, kept);
    }

    private static String ends(String text, int kept) {
        return text.substring(0, kept / 2) + ELLIPSIS + text.substring(text.length() - (kept + 1) / 2);
    }
}
