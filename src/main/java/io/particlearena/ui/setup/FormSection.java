package io.particlearena.ui.setup;

import io.particlearena.ui.Texts;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.OptionForm;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A form that folds away under its title, which says how many options were changed. */
final class FormSection extends TitledPane {

    private final Label changed = new Label();
    private @Nullable OptionForm form;
    private boolean expandedBefore;
    private boolean searching;

    FormSection(String title, String id) {
        setId(id);
        getStyleClass().add("form-section");
        setAnimated(false);
        setExpanded(false);
        Label name = new Label(title);
        name.getStyleClass().add("section-name");
        changed.getStyleClass().add("badge");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(8, name, space, changed);
        header.setAlignment(Pos.CENTER_LEFT);
        header.minWidthProperty().bind(widthProperty().subtract(56));
        setGraphic(header);
        expandedProperty().addListener((o, before, now) -> setContent(now ? form : null));
    }

    void show(OptionForm options) {
        form = options;
        setContent(isExpanded() ? options : null);
        changed.textProperty()
                .bind(options.changedCountProperty().map(count -> Texts.of("setup.changed.count", count)));
        changed.visibleProperty().bind(options.changedCountProperty().greaterThan(0));
    }

    /** Unfolds down to a field; says whether it stands here. */
    boolean unfold(Field field) {
        boolean here = form != null && form.unfold(field);
        if (here) {
            setExpanded(true);
        }
        return here;
    }

    /** Shows only what is found under the word, unfolding for the time of the search; gives the number of rows. */
    int filter(String word, OptionForm.Shown which) {
        if (form == null) {
            return 0;
        }
        int shown = form.filter(word, which);
        boolean filtered = !word.isBlank() || which != OptionForm.Shown.ALL;
        if (filtered && !searching) {
            expandedBefore = isExpanded();
        }
        if (filtered) {
            setExpanded(true);
        } else if (searching) {
            setExpanded(expandedBefore);
        }
        searching = filtered;
        setVisible(!filtered || shown > 0);
        setManaged(isVisible());
        return shown;
    }
}
