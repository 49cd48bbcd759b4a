package io.particlearena.ui.board;

import io.particlearena.math.Aggregate;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.Smoothing;
import io.particlearena.ui.chart.ChartView;
import io.particlearena.ui.chart.ReadoutOrder;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What was chosen for all cards of a board. Used on the JavaFX thread. */
final class BoardSettings {

    static final double SMALLEST_CARD = 200;
    static final double LARGEST_CARD = 900;

    final ObjectProperty<SeriesAxis> axis = new SimpleObjectProperty<>(SeriesAxis.STEP);
    final DoubleProperty smoothing = new SimpleDoubleProperty(Smoothing.DEFAULT_WEIGHT);
    final BooleanProperty withoutOutliers = new SimpleBooleanProperty(true);
    final ObjectProperty<RunGrouping> grouping = new SimpleObjectProperty<>(RunGrouping.NONE);
    final ObjectProperty<Aggregate> aggregate = new SimpleObjectProperty<>(Aggregate.INTERQUARTILE_MEAN);

    /** What the mouse does on one card is shown on all. */
    final BooleanProperty linked = new SimpleBooleanProperty(false);

    final ObjectProperty<ReadoutOrder> order = new SimpleObjectProperty<>(ReadoutOrder.NEAREST);

    /** The least width of a card in pixels at the normal size of texts. */
    final DoubleProperty cardWidth = new SimpleDoubleProperty(330);

    ChartView view() {
        Aggregate ofGroups = grouping.get().equals(RunGrouping.NONE) ? null : aggregate.get();
        return new ChartView(axis.get(), false, withoutOutliers.get(), roundedSmoothing(), ofGroups);
    }

    /** The weight of the past as it is shown beside the slider. */
    double roundedSmoothing() {
        return Math.rint(smoothing.get() * 1000) / 1000;
    }
}
