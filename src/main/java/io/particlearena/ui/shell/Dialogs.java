package io.particlearena.ui.shell;

import io.particlearena.ui.Page;
import io.particlearena.ui.SystemClipboard;
import io.particlearena.ui.Texts;
import io.particlearena.ui.about.AboutPane;
import io.particlearena.ui.command.Command;
import io.particlearena.ui.command.KeyMap;
import io.particlearena.ui.log.LogPane;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.preferences.PreferencesPane;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The few questions and notes that come in a window of their own. */
final class Dialogs {

    private static final int MOST_LINES = 8;

    private final Window owner;
    private final Appearance appearance;
    private final SideWindow preferencesWindow;
    private final SideWindow logWindow;
    private final SideWindow aboutWindow;
    private @Nullable SideWindow keys;

    Dialogs(Window owner, Appearance appearance, KeptPreferences preferences, ProgramLog log) {
        this.owner = owner;
        this.appearance = appearance;
        this.preferencesWindow = new SideWindow(
                owner,
                appearance,
                Texts.of("preferences.title"),
                () -> new PreferencesPane(preferences, appearance.themeProperty(), appearance.textSizeProperty()));
        this.logWindow = new SideWindow(owner, appearance, Texts.of("log.title"), () -> new LogPane(log));
        this.aboutWindow = new SideWindow(owner, appearance, Texts.of("about.title"), AboutPane::new);
    }

    void showLog() {
        logWindow.show();
    }

    void showAbout() {
        aboutWindow.show();
    }

    void showPreferences() {
        preferencesWindow.show();
    }

    /**
     * Whether to save and leave although runs are not over.
     *
     * @param underWay what is not over, in a line each
     */
    boolean confirmClose(List<String> underWay) {
        ButtonType leave = new ButtonType(Texts.of("close.leave"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(Texts.of("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        List<String> lines = new ArrayList<>(underWay.subList(0, Math.min(MOST_LINES, underWay.size())));
        if (lines.size() < underWay.size()) {
            lines.add(Texts.of("close.more", underWay.size() - lines.size()));
        }
        String text = String.join("\n", lines) + "\n\n" + Texts.of("close.text");
        Alert alert = alert(Texts.of("close.title", underWay.size()), text);
        alert.getButtonTypes().setAll(stay, leave);
        alert.getDialogPane().lookupButton(leave).setId("save-and-quit");
        alert.getDialogPane().lookupButton(stay).setId("keep-training");
        return alert.showAndWait().filter(leave::equals).isPresent();
    }

    void showCommand(String command) {
        ButtonType copy = new ButtonType(Texts.of("runs.command.copy"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(Texts.of("command.command"), "");
        TextArea text = new TextArea(command);
        text.setId("command-text");
        text.setAccessibleText(Texts.of("command.command"));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(5);
        text.setPrefColumnCount(60);
        text.getStyleClass().add("code");
        alert.getDialogPane().setContent(text);
        alert.getButtonTypes().setAll(ButtonType.CLOSE, copy);
        if (alert.showAndWait().filter(copy::equals).isPresent()) {
            SystemClipboard.copy(command);
        }
    }

    void showKeys(List<Command> commands, List<Page> pages) {
        if (keys == null) {
            keys = new SideWindow(owner, appearance, Texts.of("keys.title"), () -> new KeyMap(commands, pages));
        }
        keys.show();
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
