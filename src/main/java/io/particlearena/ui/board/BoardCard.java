package io.particlearena.ui.board;

import io.particlearena.results.ChartNote;
import io.particlearena.results.MetricDictionary;
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
import io.particlearena.ui.chart.OffScale;
import io.particlearena.ui.chart.Reading;
import io.particlearena.ui.chart.Readout;
import io.particlearena.ui.chart.Span;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chart of one tag with its heading; the same card shows another tag when it is scrolled in. */
final class BoardCard extends BorderPane implements ChartMouse {

    private final Owner owner;
    private final ChartWorker worker;
    private final ChartSlot<ChartRequest, ChartImage> slot;
    private final ChartSurface surface;
    private final CardHead head;
    private final GroupLegend legend = new GroupLegend();
    private final Hyperlink offScale = new Hyperlink();
    private final CheckMenuItem logarithmic = new CheckMenuItem(Texts.of("board.logarithmic"));
    private final CheckMenuItem everything = new CheckMenuItem(Texts.of("board.everything"));
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
        this.head = new CardHead(owner::arrange);
        setTop(new VBox(line(), legend));
        setCenter(surface);
    }

    private HBox line() {
        offScale.getStyleClass().add("off-scale");
        offScale.setTooltip(new Tooltip(Texts.of("board.offscale.help")));
        offScale.setMinWidth(USE_PREF_SIZE);
        offScale.setOnAction(event -> everything.setSelected(true));
        logarithmic.selectedProperty().addListener((o, before, now) -> state.logarithmic = now);
        everything.selectedProperty().addListener((o, before, now) -> state.everything = now);
        MenuItem whole = new MenuItem(Texts.of("board.whole"));
        whole.setOnAction(event -> zoom(null));
        compare.setOnAction(event -> owner.compare(this));
        List<MenuItem> items = List.of(logarithmic, everything, head.wide(), whole, new SeparatorMenuItem(), compare);
        return head.line(List.of(offScale), items, format -> owner.download(this, format));
    }

    String tag() {
        return tag;
    }

    String heading() {
        return head.heading();
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
        legend.show(List.of(), RunGrouping.NONE);
        logarithmic.setSelected(kept.logarithmic);
        everything.setSelected(kept.everything);
        unit = MetricDictionary.find(tag).map(MetricNames::unit).orElse("");
        head.show(tag, kept);
        surface.setAccessibleText(Texts.of("chart.picture", heading()));
        setId("card-" + tag);
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
        ChartLook look = CardLook.of(surface, theme, textSize);
        if (look == null) {
            return;
        }
        ChartRequest request =
                new ChartRequest(curves, "", unit, look, state.view(board.view()), notes, state.zoom, ChartMarks.NONE);
        if (!request.equals(requested)) {
            requested = request;
            offerComparison(curves, board);
            slot.want(request);
            worker.wake();
        }
    }

    /** Only groups can be compared, and only with others; nothing points at a disabled item, so its text says why it is. */
    private void offerComparison(List<Curve> curves, BoardSettings board) {
        boolean grouped = !board.grouping.get().equals(RunGrouping.NONE);
        boolean several = curves.stream().map(Curve::group).distinct().limit(2).count() == 2;
        compare.setDisable(!grouped || !several);
        compare.setText(
                Texts.of(!grouped ? "board.compare.ungrouped" : several ? "board.compare" : "board.compare.lone"));
    }

    /** Shows the newest drawing if there is one that was not shown yet. */
    boolean showDrawing(BoardSettings board, Theme theme) {
        ChartImage image = slot.take();
        if (image == null) {
            return false;
        }
        surface.setLook(theme == Theme.DARK, board.order.get());
        surface.show(image);
        legend.show(image.lines(), board.grouping.get());
        OffScale beyond = image.offScale();
        offScale.setVisible(beyond.points() > 0);
        if (beyond.points() > 0) {
            offScale.setText(Texts.of("board.offscale", beyond.points(), beyond.curves()));
        }
        return true;
    }
}
