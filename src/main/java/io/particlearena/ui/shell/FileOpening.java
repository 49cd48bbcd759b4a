package io.particlearena.ui.shell;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.KnownFile;
import io.particlearena.ui.Background;
import io.particlearena.ui.Page;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.runs.FolderOpener;
import io.particlearena.ui.runs.RunsPage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Shows files where they belong, whether dropped on the window, chosen, or named on the command line. */
final class FileOpening implements AutoCloseable {

    private final MainWindow window;
    private final Workbench workbench;
    private final Background background = new Background("open-files");

    FileOpening(MainWindow window, Workbench workbench) {
        this.window = window;
        this.workbench = workbench;
    }

    /** Lets files be dropped anywhere. */
    void install(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            files.forEach(file -> open(file.toPath()));
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    /** Asks for a file. */
    void choose(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("open.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.of("open.all"), "*"));
        File file = chooser.showOpenDialog(owner);
        if (file != null) {
            open(file.toPath());
        }
    }

    /** Looks at a file off the JavaFX thread and shows it where it belongs. */
    void open(Path file) {
        background.run(() -> KnownFile.of(file), this::show, this::refuse);
    }

    /** Shows a folder in the file browser of the operating system. */
    void showFolder(Path folder) {
        background.run(
                () -> {
                    FolderOpener.ofSystem().open(folder);
                    return folder;
                },
                shown -> {},
                e -> window.tell(Texts.of("runs.folder.fault", folder, String.valueOf(e.getMessage()))));
    }

    private void show(KnownFile file) {
        switch (file.kind()) {
            case SPECIFICATION -> edit(file.path());
            case RUN, EVENTS -> show(RunsPage.ID, file.path());
            case RECORDING -> window.replay(file.path());
        }
    }

    private void edit(Path file) {
        background.run(() -> workbench.read(file), this::edit, this::refuse);
    }

    private void edit(ExperimentSpec spec) {
        window.edit(spec);
    }

    private boolean show(String page, Path file) {
        Optional<Page> found =
                window.pages().stream().filter(each -> each.id().equals(page)).findFirst();
        if (found.isEmpty() || !found.get().open(file)) {
            return false;
        }
        window.show(found.get());
        return true;
    }

    private void refuse(Exception e) {
        window.tell(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        background.close();
    }
}
