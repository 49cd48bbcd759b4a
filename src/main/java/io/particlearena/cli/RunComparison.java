package io.particlearena.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.particlearena.math.Aggregate;
import io.particlearena.math.BootstrapBand;
import io.particlearena.math.GroupComparison;
import io.particlearena.options.OptionException;
import io.particlearena.results.GroupValues;
import io.particlearena.results.MetricSeries;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunGroups;
import io.particlearena.results.RunListing;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesLoader;
import io.particlearena.store.IoReason;
import io.particlearena.store.JsonLimits;
import io.particlearena.store.OneLine;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What groups of runs have come to under a metric, set against each other with the numbers of the window's comparison.
 *
 * @param tag the metric
 * @param values by group
 */
record RunComparison(String tag, GroupValues values) {

    private static final String POLICIES = "policies.";

    /** The name of a group of runs that differ in many options fills several lines. */
    private static final int LONGEST_NAME = 60;

    /** Two groups of at least two runs each. */
    private record Pair(String first, String second, GroupComparison result) {}

    /**
     * Groups the runs.
     *
     * @param by an option's place; empty for runs that differ in their seed only
     * @param onProblem told in one sentence which runs are left out
     * @throws OptionException if no run has that metric or that option
     */
    static RunComparison of(List<Path> runs, String tag, String by, Consumer<String> onProblem) {
        List<Map<String, String>> options = new ArrayList<>();
        List<MetricSeries> series = new ArrayList<>();
        for (Path run : runs) {
            Optional<MetricSeries> found = series(run, tag);
            if (found.isPresent()) {
                series.add(found.get());
                options.add(RunListing.of(new RunFolder(run)).options());
            } else {
                onProblem.accept("The run " + run.getFileName() + " has no metric \"" + tag + "\", so it is left out.");
            }
        }
        if (series.isEmpty()) {
            throw new OptionException("tag", "None of the runs has a metric \"" + tag + "\".");
        }
        List<String> groups = by.isEmpty() ? RunGroups.butSeed(options) : RunGroups.by(place(by, options), options);
        List<GroupValues.Member> members = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            String group = groups.get(i).isEmpty() ? "all runs" : groups.get(i);
            members.add(new GroupValues.Member(group, series.get(i).view()));
        }
        GroupValues values = GroupValues.of(members, SeriesAxis.STEP);
        int present = values.values().values().stream()
                .mapToInt(group -> group.length)
                .sum();
        if (present < members.size()) {
            onProblem.accept(String.format(
                    Locale.ROOT,
                    "Left out for want of a value from step %3$,.0f on: %2$d of %1$d runs.",
                    members.size(),
                    members.size() - present,
                    values.from()));
        }
        return new RunComparison(tag, values);
    }

    private static Optional<MetricSeries> series(Path run, String tag) {
        try {
            return SeriesLoader.load(run).find(tag);
        } catch (IOException e) {
            throw new StoreException("The run " + run.getFileName() + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    /** The option as specifications have it, also where it was written as the window's charts do. */
    private static String place(String by, List<Map<String, String>> options) {
        for (String place : List.of(by, POLICIES + by)) {
            if (options.stream().anyMatch(run -> run.containsKey(place))) {
                return place;
            }
        }
        List<String> differing = RunGroups.differing(options);
        throw new OptionException(
                "by",
                "No run has an option \"" + by + "\"; "
                        + (differing.isEmpty()
                                ? "the runs differ in none."
                                : "the runs differ in " + String.join(", ", differing) + "."));
    }

    private List<Pair> pairs() {
        List<Map.Entry<String, double[]>> groups = values.values().entrySet().stream()
                .filter(group -> group.getValue().length > 1)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                GroupComparison result = GroupComparison.of(
                        groups.get(i).getValue(), groups.get(j).getValue());
                pairs.add(new Pair(groups.get(i).getKey(), groups.get(j).getKey(), result));
            }
        }
        return pairs;
    }

    private static BootstrapBand band(double[] values, Aggregate aggregate) {
        return BootstrapBand.of(values, aggregate, BootstrapBand.Samples.ofRuns(values.length));
    }

    /** Two tables: the groups, and each two of them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, steps %,.0f to %,.0f:", tag, values.from(), values.to()));
        Table groups = new Table("GROUP", "RUNS", "MEAN", "95 % INTERVAL", "INTERQUARTILE MEAN", "95 % INTERVAL");
        values.values().forEach((name, group) -> {
            BootstrapBand mean = band(group, Aggregate.MEAN);
            BootstrapBand middle = band(group, Aggregate.INTERQUARTILE_MEAN);
            groups.row(
                    OneLine.of(name, LONGEST_NAME),
                    Integer.toString(group.length),
                    number(mean.centre()),
                    interval(mean),
                    number(middle.centre()),
                    interval(middle));
        });
        lines.addAll(groups.lines());
        lines.add("");
        List<Pair> pairs = pairs();
        if (pairs.isEmpty()) {
            lines.add("A test needs two groups of at least two runs each.");
            return lines;
        }
        Table tests = new Table("FIRST", "SECOND", "DIFFERENCE", "P (WELCH)", "HEDGES' G", "FIRST IS LARGER");
        for (Pair pair : pairs) {
            GroupComparison result = pair.result();
            tests.row(
                    OneLine.of(pair.first(), LONGEST_NAME),
                    OneLine.of(pair.second(), LONGEST_NAME),
                    number(result.difference()),
                    result.probability() < 0.0001
                            ? "< 0.0001"
                            : String.format(Locale.ROOT, "%.4f", result.probability()),
                    number(result.effectSize()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * result.improvement()));
        }
        lines.addAll(tests.lines());
        return lines;
    }

    /** The same with all digits, and the value of each run. */
    String json() {
        List<Map<String, Object>> groups = new ArrayList<>();
        values.values().forEach((name, group) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("group", name);
            fields.put("values", group);
            fields.put("mean", band(group, Aggregate.MEAN));
            fields.put("interquartileMean", band(group, Aggregate.INTERQUARTILE_MEAN));
            groups.add(fields);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tag", tag);
        all.put("fromStep", values.from());
        all.put("toStep", values.to());
        all.put("groups", groups);
        all.put("comparisons", pairs());
        try {
            return JsonLimits.mapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can always be written as JSON", e);
        }
    }

    private static String interval(BootstrapBand band) {
        return Double.isNaN(band.low()) ? "\u2013" : number(band.low()) + " to " + number(band.high());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.4g", value);
    }
}
