package io.particlearena.ui.board;

import io.particlearena.math.GroupComparison;
import io.particlearena.math.Statistics;
import io.particlearena.results.GroupValues;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Sets two groups of runs against each other: what each has come to, a test, and how large the difference is. */
final class ComparisonView extends VBox {

    private final Label title = new Label();
    private final ComboBox<String> first = new ComboBox<>();
    private final ComboBox<String> second = new ComboBox<>();
    private final Label result = new Label();
    private @Nullable GroupValues groups;

    ComparisonView() {
        getStyleClass().add("comparison");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        title.getStyleClass().add("board-card-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("card-button");
        close.setId("comparison-close");
        close.setAccessibleText(Texts.of("board.compare.close"));
        close.setOnAction(event -> setVisible(false));
        HBox head = new HBox(title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        result.setId("comparison-result");
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        first.setId("comparison-first");
        second.setId("comparison-second");
        for (ComboBox<String> choice : List.of(first, second)) {
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setOnAction(event -> compare());
        }
        getChildren().addAll(head, first, second, result);
    }

    /** Compares the first two groups until others are chosen. */
    void show(String heading, GroupValues values) {
        groups = null;
        title.setText(Texts.of("board.compare.title", heading));
        List<String> names = List.copyOf(values.values().keySet());
        first.getItems().setAll(names);
        second.getItems().setAll(names);
        first.getSelectionModel().select(0);
        second.getSelectionModel().select(Math.min(1, names.size() - 1));
        groups = values;
        compare();
        setVisible(true);
    }

    private void compare() {
        GroupValues present = groups;
        if (present == null) {
            return;
        }
        double[] a = values(present.values(), first.getValue());
        double[] b = values(present.values(), second.getValue());
        StringBuilder text = new StringBuilder();
        text.append(Texts.of("board.compare.means", number(mean(a)), a.length, number(mean(b)), b.length));
        text.append("\n\n");
        if (a.length < 2 || b.length < 2) {
            text.append(Texts.of("board.compare.few"));
        } else {
            GroupComparison comparison = GroupComparison.of(a, b);
            text.append(Texts.of(
                    "board.compare.result",
                    number(comparison.difference()),
                    probability(comparison.probability()),
                    number(comparison.effectSize()),
                    String.format(Locale.ROOT, "%.0f", 100 * comparison.improvement())));
        }
        result.setText(text.toString());
    }

    private static double[] values(Map<String, double[]> values, @Nullable String group) {
        return group == null ? new double[0] : values.getOrDefault(group, new double[0]);
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : Statistics.mean(values);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "\u2013"
                : String.format(Locale.ROOT, "%.4g", value).replace('-', '\u2212');
    }

    private static String probability(double probability) {
        return probability < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", probability);
    }
}
