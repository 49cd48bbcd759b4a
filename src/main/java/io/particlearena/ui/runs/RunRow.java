package io.particlearena.ui.runs;

import io.particlearena.results.WorkspaceRun;
import java.nio.file.Path;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A line of the table: a run as it was listed last, whether its curves are shown, and how. */
final class RunRow {

    private final ReadOnlyObjectWrapper<WorkspaceRun> run;
    private final ReadOnlyObjectWrapper<RunLine> line;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final RunLine ownLine;

    /** @param ownLine its curves as long as the user chooses no colour */
    RunRow(WorkspaceRun run, RunLine ownLine) {
        this.run = new ReadOnlyObjectWrapper<>(run);
        this.ownLine = ownLine;
        this.line = new ReadOnlyObjectWrapper<>(lineOf(run));
    }

    /** Takes what was listed anew; says whether that is anything else than before. */
    boolean update(WorkspaceRun now) {
        if (now.equals(run.get())) {
            return false;
        }
        line.set(lineOf(now));
        run.set(now);
        return true;
    }

    private RunLine lineOf(WorkspaceRun now) {
        return now.metadata().colour().isPresent()
                ? ownLine.in(RunColour.of(now.metadata().colour().getAsInt()))
                : ownLine;
    }

    Path path() {
        return run.get().path();
    }

    WorkspaceRun run() {
        return run.get();
    }

    ReadOnlyObjectProperty<WorkspaceRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether the run's curves are in the charts. */
    BooleanProperty shownProperty() {
        return shown;
    }

    ReadOnlyObjectProperty<RunLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** When the run began; where that is not known, when it last wrote. */
    static Instant date(WorkspaceRun run) {
        return run.listing().started().orElse(run.listing().modified());
    }
}
