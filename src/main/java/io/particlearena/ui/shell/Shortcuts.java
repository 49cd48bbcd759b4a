package io.particlearena.ui.shell;

import io.particlearena.ui.Page;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's keys. Plain ones belong to the page, and to texts while one is being written. */
final class Shortcuts {

    private final MainWindow window;

    Shortcuts(MainWindow window) {
        this.window = window;
    }

    void install(Scene scene) {
        put(scene, "F5", window::train);
        put(scene, "F6", window::pauseOrResume);
        put(scene, "Shift+F5", window::stop);
        put(scene, "F1", window::showShortcuts);
        put(scene, "Shortcut+K", window::showCommand);
        put(scene, "Shortcut+F", window::search);
        put(scene, "Shortcut+Z", window::undo);
        put(scene, "Shortcut+Shift+Z", window::redo);
        put(scene, "Shortcut+O", window::chooseFile);
        put(scene, "Shortcut+Comma", window::showPreferences);
        put(scene, "Shortcut+D", window::changeTheme);
        put(scene, "Shortcut+Q", window::requestClose);
        put(scene, "Shortcut+Plus", () -> changeText(1));
        put(scene, "Shortcut+Equals", () -> changeText(1));
        put(scene, "Shortcut+Add", () -> changeText(1));
        put(scene, "Shortcut+Minus", () -> changeText(-1));
        put(scene, "Shortcut+Subtract", () -> changeText(-1));
        put(scene, "Shortcut+0", () -> window.appearance().setTextSize(Appearance.NORMAL_TEXT));
        for (int place = 0; place < window.pages().size(); place++) {
            Page page = window.pages().get(place);
            put(scene, "Shortcut+" + (place + 1), () -> window.show(page));
        }
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean writing = scene.getFocusOwner() instanceof TextInputControl;
            if (!writing && !event.isShortcutDown() && !event.isAltDown() && window.offer(event)) {
                event.consume();
            }
        });
    }

    private static void put(Scene scene, String keys, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
    }

    private void changeText(double points) {
        window.appearance().setTextSize(window.appearance().textSizeProperty().get() + points);
    }
}
