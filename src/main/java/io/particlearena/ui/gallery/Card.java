package io.particlearena.ui.gallery;

import io.particlearena.env.Side;
import io.particlearena.ui.Icon;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** A picture with a title, a text and a few words on labels; pressed as a whole, with further buttons below. */
final class Card extends VBox {

    /** How much wider a card is than its picture. */
    static final double EDGES = 6;

    private static final double TOOLTIP_WIDTH = 360;
    private static final double DOT = 4;
    private static final double WORDS_SHARE = 0.91;

    private final ImageView image = new ImageView();
    private final StackPane frame = new StackPane(image);
    private final Button face = new Button();
    private final Label name = new Label();
    private final FlowPane chips = new FlowPane();
    private final VBox words = new VBox();
    private final HBox buttons = new HBox();
    private final String searched;

    /**
     * A few words on a label.
     *
     * @param side whose algorithm they name, null if they are about something else
     */
    record Tag(String text, @Nullable Side side) {}

    Card(String id, String title, String text, List<Tag> tags, Runnable action) {
        getStyleClass().add("card");
        searched = String.join(
                        " ",
                        id,
                        title,
                        text,
                        String.join(" ", tags.stream().map(Tag::text).toList()))
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ');
        frame.getStyleClass().add("card-picture");
        name.setText(title);
        name.getStyleClass().add("card-title");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label description = new Label(text);
        description.getStyleClass().add("card-text");
        description.setWrapText(true);
        description.setAlignment(Pos.TOP_LEFT);
        chips.getStyleClass().add("card-labels");
        tags.forEach(tag -> chips.getChildren().add(chip(tag)));
        words.getChildren().addAll(name, description, chips);
        words.getStyleClass().add("card-words");
        face.setId("card-" + id);
        face.getStyleClass().add("card-face");
        face.setGraphic(new VBox(frame, words));
        face.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        face.setAccessibleText(title + ". " + text);
        face.setOnAction(event -> action.run());
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        face.setTooltip(tooltip);
        VBox.setVgrow(face, Priority.ALWAYS);
        buttons.getStyleClass().add("card-buttons");
        getChildren().addAll(face, buttons);
    }

    private static Label chip(Tag tag) {
        Label chip = new Label(tag.text());
        chip.getStyleClass().add("badge");
        if (tag.side() != null) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().add(tag.side() == Side.GOOD ? "tag-good" : "tag-bad");
            chip.setGraphic(dot);
            chip.setGraphicTextGap(DOT);
        }
        return chip;
    }

    /** Adds a button below. */
    Card button(String id, String text, Icon icon, boolean accent, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add(accent ? "accent" : "flat");
        button.setOnAction(event -> action.run());
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A button of a card says what it does");
        }
        if (!buttons.getChildren().isEmpty()) {
            buttons.getChildren().add(space());
        }
        buttons.getChildren().add(button);
        return this;
    }

    private static Node space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Whether all words of a search are found on the card. */
    boolean matches(String words) {
        for (String word : words.toLowerCase(java.util.Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .split(" ", -1)) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The size of the picture, in pixels. */
    void setPictureSize(double width, double height) {
        frame.setMinSize(width, height);
        frame.setMaxSize(width, height);
        image.setFitWidth(width);
        image.setFitHeight(height);
        // A button asks its content how high it is without saying how wide; what wraps then answers for its least
        // width.
        name.setMinWidth(WORDS_SHARE * width);
        chips.setMinWidth(WORDS_SHARE * width);
        words.setMinWidth(width);
        setPrefWidth(width + EDGES);
        setMaxSize(width + EDGES, Double.MAX_VALUE);
    }

    void setPicture(Image picture) {
        image.setImage(picture);
    }
}
