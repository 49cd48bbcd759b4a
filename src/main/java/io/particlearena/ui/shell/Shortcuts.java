package io.particlearena.ui.shell;

import io.particlearena.ui.command.Command;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The window's keys: those of its commands. Plain ones belong to the page, and to texts while one is being written. */
final class Shortcuts {

    private final MainWindow window;

    Shortcuts(MainWindow window) {
        this.window = window;
    }

    void install(Scene scene, WindowCommands commands) {
        for (Command command : commands.all()) {
            command.keys().forEach(keys -> scene.getAccelerators().put(keys, command::run));
        }
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean free = !isWriting(scene) && !event.isShortcutDown() && !event.isAltDown();
            if (free && window.offer(event)) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !isWriting(scene)) {
                commands.get("keys").run();
                event.consume();
            }
        });
    }

    private static boolean isWriting(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }
}
