package io.particlearena.ui.board;

import io.particlearena.results.MetricDictionary;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.chart.MetricNames;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line above a card: what it shows, a pin, and a menu that ends with the downloads. */
final class CardHead {

    private final Runnable onArrange;
    private final Label title = new Label();
    private final Tooltip meaning = new Tooltip();
    private final ToggleButton pin = new ToggleButton();
    private final CheckMenuItem wide = new CheckMenuItem(Texts.of("board.wide"));
    private CardState state = new CardState();

    /** @param onArrange told when the card's place has changed */
    CardHead(Runnable onArrange) {
        this.onArrange = onArrange;
        title.getStyleClass().add("board-card-title");
        title.setTooltip(meaning);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        pin.setGraphic(Icon.PIN.node());
        pin.getStyleClass().addAll("card-button", "card-pin");
        pin.setTooltip(new Tooltip(Texts.of("board.pin")));
        pin.setAccessibleText(Texts.of("board.pin"));
        pin.setOnAction(event -> {
            state.pinned = pin.isSelected();
            this.onArrange.run();
        });
        wide.setOnAction(event -> {
            state.wide = wide.isSelected();
            this.onArrange.run();
        });
    }

    /** The item of the menu that lets the card take a whole row. */
    CheckMenuItem wide() {
        return wide;
    }

    /**
     * The line.
     *
     * @param controls between title and pin
     * @param items of the menu, before the downloads
     * @param onDownload asked for a download
     */
    HBox line(List<Node> controls, List<MenuItem> items, Consumer<Download> onDownload) {
        MenuButton menu = new MenuButton("", Icon.MORE.node());
        menu.getStyleClass().addAll("card-button", "no-arrow");
        menu.setAccessibleText(Texts.of("board.card.menu"));
        menu.getItems().addAll(items);
        menu.getItems().add(new SeparatorMenuItem());
        for (Download format : Download.values()) {
            MenuItem item = new MenuItem(Texts.of("board.download." + format.extension()));
            item.setOnAction(event -> onDownload.accept(format));
            menu.getItems().add(item);
        }
        HBox line = new HBox(title);
        line.getChildren().addAll(controls);
        line.getChildren().addAll(pin, menu);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Names another tag, whose card was left in this state. */
    void show(String tag, CardState kept) {
        state = kept;
        pin.setSelected(kept.pinned);
        wide.setSelected(kept.wide);
        title.setText(heading(tag, kept.pinned));
        meaning.setText(MetricDictionary.find(tag)
                .map(MetricNames::meaning)
                .map(text -> tag + "\n" + text)
                .orElse(tag));
    }

    String heading() {
        return title.getText();
    }

    /**
     * What stands over the card of a tag.
     *
     * @param alone not in a group of its prefix, where a card needs not say the prefix again
     */
    static String heading(String tag, boolean alone) {
        String prefix = BoardModel.prefix(tag);
        String rest = prefix.isEmpty() ? tag : tag.substring(prefix.length() + 1);
        String name = MetricDictionary.find(tag).isPresent() ? MetricNames.title(rest) : rest;
        return alone && !prefix.isEmpty() ? prefix + ": " + name : name;
    }
}
