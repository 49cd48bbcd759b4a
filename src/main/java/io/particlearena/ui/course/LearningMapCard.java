package io.particlearena.ui.course;

import io.particlearena.env.AgentSpec;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows how the learning of a modelled agent moves, as its model sees it. Hidden where nobody models learning. */
final class LearningMapCard extends BorderPane {

    private static final long INTERVAL_NANOS = 1_000_000_000L;

    private final ComboBox<LearningTrails.Pair> choice = new ComboBox<>();
    private final Label title = new Label();
    private final HBox head = new HBox(title);
    private final Canvas canvas = new Canvas();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "learning-map");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Drawn> finished = new AtomicReference<>();
    private List<AgentSpec> agents = List.of();
    private LearningTrails trails = new LearningTrails();
    private LearningMapPainter painter = new LearningMapPainter(Theme.LIGHT, 13);
    private @Nullable Drawn drawn;
    private boolean computing;
    private boolean dirty;
    private long askedVersion;
    private long askedAt;

    /** A map and what it was made of. */
    private record Drawn(LearningTrails trails, LearningTrails.Pair pair, LearningMap map) {}

    LearningMapCard() {
        getStyleClass().add("learning-map");
        setId("learning-map");
        canvas.setManaged(false);
        canvas.setId("learning-map-canvas");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.accessibleTextProperty().bind(title.textProperty().map(text -> Texts.of("course.map.picture", text)));
        Pane surface = new Pane(canvas) {
            @Override
            protected void layoutChildren() {
                if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
                    canvas.setWidth(getWidth());
                    canvas.setHeight(getHeight());
                    dirty = true;
                }
            }
        };
        surface.setMinSize(0, 0);
        setCenter(surface);
        title.getStyleClass().add("caption");
        Tooltip tooltip = new Tooltip(Texts.of("course.map.help"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        title.setTooltip(tooltip);
        choice.setId("learning-map-choice");
        choice.setAccessibleText(Texts.of("course.map.whose"));
        choice.setTooltip(new Tooltip(Texts.of("course.map.whose")));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(LearningTrails.@Nullable Pair pair) {
                return pair == null ? "" : name(pair);
            }

            @Override
            public LearningTrails.Pair fromString(String shown) {
                throw new UnsupportedOperationException("A choice is never read back from its text");
            }
        });
        choice.valueProperty().addListener((o, before, now) -> askedVersion = -1);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("learning-map-head");
        setTop(head);
        begin(List.of(), trails);
    }

    /** Shows what another run's agents come to know. */
    void begin(List<AgentSpec> seats, LearningTrails source) {
        agents = List.copyOf(seats);
        trails = source;
        drawn = null;
        askedVersion = -1;
        choice.getItems().clear();
        choice.setValue(null);
        head.getChildren().remove(choice);
        setVisible(false);
        setManaged(false);
    }

    void setTheme(Theme theme, double textSize) {
        painter = new LearningMapPainter(theme, textSize);
        dirty = true;
    }

    /** Asks for a new map if there are new points, and paints the newest one; called once a pulse. */
    void pulse(long now) {
        Drawn next = finished.getAndSet(null);
        if (next != null) {
            computing = false;
            if (next.trails == trails && next.pair.equals(choice.getValue())) {
                drawn = next;
                dirty = true;
            }
        }
        if (!computing && (askedVersion < 0 || now - askedAt >= INTERVAL_NANOS)) {
            ask(now);
        }
        if (dirty && drawn != null && canvas.getWidth() > 60 && canvas.getHeight() > 60) {
            dirty = false;
            painter.paint(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight(), drawn.map);
        }
    }

    private void ask(long now) {
        askedAt = now;
        long version = trails.version();
        if (version == askedVersion) {
            return;
        }
        offer();
        LearningTrails.Pair pair = choice.getValue();
        if (pair == null) {
            return;
        }
        askedVersion = version;
        computing = true;
        LearningTrails source = trails;
        LearningMap former = drawn != null && drawn.pair.equals(pair) ? drawn.map : null;
        worker.execute(() -> finished.set(new Drawn(source, pair, LearningMap.of(source.of(pair), former))));
    }

    private void offer() {
        List<LearningTrails.Pair> pairs = trails.pairs();
        if (pairs.size() == choice.getItems().size()) {
            return;
        }
        LearningTrails.Pair chosen = choice.getValue();
        choice.getItems().setAll(pairs);
        choice.setValue(chosen == null ? pairs.get(0) : chosen);
        boolean several = pairs.size() > 1;
        title.setText(several ? Texts.of("course.map.several") : text("course.map.one", pairs.get(0)));
        if (several && !head.getChildren().contains(choice)) {
            head.getChildren().add(choice);
        }
        setVisible(true);
        setManaged(true);
    }

    private String name(LearningTrails.Pair pair) {
        return text("course.map.pair", pair);
    }

    private String text(String key, LearningTrails.Pair pair) {
        return Texts.of(
                key,
                agents.get(pair.observer()).name(),
                agents.get(pair.about()).name());
    }

    void close() {
        worker.shutdownNow();
    }
}
