package io.particlearena.ui.gallery;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A scenario's or an algorithm's page to read. */
final class InfoView extends BorderPane {

    private final Label title = new Label();
    private final Label description = new Label();
    private final MarkdownView page = new MarkdownView();
    private final ScrollPane scroll;
    private final Button use = new Button();
    private @Nullable CatalogueEntry shown;

    /**
     * @param onBack leaves the page
     * @param onUse takes the entry to the page for training
     */
    InfoView(Runnable onBack, Consumer<CatalogueEntry> onUse) {
        setId("info-view");
        getStyleClass().add("info-view");
        Button back = new Button(Texts.of("info.back"));
        back.setId("info-back");
        back.setGraphic(Icon.BACK.node());
        back.getStyleClass().add("flat");
        back.setOnAction(event -> onBack.run());
        use.setId("info-use");
        use.setGraphic(Icon.ARENA.node());
        use.setText(Texts.of("info.use"));
        use.setOnAction(event -> {
            CatalogueEntry entry = shown;
            if (entry != null) {
                onUse.accept(entry);
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(back, space, use);
        line.getStyleClass().add("info-line");
        line.setAlignment(Pos.CENTER_LEFT);
        title.setId("info-title");
        title.getStyleClass().add("info-title");
        title.setWrapText(true);
        description.getStyleClass().add("info-description");
        description.setWrapText(true);
        VBox column = new VBox(title, description, page);
        column.getStyleClass().add("info-column");
        StackPane middle = new StackPane(column);
        middle.setAlignment(Pos.TOP_CENTER);
        scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setTop(line);
        setCenter(scroll);
    }

    /**
     * Shows a page.
     *
     * @param text in Markdown
     * @param usable whether the entry can be taken to the page for training by itself
     */
    void show(CatalogueEntry entry, String text, boolean usable) {
        shown = entry;
        title.setText(entry.title());
        description.setText(entry.description());
        page.show(text.isEmpty() ? Texts.of("info.none") : text);
        use.setVisible(usable);
        scroll.setVvalue(0);
        scroll.requestFocus();
    }
}
