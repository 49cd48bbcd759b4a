package io.particlearena.ui.command;

import io.particlearena.ui.Icon;
import io.particlearena.ui.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/**
 * Something that the user can ask the window for, with a button, keys or the palette.
 *
 * @param id a name that no language changes
 * @param text what it does, in the user's language
 * @param icon beside the text
 * @param keys any of which ask for it; people are shown the first
 * @param action does it
 * @param enabled whether it can be asked for now
 */
public record Command(
        String id, String text, Icon icon, List<KeyCombination> keys, Runnable action, ObservableBooleanValue enabled) {

    public Command {
        keys = List.copyOf(keys);
    }

    /** A command that can always be asked for; its text is {@code command.ID}. */
    public static Command of(String id, Icon icon, Runnable action, String... keys) {
        return new Command(
                id,
                Texts.of("command." + id),
                icon,
                Stream.of(keys).map(KeyCombination::valueOf).toList(),
                action,
                Bindings.createBooleanBinding(() -> true));
    }

    /** The same under another name and text. */
    public Command named(String otherId, String otherText) {
        return new Command(otherId, otherText, icon, keys, action, enabled);
    }

    /** The same, to be asked for only while this holds. */
    public Command when(ObservableBooleanValue condition) {
        return new Command(id, text, icon, keys, action, condition);
    }

    /** Does it, unless it cannot be asked for now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** The keys as people read them; empty if there are none. */
    public String keysText() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }

    /** What a tooltip says: what it does, and its keys. */
    public String help() {
        return keys.isEmpty() ? text : text + " (" + keysText() + ")";
    }

    /** Lets a button ask for this. */
    public void equip(ButtonBase button) {
        button.setOnAction(event -> run());
        button.setTooltip(new Tooltip(help()));
        button.setGraphic(icon.node());
        button.disableProperty().bind(Bindings.not(enabled));
        if (button.getText().isEmpty()) {
            button.setAccessibleText(text);
        } else {
            button.setAccessibleHelp(text);
        }
    }
}
