package io.particlearena.ui.runs;

import io.particlearena.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Below the table: how many runs are selected, and what can be done with them. */
final class ActionBar extends HBox {

    private final Label count = new Label();
    private final Map<RunActions.Action, Button> buttons = new LinkedHashMap<>();

    ActionBar(List<RunActions.Action> actions) {
        getStyleClass().add("runs-actions");
        setAlignment(Pos.CENTER_LEFT);
        count.setId("runs-selected");
        count.getStyleClass().add("muted");
        count.setMaxWidth(Double.MAX_VALUE);
        count.setMinWidth(0);
        HBox.setHgrow(count, Priority.ALWAYS);
        getChildren().add(count);
        for (RunActions.Action action : actions) {
            Button button = new Button(action.name(), action.icon().node());
            button.setId("runs-action-" + action.key());
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.getStyleClass().add("flat");
            button.setTooltip(new Tooltip(Texts.of("runs.action." + action.key() + ".help")));
            button.setAccessibleText(action.name());
            button.setOnAction(event -> action.work().run());
            buttons.put(action, button);
            getChildren().add(button);
        }
        show(List.of());
    }

    /** Offers what can be done with these runs. */
    void show(List<RunRow> selected) {
        count.setText(Texts.of("runs.selected", selected.size()));
        buttons.forEach((action, button) -> button.setDisable(!action.allows(selected)));
    }
}
