package io.particlearena.ui.setup;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.Preset;
import io.particlearena.ui.Icon;
import io.particlearena.ui.form.FormModel;
import io.particlearena.ui.form.OptionForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/** The left part of the window: what will be run. */
public final class SetupPane extends BorderPane {

    private static final Duration SETTLING = Duration.millis(300);
    private static final Duration LIVE_SETTLING = Duration.seconds(1);

    private final SetupModel model;
    private final SearchableComboBox<Preset> preset = new SearchableComboBox<>();
    private final TextField search = new TextField();
    private final ToggleButton onlyChanged = new ToggleButton("Changed");
    private final List<FormSection> sections = new ArrayList<>();
    private final Label nothingFound = new Label("No option is found under this word.");
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final PauseTransition settling = new PauseTransition(SETTLING);

    /** A view of the settings. */
    public SetupPane(SetupModel model) {
        this.model = model;
        getStyleClass().add("setup-pane");
        VBox content = new VBox(choices(), searchLine());
        content.getStyleClass().add("setup-content");
        addSection(content, "Run", "run-form", null, model.runForm());
        addSection(content, "Scenario", "scenario-form", model.scenarioFormProperty(), null);
        addSection(content, "Good policy", "good-form", model.good().formProperty(), null);
        addSection(content, "Bad policy", "bad-form", model.bad().formProperty(), null);
        nothingFound.getStyleClass().add("muted");
        content.getChildren().add(nothingFound);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(faultLine());
        search.textProperty().addListener((o, before, now) -> filter());
        onlyChanged.selectedProperty().addListener((o, before, now) -> filter());
        // While a run goes on, a number half written must not reach it.
        running.addListener((o, before, now) -> settling.setDuration(now ? LIVE_SETTLING : SETTLING));
        settling.setOnFinished(event -> model.validate());
        model.seedProperty().addListener((o, before, now) -> settling.playFromStart());
        filter();
    }

    /** Whether a run is going on: then only options that may change while training can be set. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Chooses a preset by its name; one that is not there changes nothing. */
    public void choosePreset(String name) {
        preset.getItems().stream().filter(choice -> choice.name().equals(name)).forEach(preset::setValue);
    }

    /** Moves the keyboard focus to the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Node choices() {
        preset.setId("preset");
        preset.getItems().setAll(model.workbench().presets());
        preset.setConverter(shownAs(Preset::title));
        preset.setPromptText("Choose a preset");
        preset.setMaxWidth(Double.MAX_VALUE);
        Label presetText = description(preset.valueProperty().map(Preset::description));
        preset.valueProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.load(now.spec());
            }
        });
        if (!preset.getItems().isEmpty()) {
            preset.setValue(preset.getItems().get(0));
        }

        Node scenario = entries("scenario", model.workbench().scenarios(), model.scenarioProperty());
        Label scenarioText = description(model.scenarioProperty().map(CatalogueEntry::description));
        Node good = entries(
                "good-policy", model.workbench().algorithms(), model.good().algorithmProperty());
        Node bad = entries(
                "bad-policy", model.workbench().algorithms(), model.bad().algorithmProperty());

        VBox box = new VBox(
                caption("Preset", preset),
                presetText,
                caption("Scenario", scenario),
                scenarioText,
                new HBox(12, grow(caption("Good policy", good)), grow(caption("Bad policy", bad))),
                seed());
        box.getStyleClass().add("choices");
        box.disableProperty().bind(running);
        return box;
    }

    private Node entries(
            String id, List<CatalogueEntry> entries, javafx.beans.property.ObjectProperty<CatalogueEntry> chosen) {
        SearchableComboBox<CatalogueEntry> box = new SearchableComboBox<>();
        box.setId(id);
        box.getItems().setAll(entries);
        box.setConverter(shownAs(CatalogueEntry::title));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(chosen.get());
        Tooltip tooltip = new Tooltip(chosen.get().description());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        box.setTooltip(tooltip);
        box.valueProperty().addListener((o, before, now) -> {
            // The control's value passes through null while its search narrows the list.
            if (now != null) {
                chosen.set(now);
            }
        });
        chosen.addListener((o, before, now) -> {
            box.setValue(now);
            tooltip.setText(now.description());
        });
        return box;
    }

    private Node seed() {
        TextField field = new TextField();
        field.setId("field-seed");
        field.getStyleClass().add("number-field");
        field.textProperty().bindBidirectional(model.seedProperty());
        field.setTooltip(
                new Tooltip("All random numbers of a run come from the seed: the same seed gives the same run."));
        Label error = new Label();
        error.setId("error-seed");
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.textProperty().bind(model.seedErrorProperty());
        error.managedProperty().bind(model.seedErrorProperty().isNotEmpty());
        error.visibleProperty().bind(error.managedProperty());
        model.seedErrorProperty()
                .addListener((o, before, now) ->
                        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), !now.isEmpty()));
        return caption("Seed", new VBox(field, error));
    }

    private Node searchLine() {
        search.setId("option-search");
        search.setPromptText("Search options");
        search.setTooltip(new Tooltip("Finds options by name, flag or help (Ctrl F)"));
        HBox.setHgrow(search, Priority.ALWAYS);
        onlyChanged.setId("only-changed");
        onlyChanged.setTooltip(new Tooltip("Show only options that differ from their defaults"));
        HBox line = new HBox(8, Icon.SEARCH.node(), search, onlyChanged);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("search-line");
        return line;
    }

    private Node faultLine() {
        Label fault = new Label();
        fault.setId("setup-error");
        fault.setWrapText(true);
        fault.getStyleClass().addAll("field-error", "setup-error");
        fault.textProperty().bind(model.errorProperty());
        fault.managedProperty().bind(model.errorProperty().isNotEmpty());
        fault.visibleProperty().bind(fault.managedProperty());
        return fault;
    }

    private void addSection(
            VBox content,
            String title,
            String id,
            javafx.beans.property.@org.jspecify.annotations.Nullable ReadOnlyObjectProperty<FormModel> changing,
            @org.jspecify.annotations.Nullable FormModel fixed) {
        FormSection section = new FormSection(title, id);
        sections.add(section);
        content.getChildren().add(section);
        if (changing != null) {
            show(section, changing.get());
            changing.addListener((o, before, now) -> {
                show(section, now);
                filter();
                settling.playFromStart();
            });
        } else if (fixed != null) {
            show(section, fixed);
        }
    }

    private void show(FormSection section, FormModel form) {
        section.show(new OptionForm(form, running));
        form.fields().forEach(field -> field.textProperty().addListener((o, before, now) -> settling.playFromStart()));
    }

    private void filter() {
        int shown = 0;
        for (FormSection section : sections) {
            shown += section.filter(search.getText(), onlyChanged.isSelected());
        }
        boolean filtered = !search.getText().isBlank() || onlyChanged.isSelected();
        nothingFound.setText(
                search.getText().isBlank() ? "Every option is at its default." : "No option is found under this word.");
        nothingFound.setVisible(filtered && shown == 0);
        nothingFound.setManaged(filtered && shown == 0);
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

    private static VBox caption(String text, Node control) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        VBox box = new VBox(label, control);
        box.getStyleClass().add("captioned");
        return box;
    }

    private static VBox grow(VBox box) {
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(100);
        return box;
    }

    private static <T> StringConverter<T> shownAs(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String shown) {
                throw new UnsupportedOperationException("A choice is never read back from its text");
            }
        };
    }
}
