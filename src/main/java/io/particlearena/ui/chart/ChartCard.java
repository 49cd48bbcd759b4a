package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One chart with its heading, in which another metric can be chosen. */
final class ChartCard extends BorderPane {

    private static final double SMALL_TEXT = 0.82;

    /** A lower chart needs its height for the curves. */
    private static final double LOW_EM = 9;

    private final ChartWorker worker;
    private final ChartSlot<ChartRequest, ChartImage> slot;
    private final ChartSurface surface;
    private final ChartSlot<HistogramRequest, HistogramImage> histogramSlot;
    private final HistogramSurface histograms;
    private final Metrics metrics;
    private final MenuButton choice = new MenuButton();
    private final ToggleGroup choices = new ToggleGroup();
    private final ToggleButton expand = new ToggleButton();
    private final Label empty = new Label();
    private final Tooltip meaning = new Tooltip();
    private final Label note = new Label();
    private final Set<List<String>> offered = new HashSet<>();
    private List<String> chart = List.of("");
    private @Nullable Span zoom;
    private @Nullable ChartRequest requested;
    private @Nullable HistogramRequest requestedHistograms;

    ChartCard(ChartWorker worker, Metrics metrics, Readout readout) {
        this.worker = worker;
        this.metrics = metrics;
        this.slot = worker.newSlot();
        this.surface = new ChartSurface(readout, this::zoom);
        this.histogramSlot = worker.newHistogramSlot();
        this.histograms = new HistogramSurface(readout);
        histograms.setVisible(false);
        getStyleClass().add("chart-card");
        choice.getStyleClass().addAll("flat", "chart-choice");
        choice.setMinWidth(0);
        choice.setTooltip(meaning);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        note.getStyleClass().add("chart-note");
        note.setMinWidth(0);
        expand.setGraphic(Icon.EXPAND.node());
        expand.getStyleClass().add("flat");
        expand.setTooltip(new Tooltip(Texts.of("chart.expand.help")));
        expand.setAccessibleText(Texts.of("chart.expand.help"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(choice, space, note, expand);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("chart-head");
        empty.getStyleClass().add("chart-empty");
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        setTop(head);
        setCenter(new StackPane(surface, histograms, empty));
    }

    ToggleButton expandButton() {
        return expand;
    }

    /**
     * Shows a chart, and offers others instead.
     *
     * @param next the one to show
     * @param all those that are worth watching
     */
    void begin(List<String> next, List<List<String>> all) {
        setId("chart-" + next.get(0).replace("/", ""));
        offered.clear();
        choice.getItems().clear();
        chart = next;
        all.forEach(this::offer);
        choose(next);
    }

    /** Adds charts of metrics that have appeared since. */
    void offer() {
        metrics.names().forEach(name -> offer(List.of(name)));
    }

    private void offer(List<String> each) {
        if (!offered.add(each)) {
            return;
        }
        RadioMenuItem item = new RadioMenuItem(MetricNames.title(each.get(0)));
        item.setToggleGroup(choices);
        item.setSelected(each.equals(chart));
        item.setOnAction(event -> choose(each));
        choice.getItems().add(item);
    }

    void clear() {
        zoom = null;
        surface.clear();
        histograms.clear();
        empty.setVisible(true);
    }

    /** Asks for a drawing if anything has changed, and shows the newest one; called once a pulse. */
    boolean pulse(Theme theme, double textSize, double smoothing, List<ChartMarks.Mark> marks) {
        boolean ofHistograms = metrics.isHistogram(chart);
        histograms.setVisible(ofHistograms);
        surface.setVisible(!ofHistograms);
        HistogramRequest wanted = isVisible() && ofHistograms ? request(theme, textSize) : null;
        if (!Objects.equals(wanted, requestedHistograms)) {
            requestedHistograms = wanted;
            histogramSlot.want(wanted);
            worker.wake();
        }
        HistogramImage drawing = histogramSlot.take();
        if (drawing != null && ofHistograms) {
            histograms.setDark(theme == Theme.DARK);
            histograms.show(drawing);
            empty.setVisible(drawing.isEmpty());
            return true;
        }
        ChartRequest request = isVisible() && !ofHistograms ? request(theme, textSize, smoothing, marks) : null;
        if (request == null ? requested != null : !request.equals(requested)) {
            requested = request;
            slot.want(request);
            worker.wake();
        }
        ChartImage image = slot.take();
        if (image == null || ofHistograms) {
            return false;
        }
        surface.setLook(theme == Theme.DARK, ReadoutOrder.DESCENDING);
        surface.show(image);
        empty.setVisible(image.isEmpty());
        return true;
    }

    private @Nullable HistogramRequest request(Theme theme, double textSize) {
        int width = (int) histograms.getWidth();
        int height = (int) histograms.getHeight();
        if (width < 40 || height < 40 || getScene() == null) {
            return null;
        }
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        ChartLook look = new ChartLook(width, height, scale, theme, textSize * SMALL_TEXT);
        return new HistogramRequest(metrics.histograms(chart, theme), null, look);
    }

    private @Nullable ChartRequest request(
            Theme theme, double textSize, double smoothing, List<ChartMarks.Mark> marks) {
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        if (width < 40 || height < 40 || getScene() == null) {
            return null;
        }
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        return new ChartRequest(
                metrics.curves(chart, theme),
                height < LOW_EM * textSize ? "" : Texts.of("chart.steps"),
                metrics.describe(chart.get(0)).map(MetricNames::unit).orElse(""),
                new ChartLook(width, height, scale, theme, textSize * SMALL_TEXT),
                new ChartView(SeriesAxis.STEP, false, true, smoothing),
                List.of(),
                zoom,
                new ChartMarks(marks, metrics.levels(chart), metrics.bands(chart, theme)));
    }

    private void zoom(@Nullable Span span) {
        zoom = span;
        surface.setZoom(span);
    }

    private void choose(List<String> next) {
        chart = next;
        String name = next.get(0);
        choice.setText(MetricNames.title(name));
        String text = metrics.describe(name).map(MetricNames::meaning).orElse("");
        meaning.setText(text.isEmpty() ? MetricNames.title(name) : text);
        empty.setText(text);
        surface.setAccessibleText(Texts.of("chart.picture", MetricNames.title(name)));
        tell();
    }

    /** Says beside the heading what is shown beside the metric's own lines. */
    void tell() {
        boolean published = metrics.hasBands(chart);
        List<String> others = chart.subList(1, chart.size());
        String comparison = others.stream()
                .map(other -> MetricNames.comparison(chart.get(0), other))
                .collect(Collectors.joining(", "));
        String grey = comparison.isEmpty() ? "" : Texts.of("chart.grey", comparison);
        note.setText(published ? Texts.of("charts.published") : grey);
        note.setTooltip(published ? new Tooltip(Texts.of("charts.published.help")) : null);
    }
}
