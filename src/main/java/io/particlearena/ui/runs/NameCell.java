package io.particlearena.ui.runs;

import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.Texts;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** What a run is called; its tooltip says where it lies and what is wrong with it. */
final class NameCell extends TableCell<RunRow, WorkspaceRun> {

    NameCell(CellTooltip tooltip) {
        // Names that runs are given by themselves begin alike and end in their time.
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        tooltip.serve(this);
    }

    @Override
    protected void updateItem(@Nullable WorkspaceRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setText("");
            setAccessibleHelp("");
            return;
        }
        String problem = run.listing().problem();
        setText(problem.isEmpty() ? run.title() : Texts.of("runs.faulty", run.title()));
        setAccessibleHelp(run.path() + (problem.isEmpty() ? "" : "\n" + problem));
    }
}
