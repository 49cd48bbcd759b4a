package io.particlearena.ui.board;

import io.particlearena.math.Aggregate;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.Smoothing;
import io.particlearena.store.SettingsReader;
import io.particlearena.ui.chart.HistogramView;
import io.particlearena.ui.chart.ReadoutOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was chosen on a board as named settings, and back. Used on the JavaFX thread. */
final class KeptBoard {

    private static final String AXIS = "axis";
    private static final String SMOOTHING = "smoothing";
    private static final String WITHOUT_OUTLIERS = "without_outliers";
    private static final String GROUPING = "grouping";
    private static final String AGGREGATE = "aggregate";
    private static final String LINKED = "linked";
    private static final String ORDER = "order";
    private static final String CARD_WIDTH = "card_width";
    private static final String PINNED = "pinned";
    private static final String LOGARITHMIC = "logarithmic";
    private static final String EVERYTHING = "everything";
    private static final String WIDE = "wide";
    private static final String HISTOGRAMS = "histograms_";
    private static final String CLOSED_GROUPS = "closed_groups";

    private KeptBoard() {}

    /** Everything but the parts of axes that are zoomed to, which belong to what was looked at. */
    static Map<String, Object> of(BoardSettings board, BoardModel cards, Set<String> closed) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(AXIS, SettingsReader.name(board.axis.get()));
        settings.put(SMOOTHING, board.roundedSmoothing());
        settings.put(WITHOUT_OUTLIERS, board.withoutOutliers.get());
        settings.put(GROUPING, board.grouping.get().option());
        settings.put(AGGREGATE, SettingsReader.name(board.aggregate.get()));
        settings.put(LINKED, board.linked.get());
        settings.put(ORDER, SettingsReader.name(board.order.get()));
        settings.put(CARD_WIDTH, Math.rint(board.cardWidth.get()));
        settings.put(PINNED, cards.tagsWith(state -> state.pinned));
        settings.put(LOGARITHMIC, cards.tagsWith(state -> state.logarithmic));
        settings.put(EVERYTHING, cards.tagsWith(state -> state.everything));
        settings.put(WIDE, cards.tagsWith(state -> state.wide));
        for (HistogramView view : HistogramView.values()) {
            settings.put(HISTOGRAMS + SettingsReader.name(view), cards.tagsWith(state -> state.histograms == view));
        }
        settings.put(CLOSED_GROUPS, closed.stream().sorted().toList());
        return settings;
    }

    /** Chooses what settings say, the rest as it is usual. */
    static void restore(SettingsReader settings, BoardSettings board, BoardModel cards, Set<String> closed) {
        board.axis.set(settings.choice(AXIS, board.axis.get(), SeriesAxis.values()));
        settings.number(SMOOTHING, 0, Smoothing.MAX_WEIGHT).ifPresent(board.smoothing::set);
        board.withoutOutliers.set(settings.flag(WITHOUT_OUTLIERS, board.withoutOutliers.get()));
        board.grouping.set(new RunGrouping(settings.text(GROUPING)));
        board.aggregate.set(settings.choice(AGGREGATE, board.aggregate.get(), Aggregate.values()));
        board.linked.set(settings.flag(LINKED, board.linked.get()));
        board.order.set(settings.choice(ORDER, board.order.get(), ReadoutOrder.values()));
        settings.number(CARD_WIDTH, BoardSettings.SMALLEST_CARD, BoardSettings.LARGEST_CARD)
                .ifPresent(board.cardWidth::set);
        settings.texts(PINNED).forEach(tag -> cards.state(tag).pinned = true);
        settings.texts(LOGARITHMIC).forEach(tag -> cards.state(tag).logarithmic = true);
        settings.texts(EVERYTHING).forEach(tag -> cards.state(tag).everything = true);
        settings.texts(WIDE).forEach(tag -> cards.state(tag).wide = true);
        for (HistogramView view : HistogramView.values()) {
            settings.texts(HISTOGRAMS + SettingsReader.name(view)).forEach(tag -> cards.state(tag).histograms = view);
        }
        closed.addAll(settings.texts(CLOSED_GROUPS));
    }
}
