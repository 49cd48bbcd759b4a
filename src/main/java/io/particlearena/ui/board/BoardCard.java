package io.particlearena.ui.board;

import io.particlearena.results.ChartNote;
import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartImage;
import io.particlearena.ui.chart.ChartLook;
import io.particlearena.ui.chart.ChartMarks;
import io.particlearena.ui.chart.ChartMouse;
import io.particlearena.ui.chart.ChartRequest;
import io.particlearena.ui.chart.ChartSlot;
import io.particlearena.ui.chart.ChartSurface;
import io.particlearena.ui.chart.ChartWorker;
import io.particlearena.ui.chart.Curve;
import io.particlearena.ui.chart.MetricNames;
import io.particlearena.ui.chart.Reading;
import io.particlearena.ui.chart.Readout;
import io.particlearena.ui.chart.Span;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The chart of one tag with its heading; the same card shows another tag when it is scrolled in. */
final class BoardCard extends BorderPane implements ChartMouse {

    private static final double SMALL_TEXT = 0.82;

    private final Owner owner;
    private final ChartWorker worker;
    private final ChartSlot<ChartRequest, ChartImage> slot;
    private final ChartSurface surface;
    private final Label title = new Label();
    private final Tooltip meaning = new Tooltip();
    private final Hyperlink offScale = new Hyperlink();
    private final ToggleButton pin = new ToggleButton();
    private final CheckMenuItem logarithmic = new CheckMenuItem(Texts.of("board.logarithmic"));
    private final CheckMenuItem everything = new CheckMenuItem(Texts.of("board.everything"));
    private final CheckMenuItem wide = new CheckMenuItem(Texts.of("board.wide"));
    private final MenuItem compare = new MenuItem(Texts.of("board.compare"));
    private String tag = "";
    private String unit = "";
    private CardState state = new CardState();
    private @Nullable ChartRequest requested;

    /** What a card asks of the board. */
    interface Owner {

        /** The card's place has changed. */
        void arrange();

        /** The mouse on a card has chosen a part of the axis. */
        void zoom(BoardCard card, @Nullable Span span);

        /** The mouse is at a place of a card's axis; NaN if it has left. */
        void pointed(BoardCard card, double position);

        /** A menu for a place of the card's axis. */
        void menu(BoardCard card, double position, @Nullable Reading nearest, double screenX, double screenY);

        /** Set the groups of the card's runs against each other. */
        void compare(BoardCard card);

        /** Ask where to write what the card shows. */
        void download(BoardCard card, Download format);
    }

    BoardCard(ChartWorker worker, Readout readout, Owner owner) {
        this.owner = owner;
        this.worker = worker;
        this.slot = worker.newSlot();
        this.surface = new ChartSurface(readout, this);
        getStyleClass().add("board-card");
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
        offScale.getStyleClass().add("off-scale");
        offScale.setTooltip(new Tooltip(Texts.of("board.offscale.help")));
        offScale.setMinWidth(USE_PREF_SIZE);
        offScale.setOnAction(event -> everything.setSelected(true));
        pin.setGraphic(Icon.PIN.node());
        pin.getStyleClass().addAll("card-button", "card-pin");
        pin.setTooltip(new Tooltip(Texts.of("board.pin")));
        pin.setAccessibleText(Texts.of("board.pin"));
        pin.setOnAction(event -> {
            state.pinned = pin.isSelected();
            owner.arrange();
        });
        logarithmic.selectedProperty().addListener((o, before, now) -> state.logarithmic = now);
        everything.selectedProperty().addListener((o, before, now) -> state.everything = now);
        wide.setOnAction(event -> {
            state.wide = wide.isSelected();
            owner.arrange();
        });
        MenuItem whole = new MenuItem(Texts.of("board.whole"));
        whole.setOnAction(event -> zoom(null));
        MenuButton menu = new MenuButton("", Icon.MORE.node(), logarithmic, everything, wide, whole);
        menu.getStyleClass().addAll("card-button", "no-arrow");
        menu.setAccessibleText(Texts.of("board.card.menu"));
        menu.getItems().add(new SeparatorMenuItem());
        compare.setOnAction(event -> owner.compare(this));
        menu.getItems().addAll(compare, new SeparatorMenuItem());
        for (Download format : Download.values()) {
            MenuItem item = new MenuItem(Texts.of("board.download." + format.extension()));
            item.setOnAction(event -> owner.download(this, format));
            menu.getItems().add(item);
        }
        HBox head = new HBox(title, offScale, pin, menu);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    String tag() {
        return tag;
    }

    String heading() {
        return title.getText();
    }

    /** The drawing on the screen, if there is one. */
    @Nullable
    ChartImage image() {
        return surface.image();
    }

    /** The latest request, if the card is on the screen. */
    @Nullable
    ChartRequest request() {
        return requested;
    }

    void show(String next, CardState kept) {
        tag = next;
        state = kept;
        slot.take();
        surface.clear();
        surface.setZoom(kept.zoom);
        offScale.setVisible(false);
        pin.setSelected(kept.pinned);
        logarithmic.setSelected(kept.logarithmic);
        everything.setSelected(kept.everything);
        wide.setSelected(kept.wide);
        Optional<MetricDescription> known = MetricDictionary.find(tag);
        unit = known.map(MetricDescription::unit).orElse("");
        title.setText(heading(tag, kept.pinned));
        surface.setAccessibleText(Texts.of("chart.picture", title.getText()));
        meaning.setText(known.map(metric -> tag + "\n" + metric.meaning()).orElse(tag));
        setId("card-" + tag);
    }

    /** In a group of its prefix, a card needs not say the prefix again. */
    static String heading(String tag, boolean alone) {
        String prefix = BoardModel.prefix(tag);
        String rest = prefix.isEmpty() ? tag : tag.substring(prefix.length() + 1);
        String name = MetricDictionary.find(tag).isPresent() ? MetricNames.title(rest) : rest;
        return alone && !prefix.isEmpty() ? prefix + ": " + name : name;
    }

    /** The card is off the screen and needs no drawing. */
    void rest() {
        requested = null;
        slot.want(null);
    }

    void setZoom(@Nullable Span span) {
        state.zoom = span;
        surface.setZoom(span);
    }

    void setLinked(double position) {
        surface.setLinked(position);
    }

    @Override
    public void zoom(@Nullable Span span) {
        owner.zoom(this, span);
    }

    @Override
    public void menu(double position, @Nullable Reading nearest, double screenX, double screenY) {
        owner.menu(this, position, nearest, screenX, screenY);
    }

    @Override
    public void pointed(double position) {
        owner.pointed(this, position);
    }

    /** Asks for a drawing if anything has changed; called once a pulse. */
    void request(List<Curve> curves, List<ChartNote> notes, BoardSettings board, Theme theme, double textSize) {
        compare.setDisable(board.grouping.get().equals(RunGrouping.NONE));
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        if (width < 40 || height < 40 || getScene() == null) {
            return;
        }
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        ChartLook look = new ChartLook(width, height, scale, theme, textSize * SMALL_TEXT);
        ChartRequest request =
                new ChartRequest(curves, "", unit, look, state.view(board.view()), notes, state.zoom, ChartMarks.NONE);
        if (!request.equals(requested)) {
            requested = request;
            slot.want(request);
            worker.wake();
        }
    }

    /** Shows the newest drawing if there is one that was not shown yet. */
    boolean showDrawing(BoardSettings board, Theme theme) {
        ChartImage image = slot.take();
        if (image == null) {
            return false;
        }
        surface.setLook(theme == Theme.DARK, board.order.get());
        surface.show(image);
        offScale.setVisible(image.offScale() > 0);
        if (image.offScale() > 0) {
            offScale.setText(Texts.of("board.offscale", image.offScale()));
        }
        return true;
    }
}
