package io.particlearena.ui.board;

import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.Curve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which cards the board has, and which curves each of them. Belongs to the JavaFX thread. */
final class BoardModel {

    private List<BoardRun> runs = List.of();
    private final Map<String, List<Curve>> curves = new HashMap<>();
    private Map<String, List<BoardRun>> runsByTag = Map.of();

    /** Cards that belong together. */
    record Group(String name, List<String> tags) {
        Group {
            tags = List.copyOf(tags);
        }
    }

    void show(List<BoardRun> next) {
        runs = List.copyOf(next);
        refresh();
    }

    /** Looks for tags that have appeared since; says whether there are any. */
    boolean refresh() {
        Map<String, List<BoardRun>> found = new TreeMap<>();
        for (BoardRun run : runs) {
            run.store()
                    .tags()
                    .forEach(tag ->
                            found.computeIfAbsent(tag, key -> new ArrayList<>()).add(run));
        }
        if (found.equals(runsByTag)) {
            return false;
        }
        runsByTag = found;
        curves.clear();
        return true;
    }

    /** Colours have changed. */
    void recolour() {
        curves.clear();
    }

    /** The tags that pass, by what stands before their first slash; those without one come first. */
    List<Group> groups(Predicate<String> filter) {
        Map<String, List<String>> tags = new TreeMap<>();
        for (String tag : runsByTag.keySet()) {
            if (filter.test(tag)) {
                tags.computeIfAbsent(prefix(tag), key -> new ArrayList<>()).add(tag);
            }
        }
        return tags.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String prefix(String tag) {
        return tag.substring(0, Math.max(0, tag.indexOf('/')));
    }

    /** The curves of a tag, the same list until something changes. */
    List<Curve> curves(String tag, Theme theme) {
        return curves.computeIfAbsent(
                tag,
                key -> runsByTag.getOrDefault(key, List.of()).stream()
                        .flatMap(run -> run.store().find(key).stream()
                                .map(series -> new Curve(run.name(), series, run.colour(theme))))
                        .toList());
    }
}
