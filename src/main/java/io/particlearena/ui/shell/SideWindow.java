package io.particlearena.ui.shell;

import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A small window beside the main one, built when it is first opened; Escape closes it. */
final class SideWindow {

    private final Window owner;
    private final Appearance appearance;
    private final String title;
    private final Supplier<Parent> content;
    private @Nullable Stage stage;

    SideWindow(Window owner, Appearance appearance, String title, Supplier<Parent> content) {
        this.owner = owner;
        this.appearance = appearance;
        this.title = title;
        this.content = content;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        Stage present = stage;
        if (present == null) {
            present = build();
            stage = present;
        }
        present.show();
        keepOnScreen(present);
        present.toFront();
        present.requestFocus();
    }

    /** With large texts a window may want more room than there is. */
    private static void keepOnScreen(Stage window) {
        Rectangle2D screen = Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        if (window.getWidth() > screen.getWidth()) {
            window.setWidth(screen.getWidth());
            window.setX(screen.getMinX());
        }
        if (window.getHeight() > screen.getHeight()) {
            window.setHeight(screen.getHeight());
            window.setY(screen.getMinY());
        }
    }

    private Stage build() {
        Stage built = new Stage();
        built.initOwner(owner);
        built.setTitle(title);
        StackPane root = new StackPane(content.get());
        root.getStyleClass().add("window");
        Scene scene = new Scene(root);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                built.hide();
            }
        });
        appearance.dress(scene);
        built.setScene(scene);
        return built;
    }
}
