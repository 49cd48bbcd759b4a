package io.particlearena.ui.board;

import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartImage;
import io.particlearena.ui.chart.ChartRequest;
import io.particlearena.ui.chart.ChartSlot;
import io.particlearena.ui.chart.ChartSurface;
import io.particlearena.ui.chart.ChartWorker;
import io.particlearena.ui.chart.Curve;
import io.particlearena.ui.chart.MetricNames;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The chart of one tag with its heading; the same card shows another tag when it is scrolled in. */
final class BoardCard extends BorderPane {

    private static final double SMALL_TEXT = 0.82;

    private final ChartWorker worker;
    private final ChartSlot slot;
    private final ChartSurface surface;
    private final Label title = new Label();
    private final Tooltip meaning = new Tooltip();
    private String tag = "";
    private String unit = "";
    private ChartRequest.@Nullable Span zoom;
    private @Nullable ChartRequest requested;

    BoardCard(ChartWorker worker) {
        this.worker = worker;
        this.slot = worker.newSlot();
        this.surface = new ChartSurface(span -> zoom = span);
        getStyleClass().add("board-card");
        title.getStyleClass().add("board-card-title");
        title.setTooltip(meaning);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        setTop(title);
        setCenter(surface);
    }

    String tag() {
        return tag;
    }

    void show(String next) {
        tag = next;
        zoom = null;
        slot.take();
        surface.clear();
        Optional<MetricDescription> known = MetricDictionary.find(tag);
        unit = known.map(MetricDescription::unit).orElse("");
        title.setText(known.isPresent() ? MetricNames.title(MetricDictionary.name(tag)) : tag);
        meaning.setText(known.map(metric -> tag + "\n" + metric.meaning()).orElse(tag));
        setId("card-" + tag);
    }

    /** The card is off the screen and needs no drawing. */
    void rest() {
        requested = null;
        slot.want(null);
    }

    /** Asks for a drawing if anything has changed, and shows the newest one; called once a pulse. */
    boolean pulse(List<Curve> curves, Theme theme, double textSize, double smoothing) {
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        ChartRequest request = null;
        if (isVisible() && width >= 40 && height >= 40 && getScene() != null) {
            double scale =
                    getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
            request =
                    new ChartRequest(curves, unit, width, height, scale, theme, textSize * SMALL_TEXT, smoothing, zoom);
        }
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
        return true;
    }
}
