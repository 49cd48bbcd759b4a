package io.particlearena.ui.board;

import io.particlearena.results.ChartNote;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line in which the text of a note beside a chart is written. */
final class NoteEditor extends HBox {

    private final Label place = new Label();
    private final TextField text = new TextField();
    private @Nullable ChartNote edited;

    /**
     * @param onSave told the note that was written
     */
    NoteEditor(Consumer<ChartNote> onSave) {
        getStyleClass().add("note-editor");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        text.setId("note-text");
        text.setPrefColumnCount(28);
        place.setLabelFor(text);
        Button save = new Button(Texts.of("board.note.save"));
        save.getStyleClass().add("accent");
        save.setOnAction(event -> save(onSave));
        Button cancel = new Button(Texts.of("board.note.cancel"));
        cancel.setOnAction(event -> close());
        text.setOnAction(event -> save(onSave));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        // In a narrow window the field gives way, not what the note is about.
        for (Region whole : List.of(place, save, cancel)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(place, text, save, cancel);
    }

    /** Lets the user write a note; the keyboard focus goes back to the charts afterwards. */
    void edit(ChartNote note) {
        edited = note;
        place.setText(Texts.of("board.note.at", NumberText.count(note.step())));
        text.setText(note.text());
        setVisible(true);
        text.requestFocus();
        text.selectAll();
    }

    private void save(Consumer<ChartNote> onSave) {
        ChartNote note = edited;
        if (note != null) {
            onSave.accept(new ChartNote(note.tag(), note.step(), text.getText().strip()));
        }
        close();
    }

    private void close() {
        // Before the text is gone, whose focus would else go to the first button of the window, which starts a
        // training.
        getParent().requestFocus();
        setVisible(false);
    }
}
