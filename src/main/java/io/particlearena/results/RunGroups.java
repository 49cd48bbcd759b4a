package io.particlearena.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which runs belong together, by their options' values as {@link RunListing#options} has them. */
public final class RunGroups {

    private static final String SEED = "seed";
    private static final String NO_VALUE = "\u2013";

    private RunGroups() {}

    /**
     * The options in which runs differ: first those that all runs have, such as their algorithms, then those of some only, each
     * sorted.
     *
     * @param runs the options of each run
     */
    public static List<String> differing(List<Map<String, String>> runs) {
        Map<String, String> first = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Set<String> differing = new TreeSet<>();
        for (Map<String, String> run : runs) {
            run.forEach((option, value) -> {
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

    /** The name of each run's group, in the order of the runs: the option with the run's value. */
    public static List<String> by(String option, List<Map<String, String>> runs) {
        return runs.stream()
                .map(run -> option + " " + run.getOrDefault(option, NO_VALUE))
                .toList();
    }

    /** The run's value in the name that {@link #by} gives its group. */
    public static String value(String option, String group) {
        return group.startsWith(option + " ") ? group.substring(option.length() + 1) : group;
    }

    /**
     * The name of each run's group, in the order of the runs, where runs that differ in their seed only belong together: the
     * values in which the group differs from others; empty where all runs are one group.
     */
    public static List<String> butSeed(List<Map<String, String>> runs) {
        List<String> differing = new ArrayList<>(differing(runs));
        differing.remove(SEED);
        return runs.stream()
                .map(run -> differing.stream()
                        .map(option -> shortened(option) + " " + run.getOrDefault(option, NO_VALUE))
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    /** The values in the name that {@link #butSeed} gives a group, without their options where there are several. */
    public static String values(String group) {
        String[] parts = group.split(", (?=[\\w.]+ )", -1);
        return parts.length == 1
                ? group
                : Arrays.stream(parts)
                        .map(part -> part.substring(part.indexOf(' ') + 1))
                        .collect(Collectors.joining(", "));
    }

    /** An option's place as users see it where there is little room. */
    public static String shortened(String option) {
        return option.replaceFirst("^policies\\.", "");
    }
}
