package io.particlearena.ui.shell;

import io.particlearena.ui.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;

/** The pages of the window, one below the other at its left. */
final class PageRail extends VBox {

    private final Map<Page, ToggleButton> buttons = new HashMap<>();

    /**
     * @param pages from top to bottom
     * @param onChosen told of a page that the user wants to see
     */
    PageRail(List<Page> pages, Consumer<Page> onChosen) {
        getStyleClass().add("page-rail");
        ToggleGroup group = new ToggleGroup();
        for (Page page : pages) {
            ToggleButton button = new ToggleButton(page.title(), page.icon().node());
            button.setId("page-" + page.id());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(page.title() + " ("
                    + KeyCombination.valueOf("Shortcut+" + (pages.indexOf(page) + 1))
                            .getDisplayText() + ")"));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                // A second click must not leave the window without a page.
                button.setSelected(true);
                onChosen.accept(page);
            });
            buttons.put(page, button);
            getChildren().add(button);
        }
    }

    /** Marks the page that is shown. */
    void mark(Page page) {
        buttons.forEach((each, button) -> button.setSelected(each == page));
    }
}
