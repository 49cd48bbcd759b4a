package io.particlearena.ui.preferences;

import io.particlearena.experiment.Experiments;
import io.particlearena.ui.Background;
import io.particlearena.ui.Palette;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.form.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where preferences are changed; every change holds at once. */
public final class PreferencesPane extends VBox {

    private final KeptPreferences preferences;
    private final GridPane rows = new GridPane();

    /** One of the things to choose from, with the text that is shown for it. */
    private record Choice<T>(T value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * @param theme what the window shows, which the command line may have set for this session
     * @param textSize likewise
     */
    public PreferencesPane(
            KeptPreferences preferences, ReadOnlyObjectProperty<Theme> theme, ReadOnlyDoubleProperty textSize) {
        this.preferences = preferences;
        getStyleClass().add("preferences");
        rows.getStyleClass().add("preferences-rows");
        add("theme", choice(themes(), Preferences::theme, preferences::setTheme));
        add("colours", choice(palettes(), Preferences::palette, preferences::setPalette));
        addTextSize();
        addSession(theme, textSize);
        add("language", choice(languages(), Preferences::language, preferences::setLanguage));
        addNote("preferences-restart", "preferences.language.restart", Preferences::language);
        addDevice();
        Label file = new Label(preferences
                .path()
                .map(path -> Texts.of("preferences.file", path))
                .orElse(Texts.of("preferences.forgotten")));
        file.getStyleClass().add("muted");
        file.setWrapText(true);
        getChildren().addAll(rows, file);
    }

    private void add(String name, Control control) {
        Label label = new Label(Texts.of("preferences." + name));
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        control.setId("preferences-" + name);
        rows.addRow(rows.getRowCount(), label, control);
    }

    /** A line that is seen once a preference is not what it was at the start. */
    private void addNote(String id, String text, Function<Preferences, String> preference) {
        Label note = new Label(Texts.of(text));
        note.setId(id);
        note.getStyleClass().add("muted");
        String atStart = preference.apply(preferences.get());
        note.visibleProperty()
                .bind(preferences.property().map(now -> !preference.apply(now).equals(atStart)));
        rows.add(note, 1, rows.getRowCount());
    }

    /** A line that is seen while the window looks otherwise than preferred, as the command line may want it. */
    private void addSession(ReadOnlyObjectProperty<Theme> theme, ReadOnlyDoubleProperty textSize) {
        Label note = new Label();
        note.setId("preferences-session");
        note.getStyleClass().addAll("muted", "preferences-reason");
        note.setWrapText(true);
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> session(theme.get(), textSize.get()), theme, textSize, preferences.property()));
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        rows.add(note, 1, rows.getRowCount());
    }

    private String session(Theme theme, double textSize) {
        Preferences kept = preferences.get();
        return kept.theme() == theme && kept.textSize() == textSize
                ? ""
                : Texts.of("preferences.session", name(theme), NumberText.of(textSize));
    }

    /** What there is to choose from comes from another thread, since the driver may have to be asked. */
    private void addDevice() {
        ComboBox<Choice<String>> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setDisable(true);
        add("device", box);
        Label reason = new Label();
        reason.setId("preferences-device-reason");
        reason.getStyleClass().addAll("muted", "preferences-reason");
        reason.setWrapText(true);
        rows.add(reason, 1, rows.getRowCount());
        addNote("preferences-device-restart", "preferences.device.restart", Preferences::device);
        Background asking = new Background("devices");
        asking.run(
                () -> new Devices(Experiments.devices(), Experiments.automaticDevice()),
                devices -> {
                    offer(box, devices.names());
                    reason.setText(devices.automatic());
                    asking.close();
                },
                e -> {
                    reason.setText(String.valueOf(e.getMessage()));
                    asking.close();
                });
    }

    /** What can be chosen, and what the program would choose. */
    private record Devices(List<String> names, String automatic) {}

    private void offer(ComboBox<Choice<String>> box, List<String> names) {
        for (String name : names) {
            boolean automatic = name.equals("auto");
            box.getItems()
                    .add(new Choice<>(
                            automatic ? "" : name,
                            automatic ? Texts.of("preferences.device.auto") : name.toUpperCase(Locale.ROOT)));
        }
        String kept = preferences.get().device();
        if (box.getItems().stream().noneMatch(each -> each.value().equals(kept))) {
            box.getItems().add(new Choice<>(kept, kept.toUpperCase(Locale.ROOT)));
        }
        box.getItems().stream()
                .filter(each -> each.value().equals(kept))
                .findFirst()
                .ifPresent(box::setValue);
        box.valueProperty().addListener((o, before, now) -> preferences.setDevice(now.value()));
        box.setDisable(false);
    }

    private void addTextSize() {
        Spinner<Double> size = new Spinner<>(new SpinnerValueFactory.DoubleSpinnerValueFactory(
                Preferences.SMALLEST_TEXT,
                Preferences.LARGEST_TEXT,
                preferences.get().textSize(),
                1));
        size.setEditable(true);
        size.getValueFactory().valueProperty().addListener((o, before, now) -> {
            if (now != null) {
                preferences.setTextSize(now);
            }
        });
        preferences
                .property()
                .addListener((o, before, now) -> size.getValueFactory().setValue(now.textSize()));
        add("text-size", size);
        Button normal = new Button(Texts.of("preferences.text-size.normal"));
        normal.setId("preferences-text-normal");
        normal.setOnAction(event -> preferences.setTextSize(Preferences.NORMAL_TEXT));
        rows.getChildren().remove(size);
        rows.add(new HBox(8, size, normal), 1, rows.getRowCount() - 1);
    }

    private <T> ComboBox<Choice<T>> choice(
            List<Choice<T>> choices, Function<Preferences, T> present, Consumer<T> onChosen) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setMaxWidth(Double.MAX_VALUE);
        Consumer<Preferences> mark = now -> choices.stream()
                .filter(each -> each.value().equals(present.apply(now)))
                .findFirst()
                .ifPresent(box::setValue);
        mark.accept(preferences.get());
        preferences.property().addListener((o, before, now) -> mark.accept(now));
        box.valueProperty().addListener((o, before, now) -> onChosen.accept(now.value()));
        return box;
    }

    private static List<Choice<Theme>> themes() {
        List<Choice<Theme>> choices = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            choices.add(new Choice<>(theme, name(theme)));
        }
        return choices;
    }

    private static String name(Theme theme) {
        return Texts.of("preferences.theme." + theme.name().toLowerCase(Locale.ROOT));
    }

    private static List<Choice<Palette>> palettes() {
        List<Choice<Palette>> choices = new ArrayList<>();
        for (Palette palette : Palette.values()) {
            choices.add(new Choice<>(
                    palette, Texts.of("preferences.colours." + palette.name().toLowerCase(Locale.ROOT))));
        }
        return choices;
    }

    /** Each language by its own name, so that one finds back from any. */
    private static List<Choice<String>> languages() {
        List<Choice<String>> choices = new ArrayList<>();
        choices.add(new Choice<>("", Texts.of("preferences.language.system")));
        for (String language : Texts.languages()) {
            Locale locale = Locale.forLanguageTag(language);
            choices.add(new Choice<>(language, locale.getDisplayName(locale)));
        }
        return choices;
    }
}
