package io.particlearena.ui.setup;

import io.particlearena.experiment.OptionChange;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The options that change while the run trains, each with a button that takes it out; hidden where there are none. */
final class ChangesBox extends VBox {

    private final SetupModel model;

    ChangesBox(SetupModel model) {
        this.model = model;
        setId("changes");
        getStyleClass().add("captioned");
        managedProperty().bind(visibleProperty());
        model.changes().addListener((ListChangeListener<OptionChange>) change -> show());
        show();
    }

    private void show() {
        Label caption = new Label(Texts.of("setup.changes"));
        caption.getStyleClass().add("caption");
        getChildren().setAll(caption);
        model.changes().forEach(change -> getChildren().add(line(change)));
        setVisible(!model.changes().isEmpty());
    }

    private HBox line(OptionChange change) {
        Label text =
                new Label(Texts.of("setup.change", NumberText.count(change.step()), change.place(), change.value()));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button remove = new Button("", Icon.CLOSE.node());
        remove.getStyleClass().add("flat");
        remove.setTooltip(new Tooltip(Texts.of("setup.change.remove")));
        remove.setAccessibleText(Texts.of("setup.change.remove"));
        remove.setOnAction(event -> model.changes().remove(change));
        HBox line = new HBox(8, text, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
