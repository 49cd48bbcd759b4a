package io.particlearena.ui.command;

import io.particlearena.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the palette.
 *
 * @param text what the user looks for
 * @param kind what it is, or its keys, at the end of the line
 * @param icon before the text
 * @param action done when it is chosen
 */
public record PaletteEntry(String text, String kind, Icon icon, Runnable action) {

    /** The line of a command. */
    public static PaletteEntry of(Command command) {
        return new PaletteEntry(command.text(), command.keysText(), command.icon(), command::run);
    }

    /**
     * The entries in which every word of a search occurs, in text or kind: those whose text begins with the search first,
     * then those in which a word begins with it, otherwise in their order.
     */
    static List<PaletteEntry> find(List<PaletteEntry> entries, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Map<Integer, List<PaletteEntry>> ranked = new TreeMap<>();
        for (PaletteEntry entry : entries) {
            if (entry.has(wanted.split("\\s+"))) {
                ranked.computeIfAbsent(entry.rank(wanted), rank -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<PaletteEntry> found = new ArrayList<>();
        ranked.values().forEach(found::addAll);
        return found;
    }

    private boolean has(String[] words) {
        String all = (text + " " + kind).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private int rank(String wanted) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(wanted)) {
            return 0;
        }
        return lower.contains(" " + wanted) ? 1 : 2;
    }
}
