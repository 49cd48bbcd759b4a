package io.particlearena.ui.form;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.ToggleSwitch;

/** One row of a form: the option's name with its unit and range, its control, and below what is wrong with the value. */
final class FieldRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final double TOOLTIP_WIDTH = 360;

    private final Field field;

    FieldRow(Field field) {
        this.field = field;
        getStyleClass().add("field-row");
        HBox line = new HBox(names(), control(), resetButton());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("field-line");
        getChildren().addAll(line, errorLine());
        pseudoClassStateChanged(CHANGED, field.changedProperty().get());
        field.changedProperty().addListener((o, before, now) -> pseudoClassStateChanged(CHANGED, now));
        pseudoClassStateChanged(EDITED, field.editedProperty().get());
        field.editedProperty().addListener((o, before, now) -> pseudoClassStateChanged(EDITED, now));
        field.errorProperty().addListener((o, before, now) -> pseudoClassStateChanged(WRONG, !now.isEmpty()));
        Tooltip tooltip = tooltip(field);
        Tooltip.install(line, tooltip);
    }

    Field field() {
        return field;
    }

    private Node names() {
        Label name = new Label(field.title());
        name.getStyleClass().add("field-name");
        name.setWrapText(true);
        name.setMinWidth(0);
        VBox names = new VBox(name);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        String allowed = field.allowed();
        if (!allowed.isEmpty()) {
            Label hint = new Label(allowed);
            hint.getStyleClass().add("field-hint");
            names.getChildren().add(hint);
        }
        HBox.setHgrow(names, Priority.ALWAYS);
        return names;
    }

    private Region control() {
        Region control = switch (field.option().type()) {
            case BOOLEAN -> toggle();
            case CHOICE -> choice();
            case INTEGER, NUMBER, TEXT, LIST -> text();
        };
        control.setId("field-" + field.option().key());
        control.getStyleClass().add("field-control");
        control.setMinWidth(Region.USE_PREF_SIZE);
        String allowed = field.allowed();
        control.setAccessibleText(allowed.isEmpty() ? field.title() : field.title() + ", " + allowed);
        // What is wrong is said first.
        control.accessibleHelpProperty()
                .bind(field.errorProperty().map(error -> error.isEmpty() ? field.help() : error + " " + field.help()));
        return control;
    }

    private Region toggle() {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setSelected(Boolean.parseBoolean(field.textProperty().get()));
        toggle.selectedProperty()
                .addListener((o, before, now) -> field.textProperty().set(Boolean.toString(now)));
        field.textProperty().addListener((o, before, now) -> toggle.setSelected(Boolean.parseBoolean(now)));
        return toggle;
    }

    private Region choice() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.option().choices());
        box.valueProperty().bindBidirectional(field.textProperty());
        return box;
    }

    private Region text() {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.textProperty());
        text.setPromptText(field.defaultText());
        if (field.isNumber()) {
            text.getStyleClass().add("number-field");
        }
        return text;
    }

    /** Goes back to the preset's value; from there, to the default. */
    private Button resetButton() {
        Button reset = new Button();
        reset.setId("reset-" + field.option().key());
        reset.setGraphic(Icon.RESET.node());
        reset.getStyleClass().addAll("flat", "reset-button");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> field.editedProperty().get()
                                ? Texts.of(
                                        "form.reset.preset",
                                        shown(field.presetProperty().get()))
                                : Texts.of("form.reset.default", shownDefault(field.option())),
                        field.editedProperty(),
                        field.presetProperty()));
        reset.setTooltip(tooltip);
        reset.accessibleTextProperty().bind(tooltip.textProperty());
        reset.visibleProperty().bind(field.changedProperty().or(field.editedProperty()));
        reset.setOnAction(event -> {
            if (field.editedProperty().get()) {
                field.resetToPreset();
            } else {
                field.reset();
            }
        });
        return reset;
    }

    private Label errorLine() {
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setId("error-" + field.option().key());
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        error.textProperty().bind(field.errorProperty());
        error.visibleProperty().bind(field.errorProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }

    private static Tooltip tooltip(Field field) {
        OptionDescriptor option = field.option();
        StringBuilder text = new StringBuilder(field.help());
        text.append("\n\n").append(Texts.of("form.default", shownDefault(option)));
        String allowed = field.allowed();
        if (!allowed.isEmpty()) {
            text.append('\n').append(Texts.of("form.allowed", allowed));
        }
        text.append('\n').append(Texts.of("form.flag", option.flag()));
        if (!option.formerName().isEmpty()) {
            text.append('\n').append(Texts.of("form.former", option.formerName()));
        }
        if (option.live()) {
            text.append('\n').append(Texts.of("form.live"));
        }
        Tooltip tooltip = new Tooltip(text.toString());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.seconds(30));
        return tooltip;
    }

    private static String shownDefault(OptionDescriptor option) {
        return shown(option.defaultValue());
    }

    private static String shown(Object value) {
        String text = NumberText.of(value);
        return text.isEmpty() ? Texts.of("form.empty") : text;
    }
}
