package io.particlearena.ui.episodes;

import io.particlearena.ui.Texts;
import java.util.Locale;

/** How many arenas are shown, and of what. */
enum Arrangement {
    ONE(1),
    /** Two, each with a run and a moment of its own. */
    TWO(2),
    /** Nine moments of a run, spread over its training. */
    TRAINING(3),
    /** Nine episodes that the policies of one checkpoint play. */
    CHECKPOINT(3);

    private final int columns;

    Arrangement(int columns) {
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return this == TWO ? 1 : columns;
    }

    int arenas() {
        return columns * rows();
    }

    @Override
    public String toString() {
        return Texts.of("episodes.arenas." + name().toLowerCase(Locale.ROOT));
    }
}
