package io.particlearena.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for a file to be written. */
public final class SaveDialog {

    private SaveDialog() {}

    /**
     * Asks for a file.
     *
     * @param title of the dialog
     * @param name proposed, without its ending
     * @param kind what the user sees of the kind of file
     * @param ending with its dot, such as {@code .csv}; given to a file that the user names without it
     * @return empty if the user wants none
     */
    public static Optional<Path> ask(Window owner, String title, String name, String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
        File chosen = chooser.showSaveDialog(owner);
        while (chosen != null) {
            Path named = chosen.toPath();
            Path file = withEnding(named, ending);
            if (file.equals(named) || !Files.exists(file)) {
                return Optional.of(file);
            }
            // The dialog has asked of no file of this name whether it may be replaced.
            chooser.setInitialDirectory(chosen.getParentFile());
            chooser.setInitialFileName(String.valueOf(file.getFileName()));
            chosen = chooser.showSaveDialog(owner);
        }
        return Optional.empty();
    }

    /** The file with this ending, which it may have in capitals already. */
    static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}
