package io.particlearena.ui.runs;

import io.particlearena.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows a folder in the file browser of the operating system. */
public final class FolderOpener {

    private static final long PATIENCE_SECONDS = 5;

    private final List<String> command;

    private FolderOpener(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The operating system's own way. */
    public static FolderOpener ofSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return new FolderOpener(List.of("open"));
        }
        // The desktop class of AWT needs AWT's own window system, which is off while JavaFX draws.
        return new FolderOpener(List.of(system.contains("win") ? "explorer" : "xdg-open"));
    }

    /** A given program, to which the folder's path is added. */
    static FolderOpener of(String... command) {
        return new FolderOpener(List.of(command));
    }

    /**
     * Shows the folder; call it off the JavaFX thread.
     *
     * @throws IOException if there is no such program, or it says that it failed
     */
    public void open(Path folder) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.add(folder.toString());
        Process process = start(words);
        // A browser that goes on showing the folder has not failed; Windows' own always says that it has.
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (ended && process.exitValue() != 0 && !command.get(0).equals("explorer")) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue());
        }
    }

    private static Process start(List<String> words) throws IOException {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(Texts.of("runs.folder.program", words.get(0)), e);
        }
    }
}
