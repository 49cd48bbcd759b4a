package io.particlearena.ui.shell;

import io.particlearena.experiment.ForkOrigin;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Says above the settings that the next run goes on from a checkpoint; hidden where it begins from nothing. */
final class ForkLine extends HBox {

    private final Label text = new Label();
    private @Nullable ForkOrigin origin;

    ForkLine() {
        setId("fork-line");
        getStyleClass().add("fork-line");
        setAlignment(Pos.CENTER_LEFT);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button leave = new Button("", Icon.CLOSE.node());
        leave.setId("fork-leave");
        leave.getStyleClass().add("flat");
        leave.setTooltip(new Tooltip(Texts.of("train.fork.leave")));
        leave.setAccessibleText(Texts.of("train.fork.leave"));
        leave.setOnAction(event -> show(null));
        getChildren().addAll(text, leave);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    /** Says where the next run goes on; null for a run that begins from nothing. */
    void show(@Nullable ForkOrigin next) {
        origin = next;
        setVisible(next != null);
        if (next != null) {
            text.setText(Texts.of(
                    "train.fork", String.valueOf(next.run().getFileName()), NumberText.count(next.checkpoint())));
        }
    }

    /** Where the next run goes on, if it does. */
    @Nullable
    ForkOrigin origin() {
        return origin;
    }
}
