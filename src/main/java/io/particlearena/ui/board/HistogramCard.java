package io.particlearena.ui.board;

import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
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
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The histograms of one tag with their heading; the same card shows another tag when it is scrolled in. */
final class HistogramCard extends BorderPane {

    private static final double SMALL_TEXT = 0.82;

    private final Owner owner;
    private final ChartWorker worker;
    private final ChartSlot<HistogramRequest, HistogramImage> slot;
    private final HistogramSurface surface;
    private final Label title = new Label();
    private final Tooltip meaning = new Tooltip();
    private final Label note = new Label();
    private final Tooltip notes = new Tooltip();
    private final Map<HistogramView, ToggleButton> views = new EnumMap<>(HistogramView.class);
    private final ToggleButton pin = new ToggleButton();
    private final CheckMenuItem wide = new CheckMenuItem(Texts.of("board.wide"));
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
        setTop(head());
        setCenter(surface);
    }

    private HBox head() {
        title.getStyleClass().add("board-card-title");
        title.setTooltip(meaning);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        note.getStyleClass().add("chart-note");
        note.setGraphic(Icon.INFO.node());
        note.setTooltip(notes);
        note.setMinWidth(USE_PREF_SIZE);
        pin.setGraphic(Icon.PIN.node());
        pin.getStyleClass().addAll("card-button", "card-pin");
        pin.setTooltip(new Tooltip(Texts.of("board.pin")));
        pin.setAccessibleText(Texts.of("board.pin"));
        pin.setOnAction(event -> {
            state.pinned = pin.isSelected();
            owner.arrange();
        });
        wide.setOnAction(event -> {
            state.wide = wide.isSelected();
            owner.arrange();
        });
        MenuButton menu = new MenuButton("", Icon.MORE.node(), wide, new SeparatorMenuItem());
        menu.getStyleClass().addAll("card-button", "no-arrow");
        menu.setAccessibleText(Texts.of("board.card.menu"));
        for (Download format : Download.values()) {
            MenuItem item = new MenuItem(Texts.of("board.download." + format.extension()));
            item.setOnAction(event -> owner.download(this, format));
            menu.getItems().add(item);
        }
        HBox head = new HBox(title, note, choice(), pin, menu);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox choice() {
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (HistogramView view : HistogramView.values()) {
            String text = "histogram." + view.name().toLowerCase(Locale.ROOT);
            Icon icon = view == HistogramView.RIDGES ? Icon.RIDGES : Icon.LAYERS;
            ToggleButton button = new ToggleButton("", icon.node());
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
        return title.getText();
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
        pin.setSelected(kept.pinned);
        wide.setSelected(kept.wide);
        String tag = HistogramTags.tag(key);
        title.setText(BoardCard.heading(tag, kept.pinned));
        surface.setAccessibleText(Texts.of("histogram.picture", title.getText()));
        meaning.setText(MetricDictionary.find(tag)
                .map(MetricDescription::meaning)
                .map(text -> tag + "\n" + text)
                .orElse(tag));
        setId("card-" + tag);
    }

    /** The card is off the screen and needs no drawing. */
    void rest() {
        requested = null;
        slot.want(null);
    }

    /** Asks for a drawing if anything has changed; called once a pulse. */
    void request(List<HistogramPart> parts, Theme theme, double textSize) {
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        if (width < 40 || height < 40 || getScene() == null) {
            return;
        }
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        ChartLook look = new ChartLook(width, height, scale, theme, textSize * SMALL_TEXT);
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
