package io.particlearena.ui.runs;

import io.particlearena.results.WorkspaceRun;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A run's tags, one beside the other. */
final class TagsCell extends TableCell<RunRow, WorkspaceRun> {

    private final HBox badges = new HBox(4);
    private List<String> tags = List.of();

    TagsCell() {
        badges.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable WorkspaceRun run, boolean empty) {
        super.updateItem(run, empty);
        List<String> now = empty || run == null ? List.of() : run.metadata().tags();
        if (!now.equals(tags)) {
            tags = now;
            badges.getChildren().setAll(now.stream().map(TagsCell::badge).toList());
        }
        setGraphic(now.isEmpty() ? null : badges);
    }

    private static Label badge(String tag) {
        Label badge = new Label(tag);
        badge.getStyleClass().add("badge");
        return badge;
    }
}
