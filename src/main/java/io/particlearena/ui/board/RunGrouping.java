package io.particlearena.ui.board;

import io.particlearena.ui.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * By which option runs are grouped.
 *
 * @param option the option's place; empty to group none, {@code *} to group runs that differ in their seed only
 */
record RunGrouping(String option) {

    /** Every run by itself. */
    static final RunGrouping NONE = new RunGrouping("");

    /** Runs with the same options but for the seed. */
    static final RunGrouping BUT_SEED = new RunGrouping("*");

    private static final String SEED = "seed";

    /**
     * The options in which the runs differ: first those that all runs have, such as their algorithms, then those of some only,
     * each sorted.
     */
    static List<String> differing(List<BoardRun> runs) {
        Map<String, String> first = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Set<String> differing = new TreeSet<>();
        for (BoardRun run : runs) {
            run.options().forEach((option, value) -> {
                String before = first.putIfAbsent(option, value);
                if (before != null && !before.equals(value)) {
                    differing.add(option);
                }
                counts.merge(option, 1, Integer::sum);
            });
        }
        Set<String> ofSome = new TreeSet<>();
        counts.forEach((option, count) -> {
            if (count < runs.size()) {
                ofSome.add(option);
            }
        });
        differing.removeAll(ofSome);
        List<String> options = new ArrayList<>(differing);
        options.addAll(ofSome);
        return List.copyOf(options);
    }

    /** The name of each run's group, in the order of the runs. */
    List<String> groups(List<BoardRun> runs) {
        if (equals(NONE)) {
            return runs.stream().map(BoardRun::name).toList();
        }
        if (!equals(BUT_SEED)) {
            return runs.stream()
                    .map(run -> option + " " + run.options().getOrDefault(option, "\u2013"))
                    .toList();
        }
        List<String> differing = new ArrayList<>(differing(runs));
        differing.remove(SEED);
        return runs.stream()
                .map(run -> differing.isEmpty() ? Texts.of("board.group.all") : name(run, differing))
                .toList();
    }

    /** The option's place as users see it where there is little room. */
    String shortOption() {
        return shortened(option);
    }

    private static String shortened(String option) {
        return option.replaceFirst("^policies\\.", "");
    }

    /** The values in which a run differs from others. */
    private static String name(BoardRun run, List<String> differing) {
        return differing.stream()
                .map(option -> shortened(option) + " " + run.options().getOrDefault(option, "\u2013"))
                .collect(Collectors.joining(", "));
    }
}
