package io.particlearena.ui.setup;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.ui.ShownAs;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SearchableComboBox;

/** Chooses a scenario or an algorithm; its tooltip describes the chosen one. */
final class EntryChoice extends SearchableComboBox<CatalogueEntry> {

    private static final double TOOLTIP_WIDTH = 360;

    private final Tooltip tooltip = new Tooltip();
    private final ChangeListener<CatalogueEntry> follow = (o, before, now) -> follow(now);

    EntryChoice(String id, List<CatalogueEntry> entries, ObjectProperty<CatalogueEntry> chosen) {
        setId(id);
        getItems().setAll(entries);
        setConverter(new ShownAs<>(CatalogueEntry::title));
        setMaxWidth(Double.MAX_VALUE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        setTooltip(tooltip);
        follow(chosen.get());
        valueProperty().addListener((o, before, now) -> {
            // The control's value passes through null while its search narrows the list.
            if (now != null) {
                chosen.set(now);
            }
        });
        // The choice may live longer than this view of it.
        chosen.addListener(new WeakChangeListener<>(follow));
    }

    private void follow(CatalogueEntry now) {
        setValue(now);
        tooltip.setText(now.description());
    }
}
