package io.particlearena.ui.runs;

import io.particlearena.results.TrashedRun;
import io.particlearena.results.Workspace;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The deleted runs, each with a button that brings it back. */
final class TrashView extends BorderPane {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Workspace workspace;
    private final RunActions actions;
    private final ListView<TrashedRun> list = new ListView<>();
    private final HBox question = new HBox();
    private final Label empty = new Label(Texts.of("runs.trash.empty"));

    /** @param onBack called when the user wants to see the runs again */
    TrashView(Workspace workspace, RunActions actions, Runnable onBack) {
        this.workspace = workspace;
        this.actions = actions;
        setId("runs-trash");
        getStyleClass().add("trash-view");
        Button back = new Button(Texts.of("runs.trash.back"), Icon.BACK.node());
        back.setId("trash-back");
        back.getStyleClass().add("flat");
        back.setOnAction(event -> onBack.run());
        Label title = new Label(Texts.of("runs.trash.title"));
        title.getStyleClass().add("part-title");
        title.setLabelFor(list);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button folder = new Button("", Icon.FOLDER.node());
        folder.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        folder.getStyleClass().add("flat");
        folder.setTooltip(new Tooltip(Texts.of("runs.trash.folder")));
        folder.setAccessibleText(Texts.of("runs.trash.folder"));
        folder.setOnAction(event -> actions.showFolder(workspace.trashFolder()));
        Button emptying = new Button(Texts.of("runs.trash.delete"), Icon.TRASH.node());
        emptying.setId("trash-delete");
        emptying.getStyleClass().add("flat");
        emptying.disableProperty().bind(Bindings.isEmpty(list.getItems()));
        emptying.setOnAction(event -> ask(true));
        HBox head = new HBox(back, title, emptying, folder);
        head.getStyleClass().add("runs-head-line");
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(head, question()));
        empty.getStyleClass().add("empty-text");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new Line());
        setCenter(list);
    }

    /** What is deleted here is gone, so it is asked once more. */
    private HBox question() {
        Label text = new Label();
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of("runs.trash.delete.ask", list.getItems().size()), list.getItems()));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button delete = new Button(Texts.of("runs.trash.delete.yes"));
        delete.setId("trash-delete-yes");
        delete.getStyleClass().add("accent");
        delete.setOnAction(event -> {
            ask(false);
            actions.perform(workspace::emptyTrash, count -> refresh());
        });
        Button keep = new Button(Texts.of("runs.trash.delete.no"));
        keep.setId("trash-delete-no");
        keep.setOnAction(event -> ask(false));
        for (Button button : List.of(delete, keep)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        question.getChildren().setAll(text, delete, keep);
        question.getStyleClass().add("runs-head-line");
        question.setAlignment(Pos.CENTER_LEFT);
        question.managedProperty().bind(question.visibleProperty());
        ask(false);
        return question;
    }

    private void ask(boolean wanted) {
        question.setVisible(wanted);
    }

    /** Reads the trash anew. */
    void refresh() {
        ask(false);
        actions.perform(workspace::trash, this::show);
    }

    private void show(List<TrashedRun> runs) {
        list.getItems().setAll(runs);
    }

    private void restore(TrashedRun run) {
        actions.perform(() -> workspace.restore(run.entry()), this::restored);
    }

    private void restored(Path place) {
        refresh();
    }

    private final class Line extends ListCell<TrashedRun> {

        private final Label name = new Label();
        private final Label about = new Label();
        private final Button restore = new Button(Texts.of("runs.trash.restore"), Icon.RESET.node());
        private final HBox line;

        Line() {
            about.getStyleClass().add("muted");
            name.getStyleClass().add("trash-name");
            VBox words = new VBox(name, about);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            restore.setMinWidth(USE_PREF_SIZE);
            line = new HBox(words, restore);
            line.setAlignment(Pos.CENTER_LEFT);
            // No wider than the list, so that the button is always seen.
            line.prefWidthProperty().bind(list.widthProperty().subtract(28));
            line.setMaxWidth(USE_PREF_SIZE);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable TrashedRun run, boolean none) {
            super.updateItem(run, none);
            if (none || run == null) {
                setGraphic(null);
                return;
            }
            name.setText(run.title().isEmpty() ? run.name() : run.title());
            String when = run.deleted().map(MINUTE::format).orElse("");
            about.setText(Texts.of("runs.trash.about", run.name(), run.scenario(), when));
            restore.setId("restore-" + run.entry());
            restore.setAccessibleText(Texts.of("runs.trash.restore") + " " + run.name());
            restore.setOnAction(event -> restore(run));
            setGraphic(line);
        }
    }
}
