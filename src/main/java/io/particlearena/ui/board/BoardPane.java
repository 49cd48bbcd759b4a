package io.particlearena.ui.board;

import io.particlearena.results.Smoothing;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.ChartWorker;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** All metrics of the chosen runs: one card for each tag, in groups that can be closed. Used on the JavaFX thread. */
public final class BoardPane extends BorderPane implements AutoCloseable {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final long LOOK_FOR_TAGS_NANOS = 1_000_000_000L;
    private static final double CARD_WIDTH = 330;

    private final ChartWorker worker = new ChartWorker();
    private final BoardModel model = new BoardModel();
    private final CardGrid grid = new CardGrid(this::node);
    private final TextField filter = new TextField();
    private final Slider smoothing = new Slider(0, Smoothing.MAX_WEIGHT, Smoothing.DEFAULT_WEIGHT);
    private final Label empty = new Label();
    private final Set<String> collapsed = new HashSet<>();
    private final ReadOnlyLongWrapper drawings = new ReadOnlyLongWrapper();
    private Predicate<String> passes = tag -> true;
    private Theme theme = Theme.LIGHT;
    private double textSize = 13;
    private long lookedAt;

    /** A board without runs. */
    public BoardPane() {
        getStyleClass().add("board-pane");
        setTop(head());
        empty.getStyleClass().add("empty-text");
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        setCenter(new StackPane(grid, empty));
        arrange();
    }

    /** Shows these runs and no others. */
    public void show(List<BoardRun> runs) {
        model.show(runs);
        arrange();
    }

    /** Changes colours and the size of texts, in pixels. */
    public void setTheme(Theme next, double size) {
        theme = next;
        textSize = size;
        model.recolour();
        grid.setSizes(CARD_WIDTH, size);
    }

    /** Called once a frame, with a time in nanoseconds that only grows. */
    public void pulse(long now) {
        if (now - lookedAt > LOOK_FOR_TAGS_NANOS) {
            lookedAt = now;
            if (model.refresh()) {
                arrange();
            }
        }
        double weight = Math.rint(smoothing.getValue() * 1000) / 1000;
        for (Region node : grid.shown()) {
            if (node instanceof BoardCard card
                    && card.pulse(model.curves(card.tag(), theme), theme, textSize, weight)) {
                drawings.set(drawings.get() + 1);
            }
        }
    }

    /** The number of drawings shown so far. */
    public ReadOnlyLongProperty drawingsProperty() {
        return drawings.getReadOnlyProperty();
    }

    /** Ends the thread that draws. */
    @Override
    public void close() {
        worker.close();
    }

    private HBox head() {
        filter.setId("board-filter");
        filter.setPromptText(Texts.of("board.filter"));
        filter.setTooltip(new Tooltip(Texts.of("board.filter.help")));
        filter.textProperty().addListener((o, before, now) -> filterChanged(now));
        HBox.setHgrow(filter, Priority.ALWAYS);
        Label name = new Label(Texts.of("board.smoothing"));
        name.getStyleClass().add("caption");
        name.setLabelFor(smoothing);
        smoothing.setId("board-smoothing");
        smoothing.setBlockIncrement(0.05);
        Label value = new Label();
        value.getStyleClass().add("smoothing-value");
        value.textProperty()
                .bind(smoothing.valueProperty().map(now -> String.format(Locale.ROOT, "%.3f", now.doubleValue())));
        HBox head = new HBox(filter, name, smoothing, value);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("board-head");
        return head;
    }

    private void filterChanged(String text) {
        try {
            passes = Pattern.compile(text, Pattern.CASE_INSENSITIVE).asPredicate();
            filter.pseudoClassStateChanged(ERROR, false);
            arrange();
        } catch (PatternSyntaxException e) {
            filter.pseudoClassStateChanged(ERROR, true);
        }
    }

    private void arrange() {
        List<BoardModel.Group> groups = model.groups(passes);
        grid.setGroups(groups, collapsed);
        empty.setVisible(groups.isEmpty());
        empty.setText(Texts.of(model.groups(tag -> true).isEmpty() ? "board.empty" : "board.filtered"));
    }

    private Region node(BoardLayout.Place place, List<Region> unused) {
        if (place.isHeading()) {
            return heading(place.group());
        }
        BoardCard card = unused.stream()
                .filter(BoardCard.class::isInstance)
                .map(BoardCard.class::cast)
                .findFirst()
                .orElseGet(() -> new BoardCard(worker));
        card.show(place.tag());
        return card;
    }

    private Region heading(String group) {
        Button heading = new Button(group.isEmpty() ? Texts.of("board.general") : group, Icon.STEP.node());
        heading.getStyleClass().add("form-heading");
        heading.setOnAction(event -> {
            if (!collapsed.remove(group)) {
                collapsed.add(group);
            }
            arrange();
        });
        return heading;
    }
}
