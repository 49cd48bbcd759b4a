package io.particlearena.ui.runs;

import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The colour and dashes of a run's curves. */
final class ColourCell extends TableCell<RunRow, RunLine> {

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
    protected void updateItem(@Nullable RunLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty || line == null ? null : swatch);
        paint(line);
    }

    private void paint(@Nullable RunLine line) {
        if (line != null) {
            String colour = line.colour().css(theme.getValue());
            setAccessibleText(Texts.of("runs.dash." + line.dash().name().toLowerCase(Locale.ROOT), colour));
            swatch.setStyle("-fx-background-color: " + line.dash().fill(colour) + ";");
        }
    }
}
