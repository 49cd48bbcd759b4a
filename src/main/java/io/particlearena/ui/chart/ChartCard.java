package io.particlearena.ui.chart;

import io.particlearena.results.MetricDescription;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Theme;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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

    private final ChartWorker worker;
    private final ChartSlot slot;
    private final ChartSurface surface;
    private final Metrics metrics;
    private final ComboBox<String> choice = new ComboBox<>();
    private final ToggleButton expand = new ToggleButton();
    private final Label empty = new Label("No values yet");
    private final Tooltip meaning = new Tooltip();
    private ChartRequest.@Nullable Span zoom;
    private @Nullable ChartRequest requested;

    ChartCard(ChartWorker worker, Metrics metrics, String metric) {
        this.worker = worker;
        this.metrics = metrics;
        this.slot = worker.newSlot();
        this.surface = new ChartSurface(span -> zoom = span);
        getStyleClass().add("chart-card");
        setId("chart-" + metric);
        choice.setConverter(new MetricNames());
        choice.getItems().setAll(metrics.names());
        choice.setValue(metric);
        choice.getStyleClass().add("chart-choice");
        choice.setTooltip(meaning);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        describe(metric);
        choice.valueProperty().addListener((o, before, now) -> describe(now));
        expand.setGraphic(Icon.EXPAND.node());
        expand.getStyleClass().add("flat");
        expand.setTooltip(new Tooltip("This chart alone, or all charts"));
        expand.setFocusTraversable(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(choice, space, expand);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("chart-head");
        empty.getStyleClass().add("chart-empty");
        empty.setMouseTransparent(true);
        setTop(head);
        setCenter(new StackPane(surface, empty));
    }

    ToggleButton expandButton() {
        return expand;
    }

    /** Adds metrics that have appeared since. */
    void offer(List<String> names) {
        for (String name : names) {
            if (!choice.getItems().contains(name)) {
                choice.getItems().add(name);
            }
        }
    }

    void clear() {
        zoom = null;
        surface.clear();
        empty.setVisible(true);
    }

    /** Asks for a drawing if anything has changed, and shows the newest one; called once a pulse. */
    boolean pulse(Theme theme, double textSize, double smoothing) {
        ChartRequest request = isVisible() ? request(theme, textSize, smoothing) : null;
        if (request == null ? requested != null : !request.equals(requested)) {
            requested = request;
            slot.want(request);
            worker.wake();
        }
        ChartImage image = slot.take();
        if (image == null) {
            return false;
        }
        surface.setLook(theme == Theme.DARK, textSize * SMALL_TEXT);
        surface.show(image);
        empty.setVisible(image.isEmpty());
        return true;
    }

    private @Nullable ChartRequest request(Theme theme, double textSize, double smoothing) {
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        if (width < 40 || height < 40 || getScene() == null) {
            return null;
        }
        String metric = choice.getValue();
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        return new ChartRequest(
                metrics.curves(metric, theme),
                metrics.describe(metric).map(MetricDescription::unit).orElse(""),
                width,
                height,
                scale,
                theme,
                textSize * SMALL_TEXT,
                smoothing,
                zoom);
    }

    private void describe(String metric) {
        meaning.setText(metrics.describe(metric).map(MetricDescription::meaning).orElse(MetricNames.title(metric)));
    }
}
