package io.particlearena.ui.runs;

import io.particlearena.results.WorkspaceRun;
import io.particlearena.ui.Texts;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What a run is called; its tooltip says where it lies and what is wrong with it. */
final class NameCell extends TableCell<RunRow, WorkspaceRun> {

    private final Tooltip tooltip = new Tooltip();

    NameCell() {
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
    }

    @Override
    protected void updateItem(@Nullable WorkspaceRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setText("");
            setTooltip(null);
            return;
        }
        String problem = run.listing().problem();
        setText(problem.isEmpty() ? run.title() : Texts.of("runs.faulty", run.title()));
        tooltip.setText(run.path() + (problem.isEmpty() ? "" : "\n" + problem));
        setTooltip(tooltip);
    }
}
