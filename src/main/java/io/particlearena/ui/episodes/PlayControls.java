package io.particlearena.ui.episodes;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons that move the time. */
final class PlayControls extends HBox {

    private final Playhead playhead;

    PlayControls(Playhead playhead) {
        this.playhead = playhead;
        getStyleClass().add("arena-controls");
        disableProperty().bind(playhead.stepsProperty().isEqualTo(0));
        setAlignment(Pos.CENTER_LEFT);
        Button play = new Button();
        play.setId("episodes-play");
        play.graphicProperty().bind(playhead.playingProperty().map(on -> (on ? Icon.PAUSE : Icon.PLAY).node()));
        play.setOnAction(event -> playhead.playOrHold());
        ToggleButton loop = new ToggleButton(Texts.of("episodes.loop"), Icon.LOOP.node());
        loop.setId("episodes-loop");
        loop.selectedProperty().bindBidirectional(playhead.loopingProperty());
        Label speed = new Label();
        speed.getStyleClass().add("speed-text");
        speed.setId("episodes-speed");
        speed.textProperty().bind(playhead.speedProperty().map(power -> speedText(power.intValue())));
        Label time = new Label();
        time.getStyleClass().add("time-text");
        time.setId("episodes-time");
        time.textProperty()
                .bind(Bindings.createStringBinding(
                        this::timeText, playhead.toldStepProperty(), playhead.stepsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        described(play, "episodes.play.help"),
                        button("episodes-back", Icon.STEP_BACK, "episodes.back.help", () -> playhead.step(-1)),
                        button("episodes-forward", Icon.STEP, "episodes.forward.help", () -> playhead.step(1)),
                        spacer(),
                        button("episodes-slower", Icon.SLOWER, "episodes.slower.help", () -> playhead.changeSpeed(-1)),
                        speed,
                        button("episodes-faster", Icon.FASTER, "episodes.faster.help", () -> playhead.changeSpeed(1)),
                        spacer(),
                        described(loop, "episodes.loop.help"),
                        space,
                        time);
    }

    private String timeText() {
        if (playhead.stepsProperty().get() == 0) {
            return "";
        }
        return Texts.of(
                "episodes.step",
                NumberText.count(playhead.toldStepProperty().get()),
                NumberText.count(playhead.stepsProperty().get()));
    }

    /** A speed as it is told: {@code ⅛×}, {@code 1×}, {@code 64×}. */
    static String speedText(int power) {
        return switch (power) {
            case -3 -> "⅛×";
            case -2 -> "¼×";
            case -1 -> "½×";
            default -> (1 << power) + "×";
        };
    }

    private static Button button(String id, Icon icon, String help, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.setOnAction(event -> action.run());
        described(button, help);
        return button;
    }

    private static ButtonBase described(ButtonBase button, String help) {
        String text = Texts.of(help);
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Node spacer() {
        Region space = new Region();
        space.getStyleClass().add("small-space");
        return space;
    }
}
