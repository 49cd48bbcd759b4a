package io.particlearena.ui.compare;

import io.particlearena.experiment.Matchups;
import io.particlearena.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is to be known of the returns of pairs, above their tables: whether agents have learned, and what ± means. */
final class ReturnsNote extends VBox {

    private final Label unlearned = new Label();
    private final Label spread = new Label(Texts.of("compare.interval"));

    ReturnsNote() {
        getStyleClass().add("returns-note");
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(unlearned.visibleProperty().or(spread.visibleProperty()));
        unlearned.setId("compare-unlearned");
        spread.setId("compare-spread");
        spread.getStyleClass().add("muted");
        for (Label label : List.of(unlearned, spread)) {
            label.setWrapText(true);
            label.setVisible(false);
            label.managedProperty().bind(label.visibleProperty());
        }
        getChildren().addAll(unlearned, spread);
    }

    /** Says what goes for these pairs. */
    void show(List<Matchups.Pair> pairs) {
        List<Matchups.Pair> there =
                pairs.stream().filter(pair -> !pair.outcomes().isEmpty()).toList();
        long learned = there.stream().filter(Matchups.Pair::hasLearned).count();
        unlearned.setText(Texts.of(learned == 0 ? "compare.unlearned" : "compare.unlearned.some"));
        unlearned.setVisible(learned < there.size());
        spread.setVisible(there.stream().anyMatch(pair -> pair.outcomes().size() > 1));
    }
}
