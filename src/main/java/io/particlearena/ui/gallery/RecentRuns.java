package io.particlearena.ui.gallery;

import io.particlearena.results.RunListing;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.ListedState;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The runs that wrote last; nothing is shown where there are none. */
final class RecentRuns extends VBox {

    private static final int MOST = 5;

    private final Workbench workbench;
    private final Desk desk;
    private final VBox lines = new VBox();

    RecentRuns(Workbench workbench, Desk desk) {
        this.workbench = workbench;
        this.desk = desk;
        setId("recent-runs");
        getStyleClass().add("recent-runs");
        Label caption = new Label(Texts.of("start.recent"));
        caption.getStyleClass().add("section-title");
        lines.getStyleClass().add("recent-lines");
        getChildren().addAll(caption, lines);
        show(List.of());
    }

    /** Reads the list anew. */
    void refresh(Background background) {
        background.run(workbench::runs, this::show, e -> show(List.of()));
    }

    private void show(List<RunListing> runs) {
        lines.getChildren().setAll(runs.stream().limit(MOST).map(this::line).toList());
        setVisible(!runs.isEmpty());
        setManaged(!runs.isEmpty());
    }

    private Node line(RunListing run) {
        Label name = new Label(run.name());
        name.getStyleClass().add("recent-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        String algorithms = run.algorithms().values().stream().distinct().collect(Collectors.joining(", "));
        Label what = new Label(run.problem().isEmpty() ? algorithms : run.problem());
        what.getStyleClass().add("recent-what");
        Label state = new Label(ListedState.of(run));
        state.getStyleClass().add("badge");
        HBox graphic = new HBox(name, what, state);
        graphic.getStyleClass().add("recent-line");
        graphic.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(graphic);
        button.getStyleClass().addAll("flat", "recent-run");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(run.name() + ", " + state.getText());
        button.setOnAction(event -> desk.open(run.folder().path()));
        graphic.prefWidthProperty().bind(button.widthProperty().subtract(24));
        return button;
    }
}
