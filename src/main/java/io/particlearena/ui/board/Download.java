package io.particlearena.ui.board;

import java.util.Locale;

/** In which form a card's content can be written to a file. */
enum Download {
    CSV,
    JSON,
    SVG,
    PNG;

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
