package io.particlearena.ui.shell;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.log.LogLine;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says across the window what went wrong, with the program's own words to unfold, until it is put away. */
final class Banner extends VBox {

    private final Label message = new Label();
    private final TextArea details = new TextArea();
    private final Hyperlink more = new Hyperlink(Texts.of("banner.details"));
    private final Hyperlink folder = new Hyperlink(Texts.of("banner.folder"));

    Banner() {
        getStyleClass().add("banner");
        setId("banner");
        message.setId("banner-message");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icon.CLOSE.node());
        close.setAccessibleText(Texts.of("banner.close"));
        close.setTooltip(new Tooltip(Texts.of("banner.close")));
        close.getStyleClass().add("flat");
        close.setOnAction(event -> hide());
        details.setEditable(false);
        details.setPrefRowCount(8);
        details.getStyleClass().add("code");
        details.setAccessibleText(Texts.of("banner.details"));
        folder.setId("banner-folder");
        folder.managedProperty().bind(folder.visibleProperty());
        more.setOnAction(event -> unfold(!details.isVisible()));
        HBox line = new HBox(12, message, folder, more, close);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, details);
        hide();
    }

    void show(RunFailure failure) {
        folder.setVisible(false);
        show(failure.message(), failure.cause());
    }

    /** Says that a report was written, and lets its folder be opened. */
    void show(RunFailure failure, Runnable openFolder) {
        folder.setOnAction(event -> openFolder.run());
        folder.setVisible(true);
        show(failure.message(), failure.cause());
    }

    private void show(String text, Throwable cause) {
        message.setText(text);
        details.setText(LogLine.traceOf(cause));
        unfold(false);
        setVisible(true);
        setManaged(true);
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void unfold(boolean wide) {
        details.setVisible(wide);
        details.setManaged(wide);
        more.setText(Texts.of(wide ? "banner.fold" : "banner.details"));
    }
}
