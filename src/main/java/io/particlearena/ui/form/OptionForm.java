package io.particlearena.ui.form;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/**
 * A form's fields one below the other: first those without a group, then the groups under headings that fold them away. In
 * a long form groups are folded at first.
 */
public final class OptionForm extends VBox {

    private static final int LONG = 24;

    private final Map<FieldRow, String> groups = new LinkedHashMap<>();
    private final Map<String, ToggleButton> headings = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private String searched = "";
    private Shown shown = Shown.ALL;

    /** Which options a form shows. */
    public enum Shown {
        ALL,
        /** Those that differ from their defaults. */
        CHANGED,
        /** Those that differ from the chosen preset. */
        EDITED
    }

    /**
     * A view of the given fields.
     *
     * @param running while this holds, only live options can be changed
     */
    public OptionForm(FormModel model, ObservableBooleanValue running) {
        getStyleClass().add("option-form");
        List<Field> ordered = new ArrayList<>(model.fields());
        ordered.sort(Comparator.comparing(field -> !field.group().isEmpty()));
        for (Field field : ordered) {
            String group = field.group();
            if (!group.isEmpty() && !headings.containsKey(group)) {
                getChildren().add(heading(group, ordered.size() <= LONG));
            }
            FieldRow row = new FieldRow(field);
            if (!field.option().live()) {
                row.disableProperty().bind(running);
            }
            groups.put(row, group);
            getChildren().add(row);
            field.changedProperty().addListener((o, before, now) -> count());
            field.errorProperty().addListener((o, before, now) -> {
                if (!now.isEmpty() && headings.containsKey(group)) {
                    headings.get(group).setSelected(true);
                }
            });
        }
        count();
        show();
    }

    private ToggleButton heading(String group, boolean unfolded) {
        ToggleButton heading = new ToggleButton(group);
        Node arrow = Icon.PLAY.node();
        arrow.rotateProperty().bind(heading.selectedProperty().map(open -> open ? 90.0 : 0.0));
        heading.setGraphic(arrow);
        heading.setSelected(unfolded);
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.getStyleClass().add("form-heading");
        heading.setTooltip(new Tooltip(Texts.of("form.fold.help")));
        heading.selectedProperty().addListener((o, before, now) -> show());
        headings.put(group, heading);
        return heading;
    }

    /** The number of options that differ from their defaults. */
    public ReadOnlyIntegerProperty changedCountProperty() {
        return changed.getReadOnlyProperty();
    }

    /**
     * Shows only what is to be found under a word.
     *
     * @param word an empty text shows everything
     * @param which which options to show of those found
     * @return the number of rows shown
     */
    public int filter(String word, Shown which) {
        this.searched = word;
        this.shown = which;
        return show();
    }

    /** Unfolds the group of a field; says whether the field is of this form. */
    public boolean unfold(Field field) {
        for (Map.Entry<FieldRow, String> entry : groups.entrySet()) {
            if (entry.getKey().field() == field) {
                ToggleButton heading = headings.get(entry.getValue());
                if (heading != null) {
                    heading.setSelected(true);
                }
                return true;
            }
        }
        return false;
    }

    /** Shows what is found, and where nothing is searched for, what is not folded away; gives the number of rows found. */
    private int show() {
        boolean all = searched.isBlank() && shown == Shown.ALL;
        Map<String, Boolean> groupFound = new LinkedHashMap<>();
        int rows = 0;
        for (Map.Entry<FieldRow, String> entry : groups.entrySet()) {
            Field field = entry.getKey().field();
            ToggleButton heading = headings.get(entry.getValue());
            boolean found = field.matches(searched) && isShown(field);
            show(entry.getKey(), found && !(all && heading != null && !heading.isSelected()));
            groupFound.merge(entry.getValue(), found, Boolean::logicalOr);
            rows += found ? 1 : 0;
        }
        headings.forEach((group, heading) -> show(heading, groupFound.getOrDefault(group, false)));
        return rows;
    }

    private boolean isShown(Field field) {
        return switch (shown) {
            case ALL -> true;
            case CHANGED -> field.changedProperty().get();
            case EDITED -> field.editedProperty().get();
        };
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void count() {
        Map<String, Integer> byGroup = new LinkedHashMap<>();
        groups.forEach((row, group) ->
                byGroup.merge(group, row.field().changedProperty().get() ? 1 : 0, Integer::sum));
        headings.forEach((group, heading) -> {
            int here = byGroup.getOrDefault(group, 0);
            heading.setText(here == 0 ? group : Texts.of("form.group.changed", group, here));
        });
        changed.set(byGroup.values().stream().mapToInt(Integer::intValue).sum());
    }
}
