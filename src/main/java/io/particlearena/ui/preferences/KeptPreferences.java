package io.particlearena.ui.preferences;

import io.particlearena.store.OneLine;
import io.particlearena.store.SettingsFile;
import io.particlearena.ui.Background;
import io.particlearena.ui.Palette;
import io.particlearena.ui.Theme;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The preferences as they are now, written to the user's file whenever they change. Beside {@link #in}, all is called on the
 * JavaFX thread.
 */
public final class KeptPreferences implements AutoCloseable {

    private static final String FILE = "preferences.json";
    private static final int LONGEST_LIST = 400;
    private static final long NOTE_NANOS = 1_000_000_000L;

    private final @Nullable SettingsFile file;
    private final String problem;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final Background background = new Background("preferences");
    private Consumer<String> onProblem = text -> {};
    private long notedAt;

    private KeptPreferences(@Nullable SettingsFile file, Preferences preferences, String problem) {
        this.file = file;
        this.problem = problem;
        this.preferences = new ReadOnlyObjectWrapper<>(preferences);
    }

    /** Reads the preferences of a folder, which need not exist. Reads a file, so call it off the JavaFX thread. */
    public static KeptPreferences in(Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve(FILE));
        SettingsFile.Content content = file.read();
        Preferences.Understood understood = Preferences.of(content.values());
        String problem = content.problem();
        if (!understood.strange().isEmpty()) {
            problem = file.path() + " has settings that were not understood and are left out: "
                    + OneLine.of(String.join(", ", understood.strange()), LONGEST_LIST) + ".";
        }
        return new KeptPreferences(file, understood.preferences(), problem);
    }

    /** The defaults, of which no change is kept beyond this session. */
    public static KeptPreferences forgotten() {
        return new KeptPreferences(null, Preferences.DEFAULTS, "");
    }

    /** The preferences as they are now. */
    public Preferences get() {
        return preferences.get();
    }

    /** The same, to listen to. */
    public ReadOnlyObjectProperty<Preferences> property() {
        return preferences.getReadOnlyProperty();
    }

    /** The file that holds them; none if they are forgotten. */
    public Optional<Path> path() {
        return Optional.ofNullable(file).map(SettingsFile::path);
    }

    /** Sets who is told, in one sentence, what was wrong with the file, now and when it cannot be written. */
    public void setOnProblem(Consumer<String> listener) {
        onProblem = listener;
        if (!problem.isEmpty()) {
            listener.accept(problem);
        }
    }

    /** Chooses light or dark. */
    public void setTheme(Theme theme) {
        change(get().withTheme(theme));
    }

    /** Chooses where the colours of agents come from. */
    public void setPalette(Palette palette) {
        change(get().withPalette(palette));
    }

    /** Chooses the size of texts; one out of bounds is brought to the nearest bound. */
    public void setTextSize(double size) {
        change(get().withTextSize(size));
    }

    /** Chooses the language of the next start; empty for the operating system's. */
    public void setLanguage(String language) {
        change(get().withLanguage(language));
    }

    /** Chooses what is computed on from the next start on; empty for the program's choice. */
    public void setDevice(String device) {
        change(get().withDevice(device));
    }

    /** Remembers how the window was left. */
    public void leave(String page, WindowPlace place) {
        change(get().left(page, place));
    }

    /**
     * Remembers how the window is, once a second, as it may be ended from outside at any time.
     *
     * @param now a time in nanoseconds that only grows
     */
    public void note(Stage window, String page, long now) {
        if (now - notedAt >= NOTE_NANOS) {
            notedAt = now;
            leave(page, WindowPlace.of(window, get().place()));
        }
    }

    private void change(Preferences next) {
        if (next.equals(get())) {
            return;
        }
        preferences.set(next);
        SettingsFile target = file;
        if (target != null) {
            Map<String, Object> settings = next.settings();
            background.run(
                    () -> {
                        target.write(settings);
                        return settings;
                    },
                    written -> {},
                    e -> onProblem.accept(target.path() + " cannot be written: " + e.getMessage() + "."));
        }
    }

    /** Waits a moment until the last change is written. */
    @Override
    public void close() {
        background.finish();
    }
}
