package io.particlearena.experiment;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
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

    /**
     * The entry of this name.
     *
     * @param kind what the entries are, for the error: "scenario" or "algorithm"
     * @throws OptionException if there is none
     */
    public static CatalogueEntry find(List<CatalogueEntry> entries, String name, String kind) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new OptionException(kind, "There is no " + kind + " \"" + name + "\"."));
    }
}
