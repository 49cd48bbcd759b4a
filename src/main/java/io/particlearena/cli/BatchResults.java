package io.particlearena.cli;

import io.particlearena.experiment.Interval;
import io.particlearena.experiment.RunState;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of several runs: the final returns of each, their mean with its interval, and the digests. */
final class BatchResults {

    private final String heading;
    private final Map<BatchMember, RunSummary> summaries = new LinkedHashMap<>();
    private final boolean alike;

    /**
     * Reads the summaries of runs that are over.
     *
     * @param heading of the column with the labels of the runs
     */
    BatchResults(String heading, List<BatchMember> members) {
        this.heading = heading;
        for (BatchMember member : members) {
            summaries.put(member, summary(member.folder()));
        }
        // A mean over different tasks would mean nothing.
        alike = members.stream()
                        .map(member -> member.spec().withSeed(0))
                        .distinct()
                        .count()
                == 1;
    }

    private static RunSummary summary(@Nullable Path folder) {
        RunSummary none = new RunSummary("", 0, 0, 0, 0, Map.of(), Map.of(), "", "", "");
        try {
            return folder == null || !Files.exists(new RunFolder(folder).summary())
                    ? none
                    : RunSummary.read(new RunFolder(folder).summary());
        } catch (StoreException e) {
            // What could not be written was told when it happened.
            return none;
        }
    }

    void print(PrintWriter out) {
        returns().print(out);
        out.println();
        Table sums = new Table(heading, "METRICS SHA-256", "WEIGHTS SHA-256");
        finished()
                .forEach((member, summary) ->
                        sums.row(member.label(), summary.metricsSha256(), summary.weightsSha256()));
        if (!finished().isEmpty()) {
            sums.print(out);
            out.println();
        }
    }

    private Map<BatchMember, RunSummary> finished() {
        Map<BatchMember, RunSummary> finished = new LinkedHashMap<>(summaries);
        finished.keySet().removeIf(member -> !member.isIn(RunState.FINISHED));
        return finished;
    }

    private Table returns() {
        List<String> agents = summaries.values().stream()
                .flatMap(summary -> summary.finalReturns().keySet().stream())
                .distinct()
                .toList();
        List<String> headings = new ArrayList<>(List.of(heading, "STATE", "EPISODES"));
        agents.forEach(agent -> headings.add(agent.toUpperCase(Locale.ROOT)));
        Table table = new Table(headings.toArray(String[]::new));
        summaries.forEach((member, summary) -> {
            String episodes = summary.state().isEmpty() ? "" : Long.toString(summary.episodes());
            List<String> cells = new ArrayList<>(List.of(member.label(), member.state(), episodes));
            agents.forEach(agent -> cells.add(number(summary.finalReturns().getOrDefault(agent, Double.NaN))));
            table.row(cells.toArray(String[]::new));
        });
        if (alike && finished().size() > 1) {
            statistic(table, "mean", agents, interval -> number(interval.mean()));
            statistic(table, "95 %", agents, interval -> "± " + number(interval.high() - interval.mean()));
        }
        return table;
    }

    /** A row over the finished runs. */
    private void statistic(Table table, String name, List<String> agents, Function<Interval, String> text) {
        List<String> cells = new ArrayList<>(List.of(name, "", ""));
        for (String agent : agents) {
            double[] values = finished().values().stream()
                    .mapToDouble(summary -> summary.finalReturns().getOrDefault(agent, Double.NaN))
                    .toArray();
            cells.add(text.apply(Interval.of(values)));
        }
        table.row(cells.toArray(String[]::new));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
