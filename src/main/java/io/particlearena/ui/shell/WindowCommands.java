package io.particlearena.ui.shell;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import io.particlearena.ui.command.Command;
import io.particlearena.ui.setup.SetupPane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;

/** All commands of the window; its buttons, keys, palette and map of keys come from here. */
final class WindowCommands {

    private final Map<String, Command> commands = new LinkedHashMap<>();

    WindowCommands(MainWindow window, Dialogs dialogs) {
        ObservableBooleanValue active = window.control().activeProperty();
        BooleanBinding free = window.control().activeProperty().not();
        add(Command.of("train", Icon.PLAY, window::train, "F5").when(free));
        add(Command.of("pause", Icon.PAUSE, window::pauseOrResume, "F6").when(active));
        add(Command.of("stop", Icon.STOP, window::stop, "Shift+F5").when(active));
        add(Command.of("seeds", Icon.LAYERS, window::trainSeeds, "Shift+F6"));
        for (Page page : window.pages()) {
            int place = window.pages().indexOf(page) + 1;
            add(Command.of("page", page.icon(), () -> window.show(page), "Shortcut+" + place)
                    .named("page-" + page.id(), Texts.of("command.page", page.title())));
        }
        add(Command.of("palette", Icon.SEARCH, window::showPalette, "Shortcut+K", "Shortcut+Shift+P"));
        add(Command.of("search", Icon.SEARCH, window::search, "Shortcut+F"));
        add(Command.of("open", Icon.FOLDER, window::chooseFile, "Shortcut+O"));
        add(Command.of("command", Icon.COMMAND, window::showCommand, "Shortcut+Shift+C"));
        add(Command.of("undo", Icon.UNDO, () -> window.withSettings(SetupPane::undo), "Shortcut+Z"));
        add(Command.of(
                "redo", Icon.REDO, () -> window.withSettings(SetupPane::redo), "Shortcut+Shift+Z", "Shortcut+Y"));
        addLook(window);
        add(Command.of("keys", Icon.KEYBOARD, () -> dialogs.showKeys(all(), window.pages()), "F1"));
        add(Command.of("preferences", Icon.SETTINGS, dialogs::showPreferences, "Shortcut+Comma"));
        add(Command.of("log", Icon.LIST, dialogs::showLog, "Shortcut+Shift+L"));
        add(Command.of("about", Icon.INFO, dialogs::showAbout));
        add(Command.of("quit", Icon.CLOSE, window::requestClose, "Shortcut+Q"));
    }

    private void addLook(MainWindow window) {
        Appearance appearance = window.appearance();
        add(Command.of("look", Icon.DARK, appearance::changeTheme, "Shortcut+D"));
        add(Command.of(
                "larger",
                Icon.ADD,
                () -> appearance.changeText(1),
                "Shortcut+Plus",
                "Shortcut+Equals",
                "Shortcut+Add"));
        add(Command.of("smaller", Icon.REMOVE, () -> appearance.changeText(-1), "Shortcut+Minus", "Shortcut+Subtract"));
        add(Command.of("normal", Icon.RESET, () -> appearance.setTextSize(Appearance.NORMAL_TEXT), "Shortcut+0"));
    }

    /** All of them, in the order in which people are shown them. */
    List<Command> all() {
        return List.copyOf(commands.values());
    }

    /** The command of this name. */
    Command get(String id) {
        Command command = commands.get(id);
        if (command == null) {
            throw new IllegalArgumentException("There is no command " + id);
        }
        return command;
    }

    private void add(Command command) {
        commands.put(command.id(), command);
    }
}
