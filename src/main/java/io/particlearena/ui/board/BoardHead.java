package io.particlearena.ui.board;

import io.particlearena.math.Aggregate;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.Smoothing;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.chart.ReadoutOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The line above a board: which tags are shown, and what holds for all cards. */
final class BoardHead extends FlowPane {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final GroupingChoice grouping;

    /**
     * @param onFilter told which tags pass
     */
    BoardHead(BoardSettings settings, Consumer<Predicate<String>> onFilter) {
        this.grouping = new GroupingChoice(settings.grouping);
        getStyleClass().add("board-head");
        setRowValignment(VPos.CENTER);
        HBox smoothing = smoothing(settings);
        smoothing.getChildren().add(menu(settings));
        getChildren().addAll(filter(onFilter), axes(settings), grouping, smoothing);
    }

    /** Offers to group the runs by these options, in which they differ. */
    void offerOptions(List<String> options) {
        grouping.offer(options);
    }

    /** An item for each value, of which the present one is marked. */
    private static <T> List<RadioMenuItem> choices(
            List<T> values, ObjectProperty<T> property, Function<T, String> name) {
        ToggleGroup group = new ToggleGroup();
        List<RadioMenuItem> items = new ArrayList<>();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(name.apply(value));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(value.equals(property.get()));
            item.setOnAction(event -> property.set(value));
            items.add(item);
        }
        return items;
    }

    /** A menu of the values of an enumeration, whose texts are those of the key with their names behind a dot. */
    private static <T extends Enum<T>> Menu menu(String key, T[] values, ObjectProperty<T> property) {
        List<RadioMenuItem> items = choices(
                List.of(values),
                property,
                value -> Texts.of(key + "." + value.name().toLowerCase(Locale.ROOT)));
        property.addListener(
                (o, before, now) -> items.get(List.of(values).indexOf(now)).setSelected(true));
        Menu menu = new Menu(Texts.of(key));
        menu.getItems().setAll(items);
        return menu;
    }

    private static TextField filter(Consumer<Predicate<String>> onFilter) {
        TextField filter = new TextField();
        filter.setId("board-filter");
        filter.setPromptText(Texts.of("board.filter"));
        filter.setAccessibleText(Texts.of("board.filter"));
        filter.setTooltip(new Tooltip(Texts.of("board.filter.help")));
        filter.textProperty().addListener((o, before, now) -> {
            try {
                onFilter.accept(Pattern.compile(now, Pattern.CASE_INSENSITIVE).asPredicate());
                filter.pseudoClassStateChanged(ERROR, false);
            } catch (PatternSyntaxException e) {
                filter.pseudoClassStateChanged(ERROR, true);
            }
        });
        return filter;
    }

    private static HBox axes(BoardSettings settings) {
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        SeriesAxis[] axes = SeriesAxis.values();
        for (int i = 0; i < axes.length; i++) {
            SeriesAxis axis = axes[i];
            String key = "board.axis." + axis.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(Texts.of(key));
            button.setId("board-axis-" + axis.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add(i == 0 ? "left-pill" : i == axes.length - 1 ? "right-pill" : "center-pill");
            button.setTooltip(new Tooltip(Texts.of(key + ".help")));
            button.setToggleGroup(group);
            button.setSelected(settings.axis.get() == axis);
            settings.axis.addListener((o, before, now) -> button.setSelected(now == axis));
            button.setOnAction(event -> {
                button.setSelected(true);
                settings.axis.set(axis);
            });
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private static HBox smoothing(BoardSettings settings) {
        Slider slider = new Slider(0, Smoothing.MAX_WEIGHT, settings.smoothing.get());
        slider.setId("board-smoothing");
        slider.setBlockIncrement(0.05);
        slider.valueProperty().bindBidirectional(settings.smoothing);
        Label name = new Label(Texts.of("board.smoothing"));
        name.getStyleClass().add("caption");
        name.setLabelFor(slider);
        name.setMinWidth(USE_PREF_SIZE);
        Label value = new Label();
        value.getStyleClass().add("smoothing-value");
        value.textProperty()
                .bind(slider.valueProperty().map(now -> String.format(Locale.ROOT, "%.3f", now.doubleValue())));
        HBox line = new HBox(name, slider, value);
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("board-smoothing");
        return line;
    }

    private static MenuButton menu(BoardSettings settings) {
        Slider width = new Slider(BoardSettings.SMALLEST_CARD, BoardSettings.LARGEST_CARD, settings.cardWidth.get());
        width.setId("board-card-width");
        width.valueProperty().bindBidirectional(settings.cardWidth);
        Label caption = new Label(Texts.of("board.card.width"));
        caption.setLabelFor(width);
        CustomMenuItem size = new CustomMenuItem(new VBox(caption, width), false);
        MenuButton menu = new MenuButton(
                "",
                Icon.SETTINGS.node(),
                item("board.outliers", settings.withoutOutliers),
                item("board.linked", settings.linked),
                menu("board.order", ReadoutOrder.values(), settings.order),
                menu("board.aggregate", Aggregate.values(), settings.aggregate),
                new SeparatorMenuItem(),
                size);
        menu.setId("board-settings");
        menu.getStyleClass().add("no-arrow");
        menu.setTooltip(new Tooltip(Texts.of("board.settings")));
        menu.setAccessibleText(Texts.of("board.settings"));
        return menu;
    }

    private static CheckMenuItem item(String text, BooleanProperty property) {
        CheckMenuItem item = new CheckMenuItem(Texts.of(text));
        item.selectedProperty().bindBidirectional(property);
        return item;
    }
}
