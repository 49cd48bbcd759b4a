package io.particlearena.ui.chart;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.PublishedReturns;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.results.Smoothing;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** The right part of the window: live charts, their legend and their smoothing. */
public final class ChartsPane extends BorderPane implements AutoCloseable {

    private static final double READOUT_TEXT = 0.88;
    private static final long LOOK_FOR_METRICS_NANOS = 1_000_000_000L;

    private final ChartWorker worker = new ChartWorker();
    private final Metrics metrics = new Metrics();
    private final List<ChartCard> cards = new ArrayList<>();
    private final TrajectoryBeginnings beginnings = new TrajectoryBeginnings();
    private final Readout readout = new Readout();
    private final FlowPane legend = new FlowPane();
    private final List<Rectangle> legendColours = new ArrayList<>();
    private final Slider smoothing = new Slider(0, Smoothing.MAX_WEIGHT, Smoothing.DEFAULT_WEIGHT);
    private final VBox stack = new VBox();
    private final ReadOnlyLongWrapper drawings = new ReadOnlyLongWrapper();
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;
    private long lookedAt;
    private List<List<String>> chosen = List.of();

    /** Charts without values. */
    public ChartsPane() {
        getStyleClass().add("charts-pane");
        legend.getStyleClass().add("legend");
        VBox head = new VBox(smoothingLine(), legend);
        head.getStyleClass().add("charts-head");
        setTop(head);
        stack.getStyleClass().add("chart-stack");
        ScrollPane scroll = new ScrollPane(stack);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.skinProperty().addListener((o, before, now) -> {
            // A cache of the viewport would be drawn anew for every chart that changes, and all charts with it.
            if (scroll.lookup(".viewport") != null) {
                scroll.lookup(".viewport").setCache(false);
            }
        });
        setCenter(new StackPane(scroll, readout));
    }

    /** What a run measures while it goes on. */
    public record Values(SeriesStore series, HistogramStore histograms) {}

    /**
     * Shows the series of a new run.
     *
     * @param charts as in {@link #choose}
     * @param published where the agents' returns should be
     */
    public void show(
            List<AgentSpec> agents,
            AgentColours colours,
            Values values,
            List<List<String>> charts,
            List<PublishedReturns.Band> published) {
        metrics.begin(agents, colours, values, published);
        beginnings.clear();
        choose(charts);
        cards.forEach(ChartCard::tell);
        cards.forEach(ChartCard::clear);
        listAgents();
    }

    /**
     * Shows charts of other metrics; where they are the same as before, what the user has chosen since stays.
     *
     * @param charts the metrics of each one, the first of which gives it its name, see {@link
     *     io.particlearena.ui.Workbench#charts}
     */
    public void choose(List<List<String>> charts) {
        if (charts.equals(chosen)) {
            return;
        }
        chosen = List.copyOf(charts);
        while (cards.size() < charts.size()) {
            cards.add(newCard());
        }
        for (int i = 0; i < charts.size(); i++) {
            cards.get(i).expandButton().setSelected(false);
            cards.get(i).begin(charts.get(i), charts);
            cards.get(i).offer();
        }
        showAll();
    }

    /** Ends the bands where the agents' returns should be at a step after which they do not hold. */
    public void endPublished(long step) {
        metrics.endBands(step);
        cards.forEach(ChartCard::tell);
    }

    /** Marks where trajectories begin, as far as the progress of the run tells of a new one. */
    public void markTrajectories(Progress progress) {
        beginnings.add(progress);
    }

    /** Changes colours and the size of texts. */
    public void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        readout.setLook(theme == Theme.DARK, size * READOUT_TEXT);
        paintLegend();
    }

    /** The number of drawings shown so far. */
    public ReadOnlyLongProperty drawingsProperty() {
        return drawings.getReadOnlyProperty();
    }

    /** Called once a pulse. */
    public void pulse(long nanos) {
        if (nanos - lookedAt > LOOK_FOR_METRICS_NANOS) {
            lookedAt = nanos;
            if (metrics.refresh()) {
                cards.forEach(ChartCard::offer);
            }
        }
        double weight = Math.rint(smoothing.getValue() * 1000) / 1000;
        for (ChartCard card : cards) {
            if (card.pulse(theme, textSize, weight, beginnings.marks())) {
                drawings.set(drawings.get() + 1);
            }
        }
    }

    @Override
    public void close() {
        worker.close();
    }

    private ChartCard newCard() {
        ChartCard card = new ChartCard(worker, metrics, readout);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.expandButton().selectedProperty().addListener((o, before, now) -> {
            if (now) {
                show(List.of(card));
            } else {
                showAll();
            }
        });
        return card;
    }

    private HBox smoothingLine() {
        Label name = new Label(Texts.of("charts.smoothing"));
        name.getStyleClass().add("caption");
        name.setLabelFor(smoothing);
        name.setMinWidth(Region.USE_PREF_SIZE);
        smoothing.setId("smoothing");
        smoothing.setBlockIncrement(0.05);
        smoothing.setTooltip(new Tooltip(Texts.of("charts.smoothing.help")));
        HBox.setHgrow(smoothing, Priority.ALWAYS);
        smoothing.setMaxWidth(Double.MAX_VALUE);
        Label value = new Label();
        value.getStyleClass().add("smoothing-value");
        value.textProperty()
                .bind(smoothing.valueProperty().map(now -> String.format(Locale.ROOT, "%.3f", now.doubleValue())));
        HBox line = new HBox(10, name, smoothing, value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void listAgents() {
        legend.getChildren().clear();
        legendColours.clear();
        for (AgentSpec agent : metrics.agents()) {
            Rectangle colour = new Rectangle(12, 3);
            ToggleButton button = new ToggleButton(agent.name(), colour);
            button.setSelected(true);
            button.getStyleClass().add("legend-entry");
            button.setTooltip(new Tooltip(Texts.of("charts.legend.help", agent.name())));
            button.selectedProperty().addListener((o, before, now) -> metrics.setHidden(agent.name(), !now));
            legendColours.add(colour);
            legend.getChildren().add(button);
        }
        paintLegend();
    }

    private void paintLegend() {
        for (int seat = 0; seat < legendColours.size(); seat++) {
            int colour = metrics.colour(seat, theme);
            legendColours.get(seat).setFill(Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255));
        }
    }

    private void showAll() {
        show(cards.subList(0, chosen.size()));
    }

    private void show(List<ChartCard> visible) {
        stack.getChildren().setAll(visible);
        cards.forEach(card -> card.setVisible(visible.contains(card)));
    }
}
