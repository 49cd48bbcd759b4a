package io.particlearena.ui.setup;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is chosen before any option: preset, scenario, algorithms, who takes turns, and the seed. */
final class ChoicesBox extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SetupModel model;

    ChoicesBox(SetupModel model, PresetLine presets) {
        this.model = model;
        getStyleClass().add("choices");
        Node scenario = new EntryChoice("scenario", model.workbench().scenarios(), model.scenarioProperty());
        Node good = new EntryChoice(
                "good-policy", model.workbench().algorithms(), model.good().algorithmProperty());
        Node bad = new EntryChoice(
                "bad-policy", model.workbench().algorithms(), model.bad().algorithmProperty());
        VBox badChoice = grow(caption(Texts.of("setup.bad"), bad));
        badChoice.visibleProperty().bind(model.badPlays());
        badChoice.managedProperty().bind(badChoice.visibleProperty());
        getChildren()
                .addAll(
                        presets,
                        description(presets.descriptionProperty()),
                        caption(Texts.of("setup.scenario"), scenario),
                        description(model.scenarioProperty().map(CatalogueEntry::description)),
                        new HBox(12, grow(caption(Texts.of("setup.good"), good)), badChoice),
                        new TurnsBox(model),
                        seed(),
                        new ChangesBox(model));
    }

    private Node seed() {
        TextField field = new TextField();
        field.setId("field-seed");
        field.getStyleClass().add("number-field");
        field.textProperty().bindBidirectional(model.seedProperty());
        field.setTooltip(new Tooltip(Texts.of("setup.seed.help")));
        Label error = new Label();
        error.setId("error-seed");
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.textProperty().bind(model.seedErrorProperty());
        error.managedProperty().bind(model.seedErrorProperty().isNotEmpty());
        error.visibleProperty().bind(error.managedProperty());
        model.seedErrorProperty().addListener((o, before, now) -> field.pseudoClassStateChanged(ERROR, !now.isEmpty()));
        return caption(Texts.of("setup.seed"), field, error);
    }

    private static Label description(ObservableValue<String> text) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("description");
        label.textProperty().bind(text.orElse(""));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static VBox caption(String text, Node control, Node... below) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        VBox box = new VBox(label, control);
        box.getChildren().addAll(below);
        box.getStyleClass().add("captioned");
        return box;
    }

    private static VBox grow(VBox box) {
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(100);
        return box;
    }
}
