package io.particlearena.ui.form;

import io.particlearena.options.OptionDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one form. Knows no controls. */
public final class FormModel {

    private final List<Field> fields;

    /**
     * A form of the given options, all at their defaults.
     *
     * @param owner the scenario or algorithm that has the options; empty for those of a run
     */
    public FormModel(String owner, List<OptionDescriptor> options) {
        this.fields = options.stream().map(option -> new Field(owner, option)).toList();
    }

    /** The fields in the order of the options. */
    public List<Field> fields() {
        return fields;
    }

    /** The field of an option. */
    public Optional<Field> find(String key) {
        return fields.stream().filter(field -> field.option().key().equals(key)).findFirst();
    }

    /** Sets the named options and all others to their defaults; options that the form lacks are passed over. */
    public void setValues(Map<String, ?> values) {
        for (Field field : fields) {
            Object value = values.get(field.option().key());
            if (value == null) {
                field.reset();
            } else {
                field.setValue(field.option().check(value));
            }
        }
    }

    /** Says what the chosen preset has: the named options, and all others at their defaults. */
    public void setPreset(Map<String, ?> values) {
        for (Field field : fields) {
            Object value = values.get(field.option().key());
            field.setPreset(
                    value == null
                            ? field.option().defaultValue()
                            : field.option().check(value));
        }
    }

    /** Takes back all faults that were shown, once there are none. */
    public void clearErrors() {
        fields.forEach(field -> field.showError(""));
    }

    /** How many fields differ from the preset. */
    public int editedCount() {
        return (int)
                fields.stream().filter(field -> field.editedProperty().get()).count();
    }

    /** The texts of all fields as they stand, right or wrong, by key. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach(
                field -> texts.put(field.option().key(), field.textProperty().get()));
        return texts;
    }

    /** Sets texts that {@link #texts} gave. */
    public void setTexts(Map<String, String> texts) {
        for (Field field : fields) {
            String text = texts.get(field.option().key());
            if (text != null) {
                field.textProperty().set(text);
            }
        }
    }

    /**
     * The values that differ from their defaults, by key.
     *
     * @throws io.particlearena.options.OptionException for the first value that is not allowed
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = field.value();
            if (!value.equals(field.option().defaultValue())) {
                values.put(field.option().key(), value);
            }
        }
        return values;
    }
}
