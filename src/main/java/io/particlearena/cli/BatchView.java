package io.particlearena.cli;

import io.particlearena.experiment.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows the progress of several runs: a table that stays in its place on a terminal; elsewhere a line at the beginning and
 * the end of each run, and one on all of them every minute. Called by the threads of all runs.
 */
final class BatchView {

    /** More runs than these are not all lines of the table, which would not fit on the screen. */
    private static final int MOST_LINES = 20;

    private static final long NANOS_BETWEEN_LINES = 60_000_000_000L;
    private static final long NANOS_BETWEEN_TABLES = 250_000_000L;
    private static final String UP = "\u001b[%dA";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private final Console console;
    private final String heading;
    private final List<BatchMember> members;
    private int drawn;
    private long last = System.nanoTime();

    /**
     * @param heading of the column with the labels of the runs
     * @param members all runs, which may come later than the view
     */
    BatchView(Console console, String heading, List<BatchMember> members) {
        this.console = console;
        this.heading = heading;
        this.members = Collections.unmodifiableList(members);
    }

    /** A run has begun. */
    synchronized void began(BatchMember member) {
        if (!console.terminal()) {
            print(name(member) + ": training " + member.spec().scenario() + " in " + member.folder());
        }
    }

    /** One of the runs has come further. */
    synchronized void moved() {
        long now = System.nanoTime();
        if (now - last < (console.terminal() ? NANOS_BETWEEN_TABLES : NANOS_BETWEEN_LINES)) {
            return;
        }
        last = now;
        if (console.terminal()) {
            draw();
        } else {
            print(summary()
                    + members.stream()
                            .filter(BatchMember::isGoing)
                            .map(member -> "; " + name(member).toLowerCase(Locale.ROOT) + " " + episodes(member)
                                    + left(member, ", ", " left"))
                            .collect(Collectors.joining()));
        }
    }

    /** A run is over. */
    synchronized void ended(BatchMember member) {
        if (console.terminal()) {
            draw();
        } else {
            print(name(member) + ": " + member.state() + ", " + episodes(member));
        }
    }

    /** Something about one run that the user should know. */
    synchronized void say(BatchMember member, String sentence) {
        erase();
        console.err().println(name(member) + ": " + sentence);
        console.err().flush();
    }

    /** Takes the table away, for what is said in the end. */
    synchronized void erase() {
        if (drawn > 0) {
            console.out().print(UP.formatted(drawn) + REST_OF_SCREEN);
            console.out().flush();
            drawn = 0;
        }
    }

    private void print(String line) {
        console.out().println(line);
        console.out().flush();
    }

    private void draw() {
        List<String> lines = new ArrayList<>(table().lines());
        lines.add(summary());
        StringBuilder text = new StringBuilder(drawn > 0 ? UP.formatted(drawn) : "");
        lines.forEach(line -> text.append(line).append(REST_OF_LINE).append(System.lineSeparator()));
        console.out().print(text.append(REST_OF_SCREEN));
        console.out().flush();
        drawn = lines.size();
    }

    private Table table() {
        List<String> sides = members.stream()
                .flatMap(member -> member.sideReturns().keySet().stream())
                .distinct()
                .toList();
        List<String> headings = new ArrayList<>(List.of(heading, "STATE", "EPISODE"));
        sides.forEach(side -> headings.add(side.toUpperCase(Locale.ROOT) + " RETURN"));
        headings.addAll(List.of("STEPS/S", "LEFT"));
        Table table = new Table(headings.toArray(String[]::new));
        for (BatchMember member : members) {
            if (members.size() <= MOST_LINES || member.isGoing()) {
                Map<String, Double> returns = member.sideReturns();
                List<String> cells = new ArrayList<>(List.of(member.label(), member.state(), counts(member)));
                sides.forEach(side -> cells.add(
                        returns.containsKey(side) ? String.format(Locale.ROOT, "%.2f", returns.get(side)) : ""));
                cells.add(speed(member));
                cells.add(left(member, "", ""));
                table.row(cells.toArray(String[]::new));
            }
        }
        return table;
    }

    private String summary() {
        long over = members.stream()
                .filter(member -> !member.isGoing() && !member.isWaiting())
                .count();
        return over + " of " + members.size() + " runs are over";
    }

    private String name(BatchMember member) {
        return heading.charAt(0) + heading.substring(1).toLowerCase(Locale.ROOT) + " " + member.label();
    }

    private static String episodes(BatchMember member) {
        String counts = counts(member);
        return counts.isEmpty() ? "" : "episode " + counts;
    }

    private static String counts(BatchMember member) {
        Progress progress = member.progress();
        return progress == null ? "" : progress.episode() + "/" + progress.episodes();
    }

    private static String speed(BatchMember member) {
        Progress progress = member.progress();
        return progress == null || progress.stepsPerSecond() <= 0
                ? ""
                : String.format(Locale.ROOT, "%,.0f", progress.stepsPerSecond());
    }

    private static String left(BatchMember member, String before, String after) {
        Progress progress = member.progress();
        return progress == null || progress.state().isOver() || Double.isNaN(progress.secondsLeft())
                ? ""
                : before + ProgressLines.duration(Math.round(progress.secondsLeft())) + after;
    }
}
