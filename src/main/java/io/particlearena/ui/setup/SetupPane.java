package io.particlearena.ui.setup;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.OptionChange;
import io.particlearena.options.OptionException;
import io.particlearena.ui.Background;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import io.particlearena.ui.form.OptionForm;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The left part of the window: what will be run. */
public final class SetupPane extends BorderPane {

    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Y");
    private static final Duration SETTLING = Duration.millis(300);
    private static final Duration LIVE_SETTLING = Duration.seconds(1);

    private final SetupModel model;
    private final SetupHistory history;
    private final Background background = new Background("presets");
    private final PresetLine presets;
    private final ChoicesBox choices;
    private final TextField search = new TextField();
    private final ToggleButton onlyChanged = new ToggleButton(Texts.of("setup.changed"));
    private final ToggleButton onlyEdited = new ToggleButton(Texts.of("setup.edited"));
    private final ToggleGroup which = new ToggleGroup();
    private final List<FormSection> fixedSections = new ArrayList<>();
    private final FormSection badSection;
    private final ObservableValue<Boolean> badPlays;
    private final List<FormSection> furtherSections = new ArrayList<>();
    private final VBox sections = new VBox();
    private final Label nothingFound = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final PauseTransition settling = new PauseTransition(SETTLING);

    /** A view of the settings. */
    public SetupPane(SetupModel model) {
        this.model = model;
        this.history = new SetupHistory(model);
        this.presets = new PresetLine(model, history, background, this::jumpToFault);
        this.choices = new ChoicesBox(model, presets);
        getStyleClass().add("setup-pane");
        choices.disableProperty().bind(running);
        sections.getStyleClass().add("form-sections");
        nothingFound.getStyleClass().add("muted");
        VBox content = new VBox(choices, searchLine(), liveLine(), sections, nothingFound);
        content.getStyleClass().add("setup-content");
        FormSection run = new FormSection(Texts.of("setup.run"), "run-form");
        show(run, model.runForm());
        fixedSections.add(run);
        fixedSections.add(section(Texts.of("setup.scenario"), "scenario-form", model.scenarioFormProperty()));
        fixedSections.add(
                section(Texts.of("setup.good"), "good-form", model.good().formProperty()));
        badSection = section(Texts.of("setup.bad"), "bad-form", model.bad().formProperty());
        badPlays = model.badPlays();
        badPlays.addListener((o, before, now) -> showSections());
        model.furtherPolicies().addListener((ListChangeListener<PolicySetup>) change -> {
            showFurther();
            settling.playFromStart();
        });
        showFurther();
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(faultLine());
        search.textProperty().addListener((o, before, now) -> filter());
        for (ToggleButton only : List.of(onlyChanged, onlyEdited)) {
            only.selectedProperty().addListener((o, before, now) -> filter());
            only.setToggleGroup(which);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::undoByKey);
        presets.refresh();
        // While a run goes on, a number half written must not reach it.
        running.addListener((o, before, now) -> settling.setDuration(now ? LIVE_SETTLING : SETTLING));
        settling.setOnFinished(event -> settle());
        model.seedProperty().addListener((o, before, now) -> settling.playFromStart());
        model.changes().addListener((ListChangeListener<OptionChange>) change -> settling.playFromStart());
        filter();
    }

    /** Whether a run is going on: then only options that may change while training can be set. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Chooses a preset by its name; one that is not there changes nothing. */
    public void choosePreset(String name) {
        presets.choosePreset(name);
    }

    /** Takes all settings from a specification, and names the preset that it is, if it is one. */
    public void show(ExperimentSpec spec) {
        presets.show(spec);
        settle();
    }

    /** Moves the keyboard focus to the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Shows the options that a word finds. */
    public void search(String word) {
        search.setText(word);
        focusSearch();
    }

    private Node searchLine() {
        search.setId("option-search");
        search.setPromptText(Texts.of("setup.search"));
        search.setAccessibleText(Texts.of("setup.search.help"));
        search.setTooltip(new Tooltip(Texts.of("setup.search.help")));
        HBox.setHgrow(search, Priority.ALWAYS);
        onlyChanged.setId("only-changed");
        onlyChanged.setTooltip(new Tooltip(Texts.of("setup.changed.help")));
        onlyEdited.setId("only-edited");
        onlyChanged.setMinWidth(Region.USE_PREF_SIZE);
        onlyEdited.setMinWidth(Region.USE_PREF_SIZE);
        onlyEdited.setTooltip(new Tooltip(Texts.of("setup.edited.help")));
        HBox only = new HBox(4, onlyChanged, onlyEdited);
        only.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(8, Icon.SEARCH.node(), search, only);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("search-line");
        return line;
    }

    /** Says why options are grey. */
    private Node liveLine() {
        Label live = new Label(Texts.of("setup.live"));
        live.setId("setup-live");
        live.setWrapText(true);
        live.getStyleClass().add("description");
        live.managedProperty().bind(running);
        live.visibleProperty().bind(running);
        return live;
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
        for (Field field : form.fields()) {
            field.textProperty().addListener((o, before, now) -> settling.playFromStart());
            field.errorProperty().addListener((o, before, now) -> {
                if (!now.isEmpty() && !section.isExpanded()) {
                    section.setExpanded(true);
                    Platform.runLater(() ->
                            scrollTo(section.lookup("#field-" + field.option().key())));
                }
            });
        }
    }

    /** Shows the fault that was found last at its field, whatever is filtered or folded away, with the keyboard focus there. */
    public void jumpToFault() {
        OptionException fault = model.faultProperty().get();
        if (fault == null) {
            return;
        }
        search.clear();
        which.selectToggle(null);
        if (fault.option().equals("seed")) {
            focus(choices, "seed");
            return;
        }
        model.fieldAt(fault.option())
                .ifPresent(field -> shownSections().stream()
                        .filter(section -> section.unfold(field))
                        .findFirst()
                        .ifPresent(section -> focus(section, field.option().key())));
    }

    private void focus(Node part, String key) {
        // Once the page is on the screen, and after the button that was pressed took the focus.
        Platform.runLater(() -> {
            scroll.applyCss();
            Node control = part.lookup("#field-" + key);
            scrollTo(control);
            if (control != null) {
                control.requestFocus();
            }
            if (control instanceof TextField text) {
                text.selectAll();
            }
        });
    }

    /** Brings a field into view. */
    private void scrollTo(@Nullable Node control) {
        Node content = scroll.getContent();
        if (control == null) {
            return;
        }
        scroll.layout();
        double top = content.sceneToLocal(control.localToScene(0, 0)).getY();
        double view = scroll.getViewportBounds().getHeight();
        double beyond = content.getLayoutBounds().getHeight() - view;
        if (beyond > 0) {
            scroll.setVvalue(Math.max(0, Math.min(1, (top - view / 3) / beyond)));
        }
    }

    /** Gives each further policy a section below those that are always there. */
    private void showFurther() {
        furtherSections.clear();
        for (PolicySetup policy : model.furtherPolicies()) {
            furtherSections.add(
                    section(Texts.of("setup.policy", policy.name()), policy.name() + "-form", policy.formProperty()));
        }
        showSections();
    }

    /** A side without agents has nothing to set. */
    private void showSections() {
        sections.getChildren().setAll(fixedSections);
        if (badPlays.getValue()) {
            sections.getChildren().add(badSection);
        }
        sections.getChildren().addAll(furtherSections);
        filter();
    }

    private List<FormSection> shownSections() {
        return sections.getChildren().stream().map(FormSection.class::cast).toList();
    }

    private void filter() {
        OptionForm.Shown shown = onlyChanged.isSelected()
                ? OptionForm.Shown.CHANGED
                : onlyEdited.isSelected() ? OptionForm.Shown.EDITED : OptionForm.Shown.ALL;
        int rows = 0;
        for (FormSection section : shownSections()) {
            rows += section.filter(search.getText(), shown);
        }
        boolean filtered = !search.getText().isBlank() || shown != OptionForm.Shown.ALL;
        String reason = switch (shown) {
            case ALL -> "nothing";
            case CHANGED -> "unchanged";
            case EDITED -> "unedited";
        };
        nothingFound.setText(Texts.of("setup.search." + (search.getText().isBlank() ? reason : "nothing")));
        nothingFound.setVisible(filtered && rows == 0);
        nothingFound.setManaged(filtered && rows == 0);
    }

    /** Settings have rested for a moment: they are checked, and what has changed is one step to take back. */
    private void settle() {
        history.note();
        presets.tellEdited();
        model.validate();
    }

    /** Takes a change of settings back; not while a run goes on, which the settings then belong to. */
    public void undo() {
        if (!running.get()) {
            history.undo();
            settle();
        }
    }

    /** Makes a change of settings again. */
    public void redo() {
        if (!running.get()) {
            history.redo();
            settle();
        }
    }

    /** Goes back to the chosen preset. */
    public void reset() {
        if (!running.get()) {
            model.reset();
            settle();
        }
    }

    /** Asks for a title and saves the settings as a preset. */
    public void savePreset() {
        presets.askTitle();
    }

    /** Text fields would take back their own letters only. */
    private void undoByKey(KeyEvent event) {
        if (event.getTarget() == search || running.get()) {
            return;
        }
        if (UNDO.match(event)) {
            undo();
            event.consume();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            redo();
            event.consume();
        }
    }

    /** Ends the thread that reads presets. */
    public void close() {
        background.close();
    }
}
