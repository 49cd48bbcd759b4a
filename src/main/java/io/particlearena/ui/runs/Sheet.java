package io.particlearena.ui.runs;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A question or a small form below the table, one at a time; Escape puts it away. */
final class Sheet extends VBox {

    private final Label title = new Label();
    private final VBox body = new VBox();
    private final Label fault = new Label();
    private final HBox buttons = new HBox();
    private final Runnable onHidden;
    private Node first = this;

    /** @param onHidden gives the keyboard back */
    Sheet(Runnable onHidden) {
        this.onHidden = onHidden;
        getStyleClass().add("run-sheet");
        setId("run-sheet");
        title.getStyleClass().add("part-title");
        title.setId("run-sheet-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button();
        close.setId("run-sheet-close");
        close.setGraphic(Icon.CLOSE.node());
        close.getStyleClass().add("flat");
        close.setTooltip(new Tooltip(Texts.of("runs.sheet.close")));
        close.setAccessibleText(Texts.of("runs.sheet.close"));
        close.setOnAction(event -> hide());
        HBox head = new HBox(title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        fault.getStyleClass().add("field-error");
        fault.setId("run-sheet-fault");
        fault.setWrapText(true);
        buttons.getStyleClass().add("run-sheet-buttons");
        getChildren().addAll(head, body, fault, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        show(this, false);
    }

    /**
     * Shows a content in place of any other.
     *
     * @param focus what takes the keyboard
     */
    void show(String heading, Node content, Node focus, Button... choices) {
        title.setText(heading);
        body.getChildren().setAll(content);
        buttons.getChildren().setAll(choices);
        show(buttons, choices.length > 0);
        setFault("");
        show(this, true);
        first = focus;
        takeFocus();
    }

    /** Moves the keyboard focus to where the content begins. */
    void takeFocus() {
        first.requestFocus();
    }

    /** Says what is wrong with what was entered; an empty text takes it away. */
    void setFault(String sentence) {
        fault.setText(sentence);
        show(fault, !sentence.isEmpty());
    }

    void hide() {
        body.getChildren().clear();
        buttons.getChildren().clear();
        show(this, false);
        onHidden.run();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
