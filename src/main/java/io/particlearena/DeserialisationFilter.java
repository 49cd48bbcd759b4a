package io.particlearena;

import java.io.ObjectInputFilter;

/**
 * Refuses every object that any library would read from Java's own serialised form. The program needs none: its files are
 * JSON, event files and {@code store.StateFile}s, and what lies on a clipboard is taken as text, picture or files.
 */
final class DeserialisationFilter {

    private DeserialisationFilter() {}

    /** Sets the filter of this process for good, unless whoever started it has set another one. */
    static void install() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(object -> ObjectInputFilter.Status.REJECTED);
        }
    }
}
