package io.particlearena.ui.gallery;

import io.particlearena.experiment.EpisodePlayer;
import io.particlearena.experiment.Preset;
import io.particlearena.ui.Background;
import io.particlearena.ui.Desk;
import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.arena.LivePicture;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The head of the first page: agents at play, at random from the first moment on and trained as soon as these are loaded,
 * and beside them what to do first.
 */
final class Showcase extends HBox {

    /** The preset of whose scenario the trained agents are. */
    private static final String SHOWN = "simple-spread-mappo";

    /** A preset that learns within a minute. */
    static final String QUICK = "simple-ppo";

    private final Workbench workbench;
    private final LivePicture picture = new LivePicture();
    private final ToggleButton random = new ToggleButton(Texts.of("start.random"));
    private final ToggleButton trained = new ToggleButton(Texts.of("start.trained"));
    private final Button quick = new Button(Texts.of("start.quick"));
    private @Nullable Preset shown;
    private @Nullable EpisodePlayer trainedPlayer;
    private boolean asked;

    Showcase(Workbench workbench, Desk desk, Runnable openFile) {
        this.workbench = workbench;
        getStyleClass().add("showcase");
        picture.setId("showcase-picture");
        ToggleGroup group = new ToggleGroup();
        random.setId("showcase-random");
        trained.setId("showcase-trained");
        random.setToggleGroup(group);
        trained.setToggleGroup(group);
        random.setSelected(true);
        trained.setDisable(true);
        random.setOnAction(event -> {
            random.setSelected(true);
            playRandom();
        });
        trained.setOnAction(event -> {
            trained.setSelected(true);
            playTrained();
        });
        HBox choice = new HBox(random, trained);
        random.getStyleClass().add("left-pill");
        trained.getStyleClass().add("right-pill");
        choice.getStyleClass().add("segments");
        choice.setAlignment(Pos.CENTER);
        VBox stage = new VBox(picture, choice);
        stage.getStyleClass().add("showcase-stage");
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(stage, words(desk, openFile));
    }

    private Node words(Desk desk, Runnable openFile) {
        Label title = new Label(Texts.of("start.title"));
        title.getStyleClass().add("showcase-title");
        title.setWrapText(true);
        Label text = new Label(Texts.of("start.text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("showcase-text");
        quick.setId("start-quick");
        quick.setGraphic(Icon.PLAY.node());
        quick.getStyleClass().add("accent");
        quick.setDisable(true);
        Button setUp = new Button(Texts.of("start.setup"));
        setUp.setId("start-setup");
        setUp.setOnAction(event -> desk.show("train"));
        Button open = new Button(Texts.of("start.open"));
        open.setId("start-open");
        open.setOnAction(event -> openFile.run());
        FlowPane buttons = new FlowPane(quick, setUp, open);
        for (Button button : List.of(quick, setUp, open)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        buttons.getStyleClass().add("showcase-buttons");
        VBox words = new VBox(title, text, buttons);
        words.getStyleClass().add("showcase-words");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    /** Takes the presets, of which it shows and starts one each. */
    void setPresets(Iterable<Preset> presets, Desk desk) {
        for (Preset preset : presets) {
            if (preset.name().equals(QUICK)) {
                quick.setDisable(false);
                quick.setOnAction(event -> desk.train(preset.spec()));
            }
            if (shown == null || preset.name().equals(SHOWN)) {
                shown = preset;
            }
        }
        if (trainedPlayer == null) {
            playRandom();
        }
    }

    /** Loads the trained agents, once, and lets them play. */
    void loadTrained(Background background) {
        if (asked) {
            return;
        }
        asked = true;
        background.run(
                workbench::showcase,
                player -> {
                    trainedPlayer = player;
                    trained.setDisable(false);
                    trained.setSelected(true);
                    playTrained();
                },
                e -> trained.setDisable(true));
    }

    private void playRandom() {
        Preset preset = shown;
        if (preset != null) {
            picture.play(() -> workbench.preview(preset.spec()));
        }
    }

    private void playTrained() {
        EpisodePlayer player = trainedPlayer;
        if (player != null) {
            picture.play(() -> player);
        }
    }

    void setPaused(boolean hold) {
        picture.setPaused(hold);
    }

    void setTheme(Theme theme, double textSize) {
        picture.setTheme(theme, textSize);
    }

    void pulse(long now) {
        picture.pulse(now);
    }

    /** The number of frames that were shown. */
    long frames() {
        return picture.frames();
    }

    void close() {
        picture.stop();
    }
}
