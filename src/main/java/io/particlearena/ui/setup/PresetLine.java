package io.particlearena.ui.setup;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Preset;
import io.particlearena.options.OptionException;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.IoReason;
import io.particlearena.ui.Background;
import io.particlearena.ui.Icon;
import io.particlearena.ui.SaveDialog;
import io.particlearena.ui.ShownAs;
import io.particlearena.ui.SystemClipboard;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** The choice of a preset, and what can be done with all settings at once: undo, redo, reset, copy, save as file or preset. */
final class PresetLine extends VBox {

    /** Installers tell the desktop that files of this ending are the program's. */
    private static final String FILE_ENDING = ".arena";

    private final SetupModel model;
    private final SetupHistory history;
    private final Background background;
    private final Runnable onFault;
    private final SearchableComboBox<Preset> preset = new SearchableComboBox<>();
    private final ObservableList<String> own = FXCollections.observableArrayList();
    private final TextField title = new TextField();
    private final HBox saving = new HBox();
    private final Label note = new Label();
    private final Label edited = new Label();
    private boolean following;

    /** The preset with which settings are compared, also while the box is empty because another scenario was chosen. */
    private @Nullable Preset compared;

    /** @param onFault called when something was not done because of a fault in the settings, which the model then shows */
    PresetLine(SetupModel model, SetupHistory history, Background background, Runnable onFault) {
        this.model = model;
        this.onFault = onFault;
        this.history = history;
        this.background = background;
        getStyleClass().addAll("captioned", "preset-line");
        Label caption = new Label(Texts.of("setup.preset"));
        caption.getStyleClass().add("caption");
        caption.setLabelFor(preset);
        edited.setId("edited-count");
        edited.getStyleClass().add("badge");
        edited.managedProperty().bind(edited.visibleProperty());
        caption.setMinWidth(Region.USE_PREF_SIZE);
        note.setId("preset-note");
        note.getStyleClass().add("description");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(caption, edited, space);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("preset-head");
        head.getChildren()
                .addAll(
                        button(
                                "settings-undo",
                                Icon.UNDO,
                                history::undo,
                                history.canUndoProperty().not()),
                        button(
                                "settings-redo",
                                Icon.REDO,
                                history::redo,
                                history.canRedoProperty().not()),
                        button(
                                "settings-reset",
                                Icon.RESTART,
                                model::reset,
                                edited.visibleProperty().not()),
                        more());
        getChildren().addAll(head, choice(), savingLine(), note);
        tellEdited();
    }

    /** What the chosen preset says of itself. */
    ObservableValue<String> descriptionProperty() {
        return preset.valueProperty().map(Preset::description);
    }

    /** Says how many settings differ from the preset, and no longer names it where another scenario than its own is set. */
    void tellEdited() {
        Preset former = compared;
        boolean kept = former != null
                && former.spec()
                        .scenario()
                        .equals(model.scenarioProperty().get().name());
        setBox(kept ? former : null);
        int count = model.editedCount();
        edited.setText(Texts.of("setup.edited.count", count));
        edited.setVisible(count > 0);
    }

    void choosePreset(String name) {
        preset.getItems().stream().filter(choice -> choice.name().equals(name)).forEach(preset::setValue);
    }

    /** Takes all settings from a specification, and names the preset that it is, if it is one. */
    void show(ExperimentSpec spec) {
        compared = preset.getItems().stream()
                .filter(each -> each.spec().equals(spec))
                .findFirst()
                .orElse(null);
        setBox(compared);
        model.load(spec);
    }

    /** Shows a preset without taking its settings. */
    private void setBox(@Nullable Preset shown) {
        following = true;
        preset.setValue(shown);
        following = false;
    }

    /** Reads the presets anew. */
    void refresh() {
        Workbench workbench = model.workbench();
        background.run(() -> new Offer(workbench.presets(), workbench.ownPresets()), this::offer, this::refuse);
    }

    private record Offer(List<Preset> presets, List<String> own) {}

    private void offer(Offer offer) {
        own.setAll(offer.own());
        if (!preset.getItems().equals(offer.presets())) {
            following = true;
            Preset before = preset.getValue();
            preset.getItems().setAll(offer.presets());
            following = false;
            compared = offer.presets().contains(compared) ? compared : null;
            setBox(offer.presets().contains(before) ? before : null);
        }
    }

    private Node choice() {
        preset.setId("preset");
        preset.getItems().setAll(model.workbench().presets());
        preset.setConverter(new ShownAs<>(Preset::title));
        preset.setPromptText(Texts.of("setup.preset.choose"));
        preset.setMaxWidth(Double.MAX_VALUE);
        if (!preset.getItems().isEmpty()) {
            compared = preset.getItems().get(0);
            preset.setValue(compared);
        }
        preset.valueProperty().addListener((o, before, now) -> {
            if (now != null && !following) {
                compared = now;
                note.setText("");
                model.load(now.spec());
            }
        });
        return preset;
    }

    private Node savingLine() {
        title.setId("preset-title");
        title.setAccessibleText(Texts.of("setup.save.title"));
        title.setPromptText(Texts.of("setup.save.title"));
        title.setOnAction(event -> save());
        title.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(saving, false);
                event.consume();
            }
        });
        HBox.setHgrow(title, Priority.ALWAYS);
        Button save = new Button(Texts.of("setup.save"));
        save.setId("preset-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> save());
        Button cancel = new Button();
        cancel.setGraphic(Icon.CLOSE.node());
        cancel.getStyleClass().add("flat");
        cancel.setAccessibleText(Texts.of("setup.save.cancel"));
        cancel.setOnAction(event -> show(saving, false));
        saving.getChildren().addAll(title, save, cancel);
        saving.getStyleClass().add("preset-saving");
        show(saving, false);
        return saving;
    }

    private MenuButton more() {
        MenuButton menu = new MenuButton();
        menu.setId("settings-more");
        menu.setGraphic(Icon.MORE.node());
        menu.getStyleClass().addAll("flat", "no-arrow");
        menu.setAccessibleText(Texts.of("setup.more"));
        menu.setTooltip(new Tooltip(Texts.of("setup.more")));
        MenuItem delete = item("delete", this::delete);
        delete.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> preset.getValue() == null
                                || !own.contains(preset.getValue().name()),
                        preset.valueProperty(),
                        own));
        menu.getItems()
                .addAll(
                        item("command", () -> copy(model.workbench()::command, "setup.copied.command")),
                        item("json", () -> copy(model.workbench()::json, "setup.copied.json")),
                        new SeparatorMenuItem(),
                        item("file", this::askFile),
                        item("save", this::askTitle),
                        delete);
        return menu;
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(Texts.of("setup.more." + name));
        item.setId("settings-" + name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void copy(Function<ExperimentSpec, String> text, String done) {
        try {
            SystemClipboard.copy(text.apply(model.spec()));
            note.setText(Texts.of(done));
        } catch (OptionException e) {
            refuse(e);
        }
    }

    /** Asks for the file to write the settings into. */
    private void askFile() {
        try {
            ExperimentSpec spec = model.spec();
            SaveDialog.ask(
                            getScene().getWindow(),
                            Texts.of("setup.file.title"),
                            spec.scenario(),
                            Texts.of("setup.file.kind"),
                            FILE_ENDING)
                    .ifPresent(file -> write(file, spec));
        } catch (OptionException e) {
            refuse(e);
        }
    }

    /** Writes the settings into a file that the window can open again. */
    private void write(Path file, ExperimentSpec spec) {
        background.run(
                () -> {
                    AtomicFiles.write(file, model.workbench().json(spec));
                    return file;
                },
                written -> note.setText(Texts.of("setup.file.saved", written)),
                e -> note.setText(Texts.of(
                        "setup.file.failed",
                        file,
                        e instanceof IOException io ? IoReason.of(io) : String.valueOf(e.getMessage()))));
    }

    /** Asks for the title under which to save the settings. */
    void askTitle() {
        show(saving, true);
        title.requestFocus();
    }

    private void save() {
        try {
            ExperimentSpec spec = model.spec();
            model.workbench().validate(spec);
            String wanted = title.getText();
            background.run(() -> model.workbench().savePreset(wanted, spec), name -> saved(wanted), this::refuse);
        } catch (OptionException e) {
            refuse(e);
        }
    }

    private void saved(String wanted) {
        show(saving, false);
        title.clear();
        Workbench workbench = model.workbench();
        background.run(
                () -> new Offer(workbench.presets(), workbench.ownPresets()),
                offer -> {
                    offer(offer);
                    offer.presets().stream()
                            .filter(each -> each.title().equals(wanted.strip()))
                            .findFirst()
                            .ifPresent(preset::setValue);
                    note.setText(Texts.of("setup.saved", wanted.strip()));
                    tellEdited();
                },
                this::refuse);
    }

    private void delete() {
        Preset chosen = preset.getValue();
        if (chosen != null) {
            background.run(
                    () -> {
                        model.workbench().deletePreset(chosen.name());
                        return chosen.title();
                    },
                    gone -> {
                        note.setText(Texts.of("setup.deleted", gone));
                        refresh();
                    },
                    this::refuse);
        }
    }

    private void refuse(OptionException fault) {
        model.show(fault);
        note.setText(String.valueOf(fault.getMessage()));
        onFault.run();
    }

    private void refuse(Exception e) {
        note.setText(String.valueOf(e.getMessage()));
    }

    private Button button(String id, Icon icon, Runnable action, BooleanBinding disabled) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("flat");
        button.setAccessibleText(Texts.of(id.replace("settings-", "setup.")));
        button.setTooltip(new Tooltip(Texts.of(id.replace("settings-", "setup."))));
        button.disableProperty().bind(disabled);
        button.setOnAction(event -> {
            action.run();
            history.note();
            model.validate();
            tellEdited();
        });
        return button;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
