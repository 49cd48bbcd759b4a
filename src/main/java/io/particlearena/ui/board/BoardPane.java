package io.particlearena.ui.board;

import io.particlearena.results.ChartNote;
import io.particlearena.results.GroupValues;
import io.particlearena.results.SeriesAxis;
import io.particlearena.store.SettingsReader;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartImage;
import io.particlearena.ui.chart.ChartRequest;
import io.particlearena.ui.chart.ChartWorker;
import io.particlearena.ui.chart.HistogramRequest;
import io.particlearena.ui.chart.Reading;
import io.particlearena.ui.chart.Readout;
import io.particlearena.ui.chart.Span;
import io.particlearena.ui.form.NumberText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** All metrics of the chosen runs: one card for each tag, in groups that can be closed. Used on the JavaFX thread. */
public final class BoardPane extends BorderPane implements AutoCloseable {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final long LOOK_FOR_TAGS_NANOS = 1_000_000_000L;
    private static final long NANOS_A_DRAWING = 50_000_000L;
    private static final int MOST_DRAWINGS_A_FRAME = 4;
    private static final double NOTE_REACH = 0.015;
    private static final double READOUT_TEXT = 0.88;
    private static final Duration MESSAGE_TIME = Duration.seconds(6);

    private final ChartWorker worker = new ChartWorker();
    private final BoardModel model = new BoardModel();
    private final BoardSettings settings = new BoardSettings();
    private final BoardHead head;
    private final CardGrid grid = new CardGrid(this::node);
    private final Readout readout = new Readout();
    private Consumer<ChartNote> onNote = note -> {};
    private final ComparisonView comparison = new ComparisonView();
    private final NoteEditor editor = new NoteEditor(note -> onNote.accept(note));
    private final Label message = new Label();
    private final PauseTransition messageTime = new PauseTransition(MESSAGE_TIME);
    private final CardDownloads downloads = new CardDownloads(this::tell);
    private final Label empty = new Label();
    private final Set<String> collapsed = new HashSet<>();
    private final ReadOnlyLongWrapper drawings = new ReadOnlyLongWrapper();
    private @Nullable PointListener onPoint;
    private Predicate<String> passes = tag -> true;
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;
    private long lookedAt;
    private long shownAt;
    private int nextCard;

    /** A board without runs. */
    public BoardPane() {
        getStyleClass().add("board-pane");
        head = new BoardHead(settings, next -> {
            passes = next;
            arrange();
        });
        setTop(head);
        empty.getStyleClass().add("empty-text");
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        message.getStyleClass().add("board-message");
        message.setVisible(false);
        StackPane.setAlignment(message, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(comparison, Pos.TOP_RIGHT);
        messageTime.setOnFinished(event -> message.setVisible(false));
        setCenter(new StackPane(grid, empty, readout, comparison, editor, message));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && comparison.isVisible()) {
                comparison.setVisible(false);
                event.consume();
            }
        });
        settings.cardWidth.addListener((o, before, now) -> grid.setSizes(now.doubleValue(), textSize));
        settings.grouping.addListener((o, before, now) -> model.group(now));
        settings.axis.addListener((o, before, now) -> zoomAll(null));
        arrange();
    }

    /** Shows these runs and no others. */
    public void show(List<BoardRun> runs) {
        model.show(runs);
        if (!runs.isEmpty()) {
            head.offerOptions(RunGrouping.differing(runs));
        }
        arrange();
    }

    /** Shows runs that differ in their seed only as one group. */
    public void groupBySeed() {
        settings.grouping.set(RunGrouping.BUT_SEED);
    }

    /** Changes colours and the size of texts, in pixels. */
    public void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        model.recolour();
        readout.setLook(theme == Theme.DARK, size * READOUT_TEXT);
        grid.setSizes(settings.cardWidth.get(), size);
    }

    /** What was chosen on the board, to be given to {@link #restore} at the next start. */
    public Map<String, Object> settings() {
        return KeptBoard.of(settings, model, collapsed);
    }

    /** Chooses what was chosen before; for a board that shows no runs yet. */
    public void restore(SettingsReader kept) {
        KeptBoard.restore(kept, settings, model, collapsed);
    }

    /** Offers, in the menu of a point, to show the episodes and the checkpoint of its time. */
    public void setOnPoint(PointListener listener) {
        onPoint = listener;
    }

    /** Shows these notes beside the charts of their tags. */
    public void setNotes(List<ChartNote> notes) {
        model.setNotes(notes);
    }

    /** Who keeps the notes that the user writes; one with an empty text takes the note at its step away. */
    public void setOnNote(Consumer<ChartNote> keeper) {
        onNote = keeper;
    }

    /** Called once a frame, with a time in nanoseconds that only grows. */
    public void pulse(long now) {
        if (now - lookedAt > LOOK_FOR_TAGS_NANOS) {
            lookedAt = now;
            if (model.refresh()) {
                arrange();
            }
        }
        grid.pulse();
        grid.cards()
                .forEach(card -> card.request(
                        model.curves(card.tag(), theme), model.notes(card.tag()), settings, theme, textSize));
        grid.histograms().forEach(card -> card.request(model.histograms(card.key(), theme), theme, textSize));
        showDrawings((now - shownAt) / NANOS_A_DRAWING);
        shownAt = now;
    }

    /**
     * Drawings that are finished at the same time are shown one after the other, so that no frame is late; where frames are seldom
     * anyway, several in one. All cards take turns, so that none waits long.
     */
    private void showDrawings(long drawingsDue) {
        List<BoardCard> charts = grid.cards();
        List<HistogramCard> histograms = grid.histograms();
        int cards = charts.size() + histograms.size();
        long budget = Math.max(1, Math.min(MOST_DRAWINGS_A_FRAME, drawingsDue));
        for (int i = 0; i < cards && budget > 0; i++) {
            nextCard = (nextCard + 1) % cards;
            boolean shown = nextCard < charts.size()
                    ? charts.get(nextCard).showDrawing(settings, theme)
                    : histograms.get(nextCard - charts.size()).showDrawing(theme);
            if (shown) {
                drawings.set(drawings.get() + 1);
                budget--;
            }
        }
    }

    /** Whether all cards that fit on the screen are there, be they drawn or not. */
    public boolean isFilled() {
        return grid.isFilled();
    }

    /** The number of drawings shown so far. */
    public ReadOnlyLongProperty drawingsProperty() {
        return drawings.getReadOnlyProperty();
    }

    /** Ends the threads that draw and write. */
    @Override
    public void close() {
        worker.close();
        downloads.close();
    }

    private void arrange() {
        List<BoardModel.Group> groups =
                model.groups(tag -> passes.test(tag) || passes.test(CardHead.heading(tag, true)));
        grid.setGroups(groups, collapsed, tag -> model.state(tag).wide);
        empty.setVisible(groups.isEmpty());
        empty.setText(Texts.of(model.hasTags() ? "board.filtered" : "board.empty"));
    }

    private Region node(BoardLayout.Place place, List<Region> unused) {
        if (place.isHeading()) {
            return heading(place.group());
        }
        if (HistogramTags.isCard(place.tag())) {
            HistogramCard card = reused(unused, HistogramCard.class)
                    .orElseGet(() -> new HistogramCard(worker, readout, new HistogramCommands()));
            card.show(place.tag(), model.state(place.tag()));
            return card;
        }
        BoardCard card =
                reused(unused, BoardCard.class).orElseGet(() -> new BoardCard(worker, readout, new Commands()));
        card.show(place.tag(), model.state(place.tag()));
        return card;
    }

    private static <T> Optional<T> reused(List<Region> unused, Class<T> kind) {
        return unused.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private Region heading(String group) {
        String name = group.equals(BoardModel.PINNED) ? Texts.of("board.pinned") : group;
        Button heading = new Button(name.isEmpty() ? Texts.of("board.general") : name, Icon.CHEVRON.node());
        heading.getStyleClass().addAll("form-heading", "board-heading");
        heading.pseudoClassStateChanged(OPEN, !collapsed.contains(group));
        heading.setOnAction(event -> {
            if (!collapsed.remove(group)) {
                collapsed.add(group);
            }
            heading.pseudoClassStateChanged(OPEN, !collapsed.contains(group));
            arrange();
        });
        return heading;
    }

    private void zoomAll(@Nullable Span span) {
        model.zoomAll(span);
        grid.cards().forEach(card -> card.setZoom(span));
    }

    private void tell(String text) {
        message.setText(text);
        message.setVisible(true);
        messageTime.playFromStart();
    }

    /** What the cards of histograms ask for. */
    private final class HistogramCommands implements HistogramCard.Owner {

        @Override
        public void arrange() {
            BoardPane.this.arrange();
        }

        @Override
        public void download(HistogramCard card, Download format) {
            HistogramRequest request = card.request();
            if (request != null) {
                String tag = HistogramTags.tag(card.key());
                downloads.ask(getScene().getWindow(), format, tag, card.heading(), request);
            }
        }
    }

    /** What the cards ask for. */
    private final class Commands implements BoardCard.Owner {

        @Override
        public void arrange() {
            BoardPane.this.arrange();
        }

        @Override
        public void zoom(BoardCard card, @Nullable Span span) {
            if (settings.linked.get()) {
                zoomAll(span);
            } else {
                card.setZoom(span);
            }
        }

        @Override
        public void pointed(BoardCard card, double position) {
            if (settings.linked.get()) {
                grid.cards().forEach(other -> other.setLinked(other == card ? Double.NaN : position));
                double step = settings.axis.get() == SeriesAxis.STEP ? position : Double.NaN;
                grid.histograms().forEach(other -> other.setLinked(step));
            }
        }

        @Override
        public void menu(BoardCard card, double position, @Nullable Reading nearest, double screenX, double screenY) {
            ContextMenu menu = new ContextMenu();
            PointListener listener = onPoint;
            if (listener != null && nearest != null && nearest.line().band() == null) {
                MenuItem open = new MenuItem(Texts.of("board.point", nearest.name(), steps(nearest.step())));
                open.setMnemonicParsing(false);
                open.setOnAction(event -> listener.open(nearest.line().curve().run(), nearest.step()));
                menu.getItems().add(open);
            }
            if (settings.axis.get() == SeriesAxis.STEP) {
                ChartNote note = noteNear(card, position);
                MenuItem write = new MenuItem(
                        Texts.of(note.text().isEmpty() ? "board.note.add" : "board.note.edit", steps(note.step())));
                write.setOnAction(event -> editor.edit(note));
                menu.getItems().add(write);
            }
            MenuItem whole = new MenuItem(Texts.of("board.whole"));
            whole.setOnAction(event -> zoom(card, null));
            menu.getItems().add(whole);
            menu.show(card, screenX, screenY);
        }

        /** The note whose line is at the mouse, or an empty one. */
        private ChartNote noteNear(BoardCard card, double position) {
            ChartImage image = card.image();
            double reach =
                    image == null ? 0 : NOTE_REACH * image.frame().across().length();
            return model.notes(card.tag()).stream()
                    .filter(note -> Math.abs(note.step() - position) <= reach)
                    .findFirst()
                    .orElseGet(() -> new ChartNote(card.tag(), Math.round(position), ""));
        }

        private String steps(long step) {
            return NumberText.count(step);
        }

        @Override
        public void compare(BoardCard card) {
            ChartRequest request = card.request();
            if (request != null) {
                List<GroupValues.Member> members = request.curves().stream()
                        .map(curve -> new GroupValues.Member(
                                curve.group(), curve.series().view()))
                        .toList();
                SeriesAxis axis = settings.axis.get();
                Span zoom = request.zoom();
                comparison.show(
                        card.heading(),
                        zoom == null
                                ? GroupValues.of(members, axis)
                                : GroupValues.of(members, axis, zoom.from(), zoom.to()));
            }
        }

        @Override
        public void download(BoardCard card, Download format) {
            ChartRequest request = card.request();
            if (request != null) {
                downloads.ask(getScene().getWindow(), format, card.tag(), card.heading(), request);
            }
        }
    }
}
