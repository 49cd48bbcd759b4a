package io.particlearena.ui.runs;

import io.particlearena.ui.Texts;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The colours of the palette, any other one by its number, or the program's own choice. */
final class ColourChooser extends FlowPane {

    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{6}");

    private final Button automatic = new Button(Texts.of("runs.paint.automatic"));

    /**
     * @param onChosen told of the choice; empty for the program's own
     * @param onFault told what is wrong with a number that was entered
     */
    ColourChooser(Consumer<OptionalInt> onChosen, Consumer<String> onFault) {
        getStyleClass().add("colour-chooser");
        automatic.setId("colour-automatic");
        automatic.setOnAction(event -> onChosen.accept(OptionalInt.empty()));
        getChildren().add(automatic);
        for (RunColour colour : RunColour.PALETTE) {
            Region swatch = new Region();
            swatch.getStyleClass().add("run-colour");
            // Its two forms beside each other, as the run will look on either page.
            swatch.setStyle("-fx-background-color: linear-gradient(to right, #%06x 50%%, #%06x 50%%);"
                    .formatted(colour.light(), colour.dark()));
            Button choice = new Button("", swatch);
            choice.setId("colour-%06x".formatted(colour.light()));
            choice.getStyleClass().add("flat");
            choice.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            choice.setAccessibleText("#%06x".formatted(colour.light()));
            choice.setOnAction(event -> onChosen.accept(OptionalInt.of(colour.light())));
            getChildren().add(choice);
        }
        TextField number = new TextField();
        number.setId("colour-number");
        number.setPromptText("#1f6fc4");
        number.setPrefColumnCount(7);
        number.setAccessibleText(Texts.of("runs.paint.number"));
        number.setOnAction(event -> {
            String text = number.getText().strip();
            if (COLOUR.matcher(text).matches()) {
                onChosen.accept(OptionalInt.of(Integer.parseInt(text.replace("#", ""), 16)));
            } else {
                onFault.accept(Texts.of("runs.paint.fault", text));
            }
        });
        getChildren().add(number);
    }

    Node first() {
        return automatic;
    }
}
