package io.particlearena.ui.shell;

import io.particlearena.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons along the top of the window. */
final class ToolLine extends HBox {

    final Button train = button("train", "Train", Icon.PLAY, "Start a run with these settings (F5)");
    final Button pause = button("pause", "Pause", Icon.PAUSE, "Hold the training, or let it go on (F6)");
    final Button stop = button("stop", "Stop", Icon.STOP, "Save a checkpoint and end the run (Shift F5)");
    final Button command =
            button("command", "Command", Icon.COMMAND, "Show the command line that repeats this run (Ctrl K)");
    final Button look = button("look", "", Icon.DARK, "Light or dark (Ctrl D)");
    final Button keys = button("keys", "", Icon.KEYBOARD, "Keyboard shortcuts (F1)");
    final Label run = new Label();

    ToolLine() {
        getStyleClass().add("tool-line");
        setAlignment(Pos.CENTER_LEFT);
        train.getStyleClass().add("accent");
        for (Button button : new Button[] {command, look, keys}) {
            button.getStyleClass().add("flat");
        }
        run.getStyleClass().add("run-name");
        run.setId("run-name");
        run.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label name = new Label("Particle Arena");
        name.getStyleClass().add("product");
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, train, pause, stop, run, space, command, look, keys);
    }

    private static Button button(String id, String text, Icon icon, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.setGraphic(icon.node());
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(text.isEmpty() ? help : text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
