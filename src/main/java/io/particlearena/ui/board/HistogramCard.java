package io.particlearena.ui.board;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartLook;
import io.particlearena.ui.chart.ChartSlot;
import io.particlearena.ui.chart.ChartWorker;
import io.particlearena.ui.chart.HistogramImage;
import io.particlearena.ui.chart.HistogramPart;
import io.particlearena.ui.chart.HistogramRequest;
import io.particlearena.ui.chart.HistogramSurface;
import io.particlearena.ui.chart.HistogramView;
import io.particlearena.ui.chart.Readout;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The histograms of one tag with their heading; the same card shows another tag when it is scrolled in. */
final class HistogramCard extends BorderPane {

    private static final Map<HistogramView, Icon> ICONS = Map.of(
            HistogramView.RIDGES, Icon.RIDGES,
            HistogramView.OVERLAY, Icon.OVERLAY,
            HistogramView.BANDS, Icon.LAYERS);

    private final Owner owner;
    private final ChartWorker worker;
    private final ChartSlot<HistogramRequest, HistogramImage> slot;
    private final HistogramSurface surface;
    private final CardHead head;
    private final Label note = new Label();
    private final Tooltip notes = new Tooltip();
    private final Map<HistogramView, ToggleButton> views = new EnumMap<>(HistogramView.class);
    private String key = "";
    private CardState state = new CardState();
    private @Nullable HistogramRequest requested;

    /** What a card asks of the board. */
    interface Owner {

        /** The card's place has changed. */
        void arrange();

        /** Ask where to write what the card shows. */
        void download(HistogramCard card, Download format);
    }

    HistogramCard(ChartWorker worker, Readout readout, Owner owner) {
        this.owner = owner;
        this.worker = worker;
        this.slot = worker.newHistogramSlot();
        this.surface = new HistogramSurface(readout);
        getStyleClass().addAll("board-card", "histogram-card");
        this.head = new CardHead(owner::arrange);
        setTop(line());
        setCenter(surface);
    }

    private HBox line() {
        note.getStyleClass().add("chart-note");
        note.setGraphic(Icon.INFO.node());
        note.setTooltip(notes);
        note.setMinWidth(USE_PREF_SIZE);
        return head.line(List.of(note, choice()), List.of(head.wide()), format -> owner.download(this, format));
    }

    private HBox choice() {
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (HistogramView view : HistogramView.values()) {
            String text = "histogram." + view.name().toLowerCase(Locale.ROOT);
            ToggleButton button =
                    new ToggleButton("", Objects.requireNonNull(ICONS.get(view)).node());
            button.getStyleClass().addAll("card-button", "card-" + view.name().toLowerCase(Locale.ROOT));
            button.setAccessibleText(Texts.of(text));
            button.setTooltip(new Tooltip(Texts.of(text) + "\n" + Texts.of(text + ".help")));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                state.histograms = view;
            });
            views.put(view, button);
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    /** The card's name among those of the board. */
    String key() {
        return key;
    }

    String heading() {
        return head.heading();
    }

    /** The drawing on the screen, if there is one. */
    @Nullable
    HistogramImage image() {
        return surface.image();
    }

    /** The latest request, if the card is on the screen. */
    @Nullable
    HistogramRequest request() {
        return requested;
    }

    void show(String next, CardState kept) {
        key = next;
        state = kept;
        slot.take();
        surface.clear();
        note.setVisible(false);
        String tag = HistogramTags.tag(key);
        head.show(tag, kept);
        surface.setAccessibleText(Texts.of("histogram.picture", heading()));
        setId("card-" + tag);
    }

    /** The card is off the screen and needs no drawing. */
    void rest() {
        requested = null;
        slot.want(null);
    }

    /** Marks a step that another card's mouse points at; NaN for none. */
    void setLinked(double step) {
        surface.setLinked(step);
    }

    /** Asks for a drawing if anything has changed; called once a pulse. */
    void request(List<HistogramPart> parts, Theme theme, double textSize) {
        ChartLook look = CardLook.of(surface, theme, textSize);
        if (look == null) {
            return;
        }
        HistogramRequest request = new HistogramRequest(parts, state.histograms, look);
        if (!request.equals(requested)) {
            requested = request;
            slot.want(request);
            worker.wake();
        }
    }

    /** Shows the newest drawing if there is one that was not shown yet. */
    boolean showDrawing(Theme theme) {
        HistogramImage image = slot.take();
        if (image == null) {
            return false;
        }
        surface.setDark(theme == Theme.DARK);
        surface.show(image);
        views.forEach((view, button) -> button.setSelected(view == image.view()));
        note.setVisible(!image.note().isEmpty());
        notes.setText(image.note());
        note.setAccessibleText(image.note());
        return true;
    }
}
