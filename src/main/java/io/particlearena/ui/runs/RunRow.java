package io.particlearena.ui.runs;

import io.particlearena.results.RunMetadata;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.chart.Dash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A line of the table: a run as it was listed last, whether its curves are shown, and how. */
final class RunRow {

    private final ReadOnlyObjectWrapper<WorkspaceRun> run;
    private final ReadOnlyObjectWrapper<RunLine> line;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private @Nullable RunColour given;

    RunRow(WorkspaceRun run) {
        this.run = new ReadOnlyObjectWrapper<>(run);
        this.line = new ReadOnlyObjectWrapper<>(new RunLine(colourOf(run), Dash.SOLID));
    }

    /** Takes what was listed anew; says whether that is anything else than before. */
    boolean update(WorkspaceRun now) {
        if (now.equals(run.get())) {
            return false;
        }
        line.set(new RunLine(colourOf(now), line.get().dash()));
        run.set(now);
        return true;
    }

    /** Whether the program has given it no colour yet, neither now nor at an earlier start. */
    boolean isUncoloured() {
        return given == null && run().metadata().automaticColour().isEmpty();
    }

    /** Whether it has a colour that the program or the user gave it. */
    boolean hasColour() {
        return !isUncoloured() || run().metadata().colour().isPresent();
    }

    /** Gives it a colour for as long as the user chooses none. */
    void give(RunColour colour) {
        given = colour;
        line.set(new RunLine(colourOf(run()), line.get().dash()));
    }

    /** Tells its curves from those of other runs that have its colour. */
    void setDash(Dash dash) {
        line.set(new RunLine(line.get().colour(), dash));
    }

    private RunColour colourOf(WorkspaceRun now) {
        RunMetadata metadata = now.metadata();
        OptionalInt kept = metadata.colour().isPresent() ? metadata.colour() : metadata.automaticColour();
        if (kept.isPresent()) {
            return RunColour.of(kept.getAsInt());
        }
        return given == null ? RunColour.PALETTE.get(0) : given;
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
