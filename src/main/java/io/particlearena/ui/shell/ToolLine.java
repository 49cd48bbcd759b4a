package io.particlearena.ui.shell;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons along the top of the window. */
final class ToolLine extends HBox {

    private final Button pause;
    private final Button look;
    private final Label run = new Label();

    ToolLine(WindowCommands commands) {
        getStyleClass().add("tool-line");
        setAlignment(Pos.CENTER_LEFT);
        Button train = named(commands, "train");
        train.getStyleClass().add("accent");
        pause = named(commands, "pause");
        Button stop = named(commands, "stop");
        Button seeds = named(commands, "seeds");
        look = flat(commands, "look");
        run.getStyleClass().add("run-name");
        run.setId("run-name");
        run.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label name = new Label("Particle Arena");
        name.getStyleClass().add("product");
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, train, pause, stop, seeds, run, space);
        for (String id : new String[] {"palette", "command"}) {
            getChildren().add(flat(commands, id));
        }
        getChildren().addAll(look, flat(commands, "keys"), flat(commands, "preferences"));
    }

    /** Says which run is shown. */
    StringProperty runProperty() {
        return run.textProperty();
    }

    /** Lets the button for pauses say what it will do. */
    void showPaused(boolean paused) {
        pause.setText(Texts.of(paused ? "tools.resume" : "tools.pause"));
        pause.setGraphic((paused ? Icon.PLAY : Icon.PAUSE).node());
    }

    /** Lets the button for the look show the other one. */
    void showTheme(Theme theme) {
        look.setGraphic((theme == Theme.LIGHT ? Icon.DARK : Icon.LIGHT).node());
    }

    private static Button named(WindowCommands commands, String id) {
        return button(commands, id, Texts.of("tools." + id));
    }

    private static Button flat(WindowCommands commands, String id) {
        Button button = button(commands, id, "");
        button.getStyleClass().add("flat");
        return button;
    }

    private static Button button(WindowCommands commands, String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        commands.get(id).equip(button);
        return button;
    }
}
