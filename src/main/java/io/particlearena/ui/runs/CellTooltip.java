package io.particlearena.ui.runs;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/**
 * The one tooltip of all cells of a table, which says what the cell under the mouse tells as its accessible help; a tooltip for
 * each cell is a window for each cell, and takes as long to make as the cell.
 */
final class CellTooltip {

    private final Tooltip tooltip = new Tooltip();

    CellTooltip() {
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
    }

    /** Shows it when the mouse rests on this cell, whatever the cell's help is by then. */
    void serve(TableCell<?, ?> cell) {
        cell.setOnMouseEntered(event -> {
            String help = cell.getAccessibleHelp();
            if (help != null && !help.isEmpty()) {
                tooltip.setText(help);
                cell.setTooltip(tooltip);
            }
        });
        cell.setOnMouseExited(event -> cell.setTooltip(null));
    }
}
