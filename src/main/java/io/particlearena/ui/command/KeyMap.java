package io.particlearena.ui.command;

import io.particlearena.ui.KeyUse;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All keys of the window: those of its commands, and those that each page takes. */
public final class KeyMap extends ScrollPane {

    private final VBox left = new VBox();
    private final VBox right = new VBox();

    public KeyMap(List<Command> commands, List<Page> pages) {
        setId("key-map");
        left.getStyleClass().add("key-map-column");
        right.getStyleClass().add("key-map-column");
        left.getChildren()
                .add(table(
                        Texts.of("keys.everywhere"),
                        commands.stream()
                                .filter(command -> !command.keys().isEmpty())
                                .map(command -> new KeyUse(command.keysText(), command.text()))
                                .toList()));
        for (Page page : pages) {
            List<KeyUse> keys = page.keys();
            if (!keys.isEmpty()) {
                right.getChildren().add(table(Texts.of("keys.page", page.title()), keys));
            }
        }
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("key-map");
        setContent(columns);
        getStyleClass().add("edge-to-edge");
    }

    private static VBox table(String title, List<KeyUse> uses) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        GridPane table = new GridPane();
        table.getStyleClass().add("key-table");
        for (KeyUse use : uses) {
            Label keys = new Label(use.keys());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(USE_PREF_SIZE);
            Label text = new Label(use.text());
            text.setMinWidth(USE_PREF_SIZE);
            table.addRow(table.getRowCount(), keys, text);
        }
        return new VBox(8, heading, table);
    }
}
