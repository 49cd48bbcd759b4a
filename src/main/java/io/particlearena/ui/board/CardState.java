package io.particlearena.ui.board;

import io.particlearena.ui.chart.ChartView;
import io.particlearena.ui.chart.HistogramView;
import io.particlearena.ui.chart.Span;
import org.jspecify.annotations.Nullable;

/** What was chosen for the card of one tag alone; kept while the card is off the screen. Used on the JavaFX thread. */
final class CardState {

    boolean logarithmic;

    /** The card shows outliers even where the board leaves them out. */
    boolean everything;

    boolean pinned;
    boolean wide;

    /** How the card of a tag's histograms shows them; null for the way that goes with them. */
    @Nullable
    HistogramView histograms;

    @Nullable
    Span zoom;

    ChartView view(ChartView board) {
        ChartView view = board.logarithmic(logarithmic);
        return everything ? view.withoutOutliers(false) : view;
    }
}
