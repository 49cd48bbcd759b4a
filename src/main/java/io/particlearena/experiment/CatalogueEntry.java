package io.particlearena.experiment;

import io.particlearena.options.OptionDescriptor;
import java.util.List;

/**
 * A scenario or an algorithm, as forms and lists show it.
 *
 * @param name the name by which specifications call it
 * @param title a title for people
 * @param description one or two sentences for people
 * @param options what can be set
 */
public record CatalogueEntry(String name, String title, String description, List<OptionDescriptor> options) {
    public CatalogueEntry {
        options = List.copyOf(options);
    }
}
