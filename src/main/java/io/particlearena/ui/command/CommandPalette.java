package io.particlearena.ui.command;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A line to write in, over the whole window, with what was found below it: the arrow keys choose, Enter does it, Escape or a
 * click beside it closes it.
 */
public final class CommandPalette extends StackPane {

    private static final int PAGE = 8;

    private final TextField search = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final List<PaletteEntry> entries = new ArrayList<>();
    private @Nullable Node focusedBefore;

    public CommandPalette() {
        getStyleClass().add("palette-layer");
        setId("palette-layer");
        search.setId("palette-search");
        search.setPromptText(Texts.of("palette.search"));
        search.textProperty().addListener((o, before, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::take);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setAccessibleText(Texts.of("palette.list"));
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(new Label(Texts.of("palette.nothing")));
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> tell(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(search, list);
        box.getStyleClass().add("palette");
        getChildren().add(box);
        setAlignment(box, Pos.TOP_CENTER);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
    }

    /** Opens it over the window with these things to find. */
    public void open(List<PaletteEntry> found) {
        focusedBefore = getScene().getFocusOwner();
        entries.clear();
        entries.addAll(found);
        search.clear();
        find();
        setVisible(true);
        search.requestFocus();
    }

    /** Lets further things be found, if it is still open. */
    public void add(List<PaletteEntry> further) {
        if (isVisible()) {
            entries.addAll(further);
            find();
        }
    }

    /** Closes it; the focus goes back to where it was. */
    public void close() {
        setVisible(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
        }
    }

    private void take(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            // The line and its list are all there is to reach here.
            case TAB -> {}
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int lines) {
        int last = list.getItems().size() - 1;
        int next = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + lines));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - PAGE / 2));
    }

    private void choose() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.action().run();
        }
    }

    private void find() {
        list.getItems().setAll(PaletteEntry.find(entries, search.getText()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** The focus stays in the line, so a screen reader hears there what is chosen. */
    private void tell(@Nullable PaletteEntry chosen) {
        search.setAccessibleText(
                chosen == null ? Texts.of("palette.search") : Texts.of("palette.chosen", chosen.text(), chosen.kind()));
    }

    /** A line of the list. */
    private final class Line extends ListCell<PaletteEntry> {

        private final StackPane icon = new StackPane();
        private final Label text = new Label();
        private final Label kind = new Label();
        private final HBox line = new HBox(icon, text, kind);

        Line() {
            line.getStyleClass().add("palette-line");
            line.setAlignment(Pos.CENTER_LEFT);
            kind.getStyleClass().add("keys");
            kind.setMinWidth(USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            setPrefWidth(0);
            setOnMouseClicked(event -> choose());
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Icon shown = entry.icon();
            icon.getChildren().setAll(shown.node());
            text.setText(entry.text());
            kind.setText(entry.kind());
            setAccessibleText(entry.text() + ", " + entry.kind());
            setGraphic(line);
        }
    }
}
