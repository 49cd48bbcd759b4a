package io.particlearena.ui.form;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionType;
import io.particlearena.ui.Texts;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One option of a form: the text that the user wrote, whether it differs from the default, and what is wrong with it.
 * Knows no controls.
 */
public final class Field {

    private final OptionDescriptor option;
    private final String owner;
    private final StringProperty text;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final BooleanBinding changed;
    private final ReadOnlyObjectWrapper<Object> preset;
    private final BooleanBinding edited;

    /** @param owner the scenario or algorithm that has the option; empty for those of a run */
    Field(String owner, OptionDescriptor option) {
        this.owner = owner;
        this.option = option;
        this.text = new SimpleStringProperty(defaultText());
        this.changed = Bindings.createBooleanBinding(() -> differsFrom(option.defaultValue()), text);
        this.preset = new ReadOnlyObjectWrapper<>(option.defaultValue());
        this.edited = Bindings.createBooleanBinding(() -> differsFrom(preset.get()), text, preset);
        text.addListener((observable, before, now) -> check());
    }

    /** What is known about the option. */
    public OptionDescriptor option() {
        return option;
    }

    /** The option's name in the user's language. */
    public String title() {
        return Texts.ofOption(option.label(), "option." + option.key() + ".title");
    }

    /** What the option does, in the user's language. */
    public String help() {
        return Texts.ofOption(
                option.help(), "option." + owner + "." + option.key() + ".help", "option." + option.key() + ".help");
    }

    /** The heading under which the option stands, in the user's language; empty for none. */
    public String group() {
        return Texts.ofOption(option.group(), "group." + key(option.group()));
    }

    /** What a number may be, with its unit, in the user's language; empty for any number and for what is none. */
    public String allowed() {
        String range = isNumber() ? NumberText.range(option.min(), option.max()) : "";
        String unit = Texts.ofOption(option.unit(), "unit." + key(option.unit()));
        return range.isEmpty() || unit.isEmpty() ? range + unit : range + " " + unit;
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** The value as text. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the value, in one sentence, or an empty text. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether the value differs from the option's default. */
    public BooleanBinding changedProperty() {
        return changed;
    }

    /** Whether the value differs from the one that the chosen preset has. */
    public BooleanBinding editedProperty() {
        return edited;
    }

    /** The value that the chosen preset has, in the option's own type. */
    public ReadOnlyObjectProperty<Object> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    void setPreset(Object value) {
        preset.set(value);
    }

    /** Goes back to the value that the chosen preset has. */
    public void resetToPreset() {
        setValue(preset.get());
    }

    /** The default as it stands in the field. */
    public String defaultText() {
        return NumberText.of(option.defaultValue());
    }

    /** Takes a value of the option's own type. */
    public void setValue(Object value) {
        text.set(NumberText.of(value));
    }

    /** Goes back to the default. */
    public void reset() {
        text.set(defaultText());
    }

    /** Shows a fault that was found elsewhere; it stays until the value changes. */
    public void showError(String message) {
        error.set(message);
    }

    /**
     * The value in the option's own type.
     *
     * @throws OptionException if the text is not allowed
     */
    public Object value() {
        return option.check(text.get());
    }

    /** Whether the option is to be found under a word. */
    boolean matches(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || option.key().replace('_', ' ').contains(wanted)
                || option.key().contains(wanted.replace('-', '_'))
                || option.formerName().contains(wanted)
                || Stream.of(title(), group(), help(), option.group(), option.help())
                        .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void check() {
        try {
            value();
            error.set("");
        } catch (OptionException e) {
            error.set(sentence(e));
        }
    }

    private String sentence(OptionException e) {
        String numbers = NumberText.range(option.min(), option.max());
        return switch (option.type()) {
            case INTEGER -> must("form.must.whole", numbers);
            case NUMBER -> must("form.must.number", numbers);
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String must(String key, String numbers) {
        return numbers.isEmpty() ? Texts.of(key) : Texts.of(key + ".range", numbers);
    }

    private boolean differsFrom(Object other) {
        try {
            return !value().equals(other);
        } catch (OptionException e) {
            return true;
        }
    }

    /** Whether the value is a number. */
    boolean isNumber() {
        return option.type() == OptionType.INTEGER || option.type() == OptionType.NUMBER;
    }
}
