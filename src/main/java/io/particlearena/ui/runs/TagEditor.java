package io.particlearena.ui.runs;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tags of runs, each with a button that takes it away, a field for another one, and the tags of other runs to choose. */
final class TagEditor extends VBox {

    private final Set<String> present = new LinkedHashSet<>();
    private final Set<String> known;
    private final BiConsumer<String, Runnable> add;
    private final BiConsumer<String, Runnable> remove;
    private final FlowPane chips = new FlowPane();
    private final FlowPane others = new FlowPane();
    private final TextField field = new TextField();

    /**
     * @param known the tags that are in use anywhere
     * @param add gives a tag to the runs, and runs what it is given once that is done
     * @param remove takes a tag from them
     */
    TagEditor(
            List<RunRow> rows,
            List<String> known,
            BiConsumer<String, Runnable> add,
            BiConsumer<String, Runnable> remove) {
        this.known = new LinkedHashSet<>(known);
        this.add = add;
        this.remove = remove;
        rows.forEach(row -> present.addAll(row.run().metadata().tags()));
        getStyleClass().add("tag-editor");
        chips.getStyleClass().add("tag-chips");
        others.getStyleClass().add("tag-chips");
        field.setId("run-tag");
        field.setPromptText(Texts.of("runs.tag.new"));
        field.setAccessibleText(Texts.of("runs.tag.new"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button button = new Button(Texts.of("runs.tag.add.button"));
        button.setId("run-tag-add");
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(field.textProperty().isEmpty());
        button.setOnAction(event -> add(field.getText()));
        HBox entry = new HBox(field, button);
        entry.getStyleClass().add("run-sheet-buttons");
        getChildren().addAll(chips, entry, others);
        show();
    }

    TextField field() {
        return field;
    }

    private void add(String text) {
        String tag = text.strip();
        add.accept(tag, () -> {
            present.add(tag);
            known.add(tag);
            field.clear();
            show();
        });
    }

    private void show() {
        chips.getChildren().setAll(present.stream().map(this::chip).toList());
        show(chips);
        List<String> unused =
                known.stream().filter(tag -> !present.contains(tag)).toList();
        others.getChildren().clear();
        if (!unused.isEmpty()) {
            Label caption = new Label(Texts.of("runs.tag.others"));
            caption.getStyleClass().add("muted");
            others.getChildren().add(caption);
            unused.forEach(tag -> others.getChildren().add(choice(tag)));
        }
        show(others);
    }

    private static void show(FlowPane pane) {
        pane.setVisible(!pane.getChildren().isEmpty());
        pane.setManaged(pane.isVisible());
    }

    private Button chip(String tag) {
        Button chip = new Button(tag, Icon.CLOSE.node());
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().add("tag-chip");
        chip.setTooltip(new Tooltip(Texts.of("runs.tag.remove", tag)));
        chip.setAccessibleText(Texts.of("runs.tag.remove", tag));
        chip.setOnAction(event -> remove.accept(tag, () -> {
            present.remove(tag);
            show();
            field.requestFocus();
        }));
        return chip;
    }

    private Button choice(String tag) {
        Button choice = new Button(tag, Icon.ADD.node());
        choice.setMnemonicParsing(false);
        choice.getStyleClass().addAll("flat", "tag-chip");
        choice.setAccessibleText(Texts.of("runs.tag.add", tag));
        choice.setOnAction(event -> add(tag));
        return choice;
    }
}
