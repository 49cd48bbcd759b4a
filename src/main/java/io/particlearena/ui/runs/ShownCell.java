package io.particlearena.ui.runs;

import io.particlearena.ui.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The mark that says whether a run's curves are in the charts. */
final class ShownCell extends TableCell<RunRow, Boolean> {

    private final CheckBox box = new CheckBox();
    private @Nullable BooleanProperty bound;

    ShownCell() {
        getStyleClass().add("shown-cell");
        // Two quick clicks on the mark are no double click on the line.
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        box.getStyleClass().add("shown-mark");
        // The keyboard moves along lines; the space bar marks them.
        box.setFocusTraversable(false);
        box.setAccessibleText(Texts.of("runs.column.shown"));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Boolean shown, boolean empty) {
        super.updateItem(shown, empty);
        if (bound != null) {
            box.selectedProperty().unbindBidirectional(bound);
            bound = null;
        }
        RunRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        bound = row.shownProperty();
        box.selectedProperty().bindBidirectional(bound);
        setGraphic(box);
        setAccessibleText(Texts.of(box.isSelected() ? "runs.cell.shown" : "runs.cell.hidden"));
    }
}
