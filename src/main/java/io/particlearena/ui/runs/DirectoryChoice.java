package io.particlearena.ui.runs;

import io.particlearena.ui.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for TensorBoard directories, beginning beside the one that was chosen last, at first beside the runs' folder. */
final class DirectoryChoice {

    private Path last;

    DirectoryChoice(Path runsFolder) {
        last = runsFolder.toAbsolutePath().normalize();
    }

    /** The directory that the user chooses; empty if none. */
    Optional<Path> ask(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("runs.directory.open"));
        beginning().ifPresent(directory -> chooser.setInitialDirectory(directory.toFile()));
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            last = chosen.toPath();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    /** The nearest directory above that is there; the dialog of a platform may fail with another one. */
    Optional<Path> beginning() {
        @Nullable Path above = last.getParent();
        while (above != null && !Files.isDirectory(above)) {
            above = above.getParent();
        }
        return Optional.ofNullable(above);
    }
}
