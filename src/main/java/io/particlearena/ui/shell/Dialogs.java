package io.particlearena.ui.shell;

import io.particlearena.ui.Texts;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.preferences.PreferencesPane;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/** The few questions and notes that come in a window of their own. */
final class Dialogs {

    private static final String[][] SHORTCUTS = {
        {"F5", "Train"},
        {"F6", "Pause or resume training"},
        {"Shift F5", "Stop and save"},
        {"Ctrl K", "Show the command"},
        {"Ctrl 1   Ctrl 2   \u2026", "Pages of the window"},
        {"Space", "Hold the episode, or let it go on"},
        {"Right   Left", "One step of the episode on or back"},
        {"Home   End", "To an episode's beginning or end"},
        {"Page Up   Page Down", "To the moment of training before or after"},
        {"I   O   L", "Loop begins here, ends here, on or off"},
        {"R", "New episode"},
        {"[   ]", "Slower, faster"},
        {"K", "Keep the episode"},
        {"Arrows or W A S D   Esc", "Move the agent taken over, hand it back"},
        {"C", "Camera follows or stays"},
        {"Ctrl F", "Search runs or options"},
        {"F2   Delete", "Rename or delete the selected runs"},
        {"Space   Enter", "Mark the selected runs, or show them alone"},
        {"Ctrl +   Ctrl −   Ctrl 0", "Larger, smaller, normal text"},
        {"Ctrl D", "Light or dark"},
        {"Ctrl Q", "Quit"}
    };

    private final Window owner;
    private final Appearance appearance;
    private final SideWindow preferencesWindow;

    Dialogs(Window owner, Appearance appearance, KeptPreferences preferences) {
        this.owner = owner;
        this.appearance = appearance;
        this.preferencesWindow = new SideWindow(
                owner, appearance, Texts.of("preferences.title"), () -> new PreferencesPane(preferences));
    }

    void showPreferences() {
        preferencesWindow.show();
    }

    /** Whether to save and leave although a run is not over. */
    boolean confirmClose() {
        ButtonType leave = new ButtonType("Save and quit", ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType("Keep training", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = alert(
                "A run is not over",
                "Particle Arena will save a checkpoint before it closes; \"resume\""
                        + " on the command line goes on from there.");
        alert.getButtonTypes().setAll(stay, leave);
        alert.getDialogPane().lookupButton(leave).setId("save-and-quit");
        alert.getDialogPane().lookupButton(stay).setId("keep-training");
        return alert.showAndWait().filter(leave::equals).isPresent();
    }

    void showCommand(String command) {
        ButtonType copy = new ButtonType("Copy", ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert("The command that repeats this run", "");
        TextArea text = new TextArea(command);
        text.setId("command-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(5);
        text.setPrefColumnCount(60);
        text.getStyleClass().add("code");
        alert.getDialogPane().setContent(text);
        alert.getButtonTypes().setAll(ButtonType.CLOSE, copy);
        if (alert.showAndWait().filter(copy::equals).isPresent()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void showShortcuts() {
        Alert alert = alert("Keyboard shortcuts", "");
        GridPane table = new GridPane();
        table.setHgap(24);
        table.setVgap(8);
        for (int row = 0; row < SHORTCUTS.length; row++) {
            Label keys = new Label(SHORTCUTS[row][0]);
            keys.getStyleClass().add("keys");
            table.addRow(row, keys, new Label(SHORTCUTS[row][1]));
        }
        alert.getDialogPane().setContent(table);
        alert.getButtonTypes().setAll(ButtonType.CLOSE);
        alert.showAndWait();
    }

    private Alert alert(String title, String text) {
        Alert alert = new Alert(Alert.AlertType.NONE, text, ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle("Particle Arena");
        alert.setHeaderText(title);
        appearance.dress(alert.getDialogPane());
        return alert;
    }
}
