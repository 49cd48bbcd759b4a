package io.particlearena.ui.runs;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Above the table: the search, opened directories and the trash, which runs are in the charts, and notes. */
final class RunsHead extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int MOST_NOTES = 3;

    private final TextField search = new TextField();
    private final MenuButton directories = new MenuButton();
    private final Label notes = new Label();
    private final Runnable onOpen;
    private final Consumer<Path> onClose;
    private List<Path> opened = List.of();

    /**
     * @param onOpen asks for a directory to open
     * @param onClose takes an opened directory away
     * @param onTrash shows the trash
     */
    RunsHead(RunsModel model, Runnable onOpen, Consumer<Path> onClose, Runnable onTrash) {
        this.onOpen = onOpen;
        this.onClose = onClose;
        getStyleClass().add("runs-head");
        Label fault = new Label();
        fault.setId("runs-search-fault");
        fault.getStyleClass().add("field-error");
        fault.setWrapText(true);
        fault.textProperty().bind(model.faultProperty());
        fault.visibleProperty().bind(model.faultProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        model.faultProperty().addListener((o, before, now) -> search.pseudoClassStateChanged(ERROR, !now.isEmpty()));
        notes.setId("runs-notes");
        notes.getStyleClass().add("runs-notes");
        notes.setWrapText(true);
        notes.setMaxWidth(Double.MAX_VALUE);
        setNotes(List.of());
        getChildren().addAll(searchLine(model, onTrash), fault, choiceLine(model), notes);
    }

    /** Moves the keyboard focus to the search. */
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Says what the user should know about files, the first few sentences of it. */
    void setNotes(List<String> sentences) {
        List<String> first = sentences.stream().limit(MOST_NOTES).toList();
        String more =
                sentences.size() > MOST_NOTES ? "\n" + Texts.of("runs.notes.more", sentences.size() - MOST_NOTES) : "";
        notes.setText(String.join("\n", first) + more);
        notes.setVisible(!sentences.isEmpty());
        notes.setManaged(!sentences.isEmpty());
    }

    /** Offers to close these directories. */
    void setDirectories(List<Path> next) {
        if (!next.equals(opened)) {
            opened = next;
            fillDirectories();
        }
    }

    private void fillDirectories() {
        MenuItem open = new MenuItem(Texts.of("runs.directory.open"));
        open.setOnAction(event -> onOpen.run());
        directories.getItems().setAll(open);
        if (!opened.isEmpty()) {
            directories.getItems().add(new SeparatorMenuItem());
        }
        for (Path directory : opened) {
            MenuItem close = new MenuItem(Texts.of("runs.directory.close", directory));
            close.setMnemonicParsing(false);
            close.setOnAction(event -> onClose.accept(directory));
            directories.getItems().add(close);
        }
    }

    private HBox searchLine(RunsModel model, Runnable onTrash) {
        search.setId("runs-search");
        search.setPromptText(Texts.of("runs.search"));
        search.setTooltip(new Tooltip(Texts.of("runs.search.help")));
        search.setAccessibleText(Texts.of("runs.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        ToggleButton expression = new ToggleButton(".*");
        expression.setId("runs-expression");
        expression.setTooltip(new Tooltip(Texts.of("runs.search.expression")));
        expression.setAccessibleText(Texts.of("runs.search.expression"));
        expression.selectedProperty().bindBidirectional(model.expressionProperty());
        directories.setId("runs-directories");
        directories.setText(Texts.of("runs.directory"));
        directories.setTooltip(new Tooltip(Texts.of("runs.directory.help")));
        fillDirectories();
        Button trash = new Button("", Icon.TRASH.node());
        trash.setId("runs-show-trash");
        trash.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        trash.getStyleClass().add("flat");
        trash.setTooltip(new Tooltip(Texts.of("runs.trash.show")));
        trash.setAccessibleText(Texts.of("runs.trash.show"));
        trash.setOnAction(event -> onTrash.run());
        for (Control control : List.of(expression, directories, trash)) {
            control.setMinWidth(USE_PREF_SIZE);
        }
        HBox line = new HBox(search, expression, directories, trash);
        line.getStyleClass().add("runs-head-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static FlowPane choiceLine(RunsModel model) {
        Label count = new Label();
        count.setId("runs-shown");
        count.getStyleClass().add("muted");
        Runnable tell = () -> count.setText(Texts.of(
                "runs.shown", model.shownCountProperty().get(), model.rows().size()));
        model.shownCountProperty().addListener((o, before, now) -> tell.run());
        model.rows().addListener((ListChangeListener<RunRow>) change -> tell.run());
        tell.run();
        FlowPane line = new FlowPane(
                count,
                choice("none", () -> model.showOnly(List.of())),
                choice("newest", () -> model.showOnly(model.newest())),
                choice("all", () -> model.showOnly(List.copyOf(model.found()))));
        line.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        line.managedProperty().bind(line.visibleProperty());
        line.getStyleClass().add("runs-choices");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Hyperlink choice(String key, Runnable work) {
        Hyperlink link = new Hyperlink(Texts.of("runs.show." + key));
        link.setId("runs-show-" + key);
        link.setTooltip(new Tooltip(Texts.of("runs.show." + key + ".help")));
        link.setOnAction(event -> {
            link.setVisited(false);
            work.run();
        });
        return link;
    }
}
