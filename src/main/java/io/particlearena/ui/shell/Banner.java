package io.particlearena.ui.shell;

import io.particlearena.ui.Icon;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says across the window what went wrong, with the program's own words to unfold, until it is put away. */
final class Banner extends VBox {

    private final Label message = new Label();
    private final TextArea details = new TextArea();
    private final Hyperlink more = new Hyperlink("Details");

    Banner() {
        getStyleClass().add("banner");
        setId("banner");
        message.setId("banner-message");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icon.CLOSE.node());
        close.getStyleClass().add("flat");
        close.setOnAction(event -> hide());
        details.setEditable(false);
        details.setPrefRowCount(8);
        details.getStyleClass().add("code");
        more.setOnAction(event -> unfold(!details.isVisible()));
        HBox line = new HBox(12, message, more, close);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, details);
        hide();
    }

    void show(RunFailure failure) {
        message.setText(failure.message());
        StringWriter text = new StringWriter();
        failure.cause().printStackTrace(new PrintWriter(text));
        details.setText(text.toString());
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
        more.setText(wide ? "Hide details" : "Details");
    }
}
