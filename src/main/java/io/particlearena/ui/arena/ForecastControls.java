package io.particlearena.ui.arena;

import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.List;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Chooses whether predictions are shown, and whose where several agents predict: first those of one alone, as those of all
 * may fill the arena. Hidden where no agent predicts.
 */
final class ForecastControls extends HBox {

    private final String everybody = Texts.of("arena.predictions.everybody");

    private final ToggleButton shown = new ToggleButton(Texts.of("episodes.predictions"));
    private final ComboBox<String> whose = new ComboBox<>();
    private final TreeMap<Integer, String> observers = new TreeMap<>();

    /** @param changed called when something else is to be shown */
    ForecastControls(Runnable changed) {
        setAlignment(Pos.CENTER_LEFT);
        shown.setId("predictions-shown");
        shown.setGraphic(Icon.BARS.node());
        shown.setSelected(true);
        shown.setMinWidth(Region.USE_PREF_SIZE);
        shown.getStyleClass().add("flat");
        Tooltip tooltip = new Tooltip(Texts.of("arena.predictions.help"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        shown.setTooltip(tooltip);
        shown.setAccessibleText(tooltip.getText());
        shown.selectedProperty().addListener((o, before, now) -> changed.run());
        whose.setId("predictions-whose");
        whose.setAccessibleText(Texts.of("arena.predictions.whose"));
        whose.setTooltip(new Tooltip(Texts.of("arena.predictions.whose")));
        whose.visibleProperty().bind(shown.selectedProperty());
        getChildren().add(shown);
        clear();
        whose.valueProperty().addListener((o, before, now) -> changed.run());
    }

    /** Forgets who predicts. */
    void clear() {
        observers.clear();
        getChildren().remove(whose);
        shown.setContentDisplay(ContentDisplay.LEFT);
        whose.getItems().setAll(everybody);
        whose.setValue(null);
        setVisible(false);
        setManaged(false);
    }

    /** Gets to know who predicts. */
    void meet(EpisodeFrame frame, List<Forecast> forecasts) {
        for (Forecast forecast : forecasts) {
            String name = frame.agents().get(forecast.observer()).name();
            if (observers.putIfAbsent(forecast.observer(), name) == null) {
                whose.getItems().add(name);
                if (whose.getValue() == null) {
                    whose.setValue(name);
                }
                setVisible(true);
                setManaged(true);
                if (observers.size() == 2) {
                    getChildren().add(whose);
                    // The names need the room.
                    shown.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                }
            }
        }
    }

    /** Those of the forecasts that are to be shown. */
    List<Forecast> chosen(List<Forecast> forecasts) {
        String chosen = whose.getValue();
        if (!shown.isSelected()) {
            return List.of();
        }
        return everybody.equals(chosen) || chosen == null
                ? forecasts
                : forecasts.stream()
                        .filter(forecast -> chosen.equals(observers.get(forecast.observer())))
                        .toList();
    }
}
