package io.particlearena.ui.setup;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.FormModel;
import io.particlearena.ui.form.OptionForm;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
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
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The left part of the window: what will be run. */
public final class SetupPane extends BorderPane {

    private static final Duration SETTLING = Duration.millis(300);
    private static final Duration LIVE_SETTLING = Duration.seconds(1);

    private final SetupModel model;
    private final ChoicesBox choices;
    private final TextField search = new TextField();
    private final ToggleButton onlyChanged = new ToggleButton(Texts.of("setup.changed"));
    private final List<FormSection> fixedSections = new ArrayList<>();
    private final List<FormSection> furtherSections = new ArrayList<>();
    private final VBox sections = new VBox();
    private final Label nothingFound = new Label();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final PauseTransition settling = new PauseTransition(SETTLING);

    /** A view of the settings. */
    public SetupPane(SetupModel model) {
        this.model = model;
        this.choices = new ChoicesBox(model);
        getStyleClass().add("setup-pane");
        choices.disableProperty().bind(running);
        sections.getStyleClass().add("form-sections");
        nothingFound.getStyleClass().add("muted");
        VBox content = new VBox(choices, searchLine(), sections, nothingFound);
        content.getStyleClass().add("setup-content");
        FormSection run = new FormSection(Texts.of("setup.run"), "run-form");
        show(run, model.runForm());
        fixedSections.add(run);
        fixedSections.add(section(Texts.of("setup.scenario"), "scenario-form", model.scenarioFormProperty()));
        fixedSections.add(
                section(Texts.of("setup.good"), "good-form", model.good().formProperty()));
        fixedSections.add(section(Texts.of("setup.bad"), "bad-form", model.bad().formProperty()));
        model.furtherPolicies().addListener((ListChangeListener<PolicySetup>) change -> {
            showFurther();
            settling.playFromStart();
        });
        showFurther();
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
        choices.choosePreset(name);
    }

    /** Takes all settings from a specification, and names the preset that it is, if it is one. */
    public void show(ExperimentSpec spec) {
        choices.show(spec);
        model.validate();
    }

    /** Moves the keyboard focus to the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Node searchLine() {
        search.setId("option-search");
        search.setPromptText(Texts.of("setup.search"));
        search.setTooltip(new Tooltip(Texts.of("setup.search.help")));
        HBox.setHgrow(search, Priority.ALWAYS);
        onlyChanged.setId("only-changed");
        onlyChanged.setTooltip(new Tooltip(Texts.of("setup.changed.help")));
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

    private FormSection section(String title, String id, ReadOnlyObjectProperty<FormModel> form) {
        FormSection section = new FormSection(title, id);
        show(section, form.get());
        form.addListener((o, before, now) -> {
            show(section, now);
            filter();
            settling.playFromStart();
        });
        return section;
    }

    private void show(FormSection section, FormModel form) {
        section.show(new OptionForm(form, running));
        form.fields().forEach(field -> field.textProperty().addListener((o, before, now) -> settling.playFromStart()));
    }

    /** Gives each further policy a section below those that are always there. */
    private void showFurther() {
        furtherSections.clear();
        for (PolicySetup policy : model.furtherPolicies()) {
            furtherSections.add(
                    section(Texts.of("setup.policy", policy.name()), policy.name() + "-form", policy.formProperty()));
        }
        sections.getChildren().setAll(fixedSections);
        sections.getChildren().addAll(furtherSections);
        filter();
    }

    private void filter() {
        int shown = 0;
        for (FormSection section : fixedSections) {
            shown += section.filter(search.getText(), onlyChanged.isSelected());
        }
        for (FormSection section : furtherSections) {
            shown += section.filter(search.getText(), onlyChanged.isSelected());
        }
        boolean filtered = !search.getText().isBlank() || onlyChanged.isSelected();
        nothingFound.setText(Texts.of(search.getText().isBlank() ? "setup.search.unchanged" : "setup.search.nothing"));
        nothingFound.setVisible(filtered && shown == 0);
        nothingFound.setManaged(filtered && shown == 0);
    }
}
