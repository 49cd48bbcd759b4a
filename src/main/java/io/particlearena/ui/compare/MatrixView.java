package io.particlearena.ui.compare;

import io.particlearena.env.Side;
import io.particlearena.experiment.Interval;
import io.particlearena.experiment.Matchups;
import io.particlearena.ui.Texts;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * The table of a side's returns: a row for each good algorithm, a column for each bad one, the better the deeper coloured;
 * cells whose runs have learned nothing have no colour.
 */
final class MatrixView extends GridPane {

    /** Cells are tinted in this many steps, which the style sheet knows as {@code tint-0} and so on. */
    private static final int TINTS = 6;

    MatrixView() {
        getStyleClass().add("matrix");
    }

    /**
     * Shows pairs.
     *
     * @param pairs as {@link Matchups#read} gives them
     * @param side whose returns are shown
     * @param seeds the number of runs that make a pair complete
     * @param names gives an algorithm's title
     * @param onChosen told of a pair that the user clicks while runs are missing
     */
    void show(
            Matchups matchups,
            List<Matchups.Pair> pairs,
            Side side,
            int seeds,
            UnaryOperator<String> names,
            Consumer<Matchups.Pair> onChosen) {
        getChildren().clear();
        getColumnConstraints().clear();
        List<String> columns = matchups.algorithms(Side.BAD);
        List<String> rows = matchups.algorithms(Side.GOOD);
        getColumnConstraints().add(new ColumnConstraints());
        for (int column = 0; column < columns.size(); column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setFillWidth(true);
            width.setHalignment(HPos.CENTER);
            getColumnConstraints().add(width);
            Label heading = heading(columns.get(column), names);
            heading.getStyleClass().add("matrix-column");
            add(heading, column + 1, 0);
        }
        List<Double> means = new ArrayList<>();
        for (Matchups.Pair pair : pairs) {
            if (pair.hasLearned()) {
                pair.interval(side).ifPresent(interval -> means.add(interval.mean()));
            }
        }
        DoubleSummaryStatistics range =
                means.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        for (int row = 0; row < rows.size(); row++) {
            add(heading(rows.get(row), names), 0, row + 1);
            for (int column = 0; column < columns.size(); column++) {
                Matchups.Pair pair = pairs.get(row * columns.size() + column);
                add(cell(pair, side, seeds, range, onChosen), column + 1, row + 1);
            }
        }
    }

    private static Label heading(String algorithm, UnaryOperator<String> names) {
        Label label = new Label(algorithm.isEmpty() ? "" : names.apply(algorithm));
        label.getStyleClass().add("matrix-heading");
        return label;
    }

    private static Button cell(
            Matchups.Pair pair, Side side, int seeds, DoubleSummaryStatistics range, Consumer<Matchups.Pair> onChosen) {
        Label value = new Label(pair.interval(side).map(MatrixView::value).orElse("\u2013"));
        value.getStyleClass().add("matrix-value");
        int there = pair.outcomes().size();
        Label runs = new Label(
                pair.inProgress() > 0
                        ? Texts.of("compare.training", there, seeds)
                        : Texts.of("compare.runs", there, seeds));
        runs.getStyleClass().add("matrix-runs");
        Button cell = new Button("", new VBox(value, runs));
        cell.getStyleClass().add("matrix-cell");
        cell.setId("pair-" + pair.good() + "-" + pair.bad());
        if (pair.hasLearned()) {
            pair.interval(side).ifPresent(interval -> cell.getStyleClass().add(tint(interval.mean(), range)));
        }
        boolean missing = !pair.missing().isEmpty();
        cell.setOnAction(event -> {
            if (missing) {
                onChosen.accept(pair);
            }
        });
        cell.setTooltip(new Tooltip(
                missing ? Texts.of("compare.cell-missing", pair.missing().size()) : seedsOf(pair, side)));
        cell.setAccessibleText(pair.good() + " " + pair.bad() + ": " + value.getText());
        return cell;
    }

    private static String tint(double mean, DoubleSummaryStatistics range) {
        double spread = range.getMax() - range.getMin();
        double place = spread > 0 ? (mean - range.getMin()) / spread : 1;
        return "tint-" + (int) Math.round(place * (TINTS - 1));
    }

    private static String seedsOf(Matchups.Pair pair, Side side) {
        StringBuilder text = new StringBuilder();
        for (Matchups.Outcome outcome : pair.outcomes()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(Texts.of("compare.seed", Long.toString(outcome.seed())))
                    .append(' ')
                    .append(number(side == Side.GOOD ? outcome.good() : outcome.bad()))
                    .append("   ")
                    .append(outcome.folder().getFileName());
        }
        return text.toString();
    }

    private static String value(Interval interval) {
        double half = interval.high() - interval.mean();
        return number(interval.mean()) + (half > 0 ? " \u00b1 " + number(half) : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    }
}
