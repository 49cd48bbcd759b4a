package io.particlearena.ui.log;

import io.particlearena.ui.Icon;
import io.particlearena.ui.SystemClipboard;
import io.particlearena.ui.Texts;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The program's messages: the newest at the bottom, filtered by how much they matter, to copy. */
public final class LogPane extends BorderPane {

    private static final Duration REFRESH = Duration.millis(500);

    private final ProgramLog log;
    private final ListView<LogLine> list = new ListView<>();
    private final ComboBox<Choice> level = new ComboBox<>();
    private final ToggleButton follow = new ToggleButton(Texts.of("log.follow"));
    private final Timeline refreshing = new Timeline(new KeyFrame(REFRESH, event -> refresh()));
    private long shown = -1;

    /** Messages that matter at least so much. */
    private record Choice(Level least, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    public LogPane(ProgramLog log) {
        this.log = log;
        getStyleClass().add("log-pane");
        setId("log-pane");
        level.setId("log-level");
        level.setAccessibleText(Texts.of("log.level"));
        level.getItems()
                .setAll(
                        new Choice(Level.ALL, Texts.of("log.level.all")),
                        new Choice(Level.WARNING, Texts.of("log.level.warning")),
                        new Choice(Level.SEVERE, Texts.of("log.level.severe")));
        level.getSelectionModel().selectFirst();
        level.valueProperty().addListener((o, before, now) -> show());
        follow.setId("log-follow");
        follow.setSelected(true);
        follow.setTooltip(new Tooltip(Texts.of("log.follow.help")));
        follow.selectedProperty().addListener((o, before, now) -> show());
        Button copy = new Button(Texts.of("log.copy"), Icon.COPY.node());
        copy.setId("log-copy");
        copy.setTooltip(new Tooltip(Texts.of("log.copy.help")));
        copy.setOnAction(event -> copy());
        HBox head = new HBox(8, level, follow, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("log-head");
        setTop(head);
        list.setId("log-list");
        list.setAccessibleText(Texts.of("log.title"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new Label(Texts.of("log.empty")));
        list.setCellFactory(view -> new Line());
        setCenter(list);
        refreshing.setCycleCount(Timeline.INDEFINITE);
        // Nobody looks at a window that is closed.
        sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(window -> window.showingProperty())
                .orElse(false)
                .addListener((o, before, now) -> watch(now));
    }

    private void watch(boolean showing) {
        if (showing) {
            refresh();
            refreshing.play();
        } else {
            refreshing.stop();
        }
    }

    private void refresh() {
        if (log.count() != shown) {
            show();
        }
    }

    private void show() {
        shown = log.count();
        int least = level.getValue().least().intValue();
        List<LogLine> lines = log.lines().stream()
                .filter(line -> line.level().intValue() >= least)
                .toList();
        List<LogLine> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
        list.getItems().setAll(lines);
        selected.forEach(list.getSelectionModel()::select);
        if (follow.isSelected() && !lines.isEmpty()) {
            list.scrollTo(lines.size() - 1);
        }
    }

    /** The selected messages go to the clipboard, or all that are shown if none is. */
    private void copy() {
        List<LogLine> lines = list.getSelectionModel().getSelectedItems();
        SystemClipboard.copy((lines.isEmpty() ? list.getItems() : lines)
                .stream().map(LogLine::toString).collect(Collectors.joining(System.lineSeparator())));
    }

    /** A message; its stack trace comes with the copy and as a tooltip. */
    private static final class Line extends ListCell<LogLine> {

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("log-warning", "log-severe");
            setTooltip(null);
            if (empty || line == null) {
                setText(null);
                return;
            }
            String[] rows = line.toString().split("\\R", 2);
            setText(rows[0]);
            if (line.level().intValue() >= Level.SEVERE.intValue()) {
                getStyleClass().add("log-severe");
            } else if (line.level().intValue() >= Level.WARNING.intValue()) {
                getStyleClass().add("log-warning");
            }
            if (!line.details().isEmpty()) {
                setTooltip(new Tooltip(line.details()));
            }
        }
    }
}
