package io.particlearena.ui.runs;

import io.particlearena.ui.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The colour of a run's curves. */
final class ColourCell extends TableCell<RunRow, RunColour> {

    private final Region swatch = new Region();
    private final ObservableValue<Theme> theme;

    ColourCell(ObservableValue<Theme> theme) {
        this.theme = theme;
        getStyleClass().add("colour-cell");
        swatch.getStyleClass().add("run-colour");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        theme.addListener((o, before, now) -> paint(getItem()));
    }

    @Override
    protected void updateItem(@Nullable RunColour colour, boolean empty) {
        super.updateItem(colour, empty);
        setGraphic(empty || colour == null ? null : swatch);
        paint(colour);
    }

    private void paint(@Nullable RunColour colour) {
        if (colour != null) {
            setAccessibleText(colour.css(theme.getValue()));
            swatch.setStyle("-fx-background-color: " + colour.css(theme.getValue()) + ";");
        }
    }
}
