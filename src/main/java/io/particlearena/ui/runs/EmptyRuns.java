package io.particlearena.ui.runs;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** In place of the table where no run is to be seen: why that is so, and what to do. */
final class EmptyRuns extends VBox {

    private final Label title = new Label();
    private final Label text = new Label();
    private final Button train = new Button(Texts.of("runs.empty.train"), Icon.PLAY.node());
    private final Button open = new Button(Texts.of("runs.directory.open"), Icon.FOLDER.node());
    private final Button all = new Button(Texts.of("runs.empty.all"));

    /** Why there is nothing to see. */
    enum Reason {
        WAITING("waiting"),
        NONE("none"),
        UNFOUND("unfound");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    /**
     * @param onTrain shows the page on which a run is set up
     * @param onOpen asks for a directory
     * @param onAll ends the search
     */
    EmptyRuns(Runnable onTrain, Runnable onOpen, Runnable onAll) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title.setId("runs-empty-title");
        title.getStyleClass().add("empty-title");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        train.setId("runs-empty-train");
        train.getStyleClass().add("accent");
        train.setOnAction(event -> onTrain.run());
        open.setOnAction(event -> onOpen.run());
        all.setId("runs-empty-all");
        all.setOnAction(event -> onAll.run());
        getChildren().addAll(title, text, train, open, all);
        show(Reason.WAITING);
    }

    void show(Reason reason) {
        title.setText(Texts.of("runs.empty." + reason.key));
        text.setText(Texts.of("runs.empty." + reason.key + ".text"));
        show(train, reason == Reason.NONE);
        show(open, reason == Reason.NONE);
        show(all, reason == Reason.UNFOUND);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
