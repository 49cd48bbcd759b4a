package io.particlearena.ui.runs;

import io.particlearena.results.RunIndex;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.Texts;
import io.particlearena.ui.chart.Dash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The runs of the page, which of them are found, and which are in the charts. Belongs to the JavaFX thread. */
final class RunsModel {

    /** How many runs a choice of the newest takes. */
    static final int NEWEST = 10;

    /** Runs that appear later come into the charts by themselves as long as there are no more than these. */
    private static final int MOST_BY_THEMSELVES = 40;

    private static final Comparator<RunRow> NEWEST_FIRST =
            Comparator.comparing((RunRow row) -> RunRow.date(row.run())).reversed();

    private final Map<Path, RunRow> byPath = new HashMap<>();

    /** Rows of runs that went, to the trash perhaps, and may come back. */
    private final Map<Path, RunRow> gone = new HashMap<>();

    private final ObservableList<RunRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.runProperty()});
    private final FilteredList<RunRow> found = new FilteredList<>(rows);
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty expression = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper shownCount = new ReadOnlyIntegerWrapper();
    private Runnable onChange = () -> {};
    private @Nullable Remembered remembered;
    private boolean listed;
    private boolean choosing;
    private boolean chosenByUser;

    /**
     * Which runs were in the charts at an earlier time.
     *
     * @param shown whether a run was
     * @param newest when the newest run of that time began; all later ones are new
     */
    record Remembered(Predicate<Path> shown, Instant newest) {}

    RunsModel() {
        search.addListener((o, before, now) -> filter());
        expression.addListener((o, before, now) -> filter());
    }

    /** All runs. */
    ObservableList<RunRow> rows() {
        return rows;
    }

    /** The runs that the search lets pass. */
    FilteredList<RunRow> found() {
        return found;
    }

    /** What is searched for; an empty text finds all runs. */
    StringProperty searchProperty() {
        return search;
    }

    /** Whether the text is a regular expression, rather than words. */
    BooleanProperty expressionProperty() {
        return expression;
    }

    /** What is wrong with the expression; empty if nothing is. As long as it is wrong, the last right one counts. */
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** How many runs are in the charts. */
    ReadOnlyIntegerProperty shownCountProperty() {
        return shownCount.getReadOnlyProperty();
    }

    /** Whether the runs were listed at all. */
    boolean isListed() {
        return listed;
    }

    /** Calls this whenever the runs in the charts, their names or their colours may have changed. */
    void setOnChange(Runnable action) {
        onChange = action;
    }

    /**
     * Takes the runs as they are on disk now; rows of runs that stay are kept.
     *
     * @return the colours on a light page of runs that had none yet, by the run's folder, to be kept for the next start
     */
    Map<Path, Integer> update(RunIndex.Contents contents) {
        choosing = true;
        List<RunRow> fresh = new ArrayList<>();
        Set<Path> present = new HashSet<>();
        // The oldest first, so that runs whose colours could not be kept mostly have them again at the next start.
        List<WorkspaceRun> oldestFirst = new ArrayList<>(contents.runs());
        oldestFirst.sort(Comparator.comparing(RunRow::date));
        for (WorkspaceRun run : oldestFirst) {
            present.add(run.path());
            RunRow row = byPath.get(run.path());
            RunRow former = gone.remove(run.path());
            if (row == null && former != null && isOf(former, run)) {
                row = former;
                byPath.put(run.path(), row);
                rows.add(row);
            }
            if (row == null) {
                row = new RunRow(run);
                row.shownProperty().addListener((o, before, now) -> {
                    chosenByUser |= !choosing;
                    chosen();
                });
                byPath.put(run.path(), row);
                fresh.add(row);
            } else {
                row.update(run);
            }
        }
        byPath.forEach((path, row) -> {
            if (!present.contains(path)) {
                gone.put(path, row);
            }
        });
        byPath.keySet().retainAll(present);
        rows.removeIf(row -> !byPath.containsKey(row.path()));
        rows.addAll(fresh);
        Remembered before = remembered;
        if (listed) {
            showFresh(fresh);
        } else if (before == null) {
            newest().forEach(row -> row.shownProperty().set(true));
        } else {
            fresh.forEach(row -> row.shownProperty().set(before.shown().test(row.path())));
            showFresh(fresh.stream()
                    .filter(row -> RunRow.date(row.run()).isAfter(before.newest()))
                    .toList());
        }
        listed = true;
        Map<Path, Integer> colours = FirstColours.give(fresh, rows);
        choosing = false;
        chosen();
        return colours;
    }

    /** Whether a row is a run's, rather than that of another one with the same folder, which began at another time. */
    private static boolean isOf(RunRow row, WorkspaceRun run) {
        return RunRow.date(row.run()).equals(RunRow.date(run));
    }

    private void showFresh(List<RunRow> fresh) {
        int room = MOST_BY_THEMSELVES - shown().size();
        for (RunRow row : fresh) {
            if (room > 0 && !row.shownProperty().get()) {
                row.shownProperty().set(true);
                room--;
            }
        }
    }

    /** When the first list comes, puts the runs into the charts that were there before; for a model without runs. */
    void remember(Remembered before) {
        remembered = before;
        chosenByUser = true;
    }

    /** Whether the runs in the charts are others than the program would choose. */
    boolean isChosenByUser() {
        return chosenByUser;
    }

    /** When the newest run began; nothing without runs. */
    Optional<Instant> newestDate() {
        return rows.stream().map(row -> RunRow.date(row.run())).max(Comparator.naturalOrder());
    }

    /** Puts a run into the charts and gives its row, if it has been listed. */
    Optional<RunRow> show(Path path) {
        Optional<RunRow> row = Optional.ofNullable(byPath.get(path));
        boolean before = chosenByUser;
        row.ifPresent(each -> each.shownProperty().set(true));
        chosenByUser = before;
        return row;
    }

    /** The runs in the charts, the newest first. */
    List<RunRow> shown() {
        return rows.stream()
                .filter(row -> row.shownProperty().get())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Puts these runs into the charts and no others. */
    void showOnly(Collection<RunRow> chosen) {
        choosing = true;
        Set<RunRow> set = new HashSet<>(chosen);
        rows.forEach(row -> row.shownProperty().set(set.contains(row)));
        choosing = false;
        chosenByUser = true;
        chosen();
    }

    /** The newest of the runs that are found. */
    List<RunRow> newest() {
        return found.stream().sorted(NEWEST_FIRST).limit(NEWEST).toList();
    }

    /** All tags that are in use, sorted. */
    List<String> tags() {
        return rows.stream()
                .flatMap(row -> row.run().metadata().tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void chosen() {
        if (!choosing) {
            List<RunRow> shown = shown();
            shownCount.set(shown.size());
            tellApart(shown);
            onChange.run();
        }
    }

    /** Of the runs in the charts that have one colour the oldest is without gaps. */
    private void tellApart(List<RunRow> shown) {
        Map<RunColour, Integer> used = new HashMap<>();
        for (int i = shown.size() - 1; i >= 0; i--) {
            RunRow row = shown.get(i);
            int round = used.merge(row.lineProperty().get().colour(), 1, Integer::sum) - 1;
            row.setDash(Dash.ofRound(round));
        }
        rows.stream().filter(row -> !row.shownProperty().get()).forEach(row -> row.setDash(Dash.SOLID));
    }

    private void filter() {
        String text = search.get();
        try {
            Predicate<WorkspaceRun> passes = expression.get() ? RunFilter.ofExpression(text) : RunFilter.ofWords(text);
            found.setPredicate(text.isBlank() ? null : row -> passes.test(row.run()));
            fault.set("");
        } catch (PatternSyntaxException e) {
            fault.set(Texts.of("runs.search.fault", e.getDescription(), Math.max(0, e.getIndex()) + 1));
        }
    }
}
