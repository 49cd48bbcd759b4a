package io.particlearena.ui.board;

import io.particlearena.results.RunGroups;
import io.particlearena.ui.ShownAs;
import io.particlearena.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SearchableComboBox;

/** Chooses how runs are grouped, with a search over the options in which they differ. */
final class GroupingChoice extends SearchableComboBox<RunGrouping> {

    private final ObjectProperty<RunGrouping> chosen;
    private final Tooltip tooltip = new Tooltip();

    GroupingChoice(ObjectProperty<RunGrouping> chosen) {
        this.chosen = chosen;
        setId("board-grouping");
        setTooltip(tooltip);
        setAccessibleText(Texts.of("board.group.help"));
        setPlaceholder(new Label(Texts.of("board.group.nothing")));
        setConverter(new ShownAs<>(GroupingChoice::name));
        offer(List.of());
        chosen.addListener((o, before, now) -> follow());
        valueProperty().addListener((o, before, now) -> {
            // The control's value passes through null while its search narrows the list.
            if (now != null) {
                chosen.set(now);
            }
        });
    }

    /** Offers to group the runs by these options, in which they differ. */
    void offer(List<String> options) {
        List<RunGrouping> offered = new ArrayList<>(List.of(RunGrouping.NONE, RunGrouping.BUT_SEED));
        options.forEach(option -> offered.add(new RunGrouping(option)));
        RunGrouping kept = offered.contains(chosen.get()) ? chosen.get() : RunGrouping.NONE;
        if (!offered.equals(getItems())) {
            // The control shows nothing where its value was there before the items, and fails where items change in
            // place.
            setValue(null);
            setItems(FXCollections.observableArrayList(offered));
        }
        chosen.set(kept);
        follow();
    }

    private void follow() {
        setValue(chosen.get());
        // Names of options can be longer than the box.
        tooltip.setText(name(chosen.get()) + "\n" + Texts.of("board.group.help"));
    }

    private static String name(RunGrouping grouping) {
        if (grouping.equals(RunGrouping.NONE)) {
            return Texts.of("board.group.none");
        }
        return grouping.equals(RunGrouping.BUT_SEED)
                ? Texts.of("board.group.seed")
                : Texts.of("board.group.option", RunGroups.shortened(grouping.option()));
    }
}
