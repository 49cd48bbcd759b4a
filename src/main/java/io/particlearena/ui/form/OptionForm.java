package io.particlearena.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A form's fields one below the other, under the headings of their groups. */
public final class OptionForm extends VBox {

    private final Map<FieldRow, String> groups = new LinkedHashMap<>();
    private final Map<String, Label> headings = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();

    /**
     * A view of the given fields.
     *
     * @param running while this holds, only live options can be changed
     */
    public OptionForm(FormModel model, ObservableBooleanValue running) {
        getStyleClass().add("option-form");
        for (Field field : model.fields()) {
            String group = field.option().group();
            if (!group.isEmpty() && !headings.containsKey(group)) {
                Label heading = new Label(group);
                heading.getStyleClass().add("form-heading");
                headings.put(group, heading);
                getChildren().add(heading);
            }
            FieldRow row = new FieldRow(field);
            if (!field.option().live()) {
                row.disableProperty().bind(running);
            }
            groups.put(row, group);
            getChildren().add(row);
            field.changedProperty().addListener((o, before, now) -> count());
        }
        count();
    }

    /** The number of options that differ from their defaults. */
    public ReadOnlyIntegerProperty changedCountProperty() {
        return changed.getReadOnlyProperty();
    }

    /**
     * Shows only what is to be found under a word.
     *
     * @param word an empty text shows everything
     * @param onlyChanged whether to leave out options at their defaults
     * @return the number of rows shown
     */
    public int filter(String word, boolean onlyChanged) {
        Map<String, Boolean> groupShown = new LinkedHashMap<>();
        int shown = 0;
        for (Map.Entry<FieldRow, String> entry : groups.entrySet()) {
            Field field = entry.getKey().field();
            boolean visible = field.matches(word)
                    && (!onlyChanged || field.changedProperty().get());
            entry.getKey().setVisible(visible);
            entry.getKey().setManaged(visible);
            groupShown.merge(entry.getValue(), visible, Boolean::logicalOr);
            shown += visible ? 1 : 0;
        }
        headings.forEach((group, heading) -> {
            boolean visible = groupShown.getOrDefault(group, false);
            heading.setVisible(visible);
            heading.setManaged(visible);
        });
        return shown;
    }

    private void count() {
        changed.set((int) groups.keySet().stream()
                .filter(row -> row.field().changedProperty().get())
                .count());
    }
}
