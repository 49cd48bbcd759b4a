package io.particlearena.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * One of the contents that the window can show, chosen in the rail at its left. All methods are called on the JavaFX thread.
 */
public interface Page extends AutoCloseable {

    /** A name for tests and preferences that no language changes, such as {@code runs}. */
    String id();

    /** The name that the user sees. */
    String title();

    /** What stands beside the title in the rail. */
    Icon icon();

    /** What fills the window while the page is shown; always the same node. */
    Node content();

    /** The page has come on the screen. */
    default void shown() {}

    /** Another page has taken its place. */
    default void hidden() {}

    /** Called once a frame while the page is shown, with a time in nanoseconds that only grows. */
    default void pulse(long now) {}

    /** Changes colours and the size of texts, in pixels, of what style sheets do not reach. */
    default void setTheme(Theme theme, double textSize) {}

    /** Takes a key that was pressed outside of a text field while the page is shown; says whether the page knew it. */
    default boolean take(KeyEvent key) {
        return false;
    }

    /** The keys that {@link #take} and the page's controls know, for people. */
    default List<KeyUse> keys() {
        return List.of();
    }

    /** Moves the keyboard focus to the field in which the page is searched; says whether it has one. */
    default boolean search() {
        return false;
    }

    /**
     * Shows a file or folder that belongs here, such as a run's folder on the page of runs.
     *
     * @return whether the page shows such things at all
     */
    default boolean open(Path file) {
        return false;
    }

    /** The runs that the page trains in the background, if it does; they are stopped when the window closes. */
    default Optional<RunQueue> queue() {
        return Optional.empty();
    }

    /** The window closes: ends the page's threads. */
    @Override
    default void close() {}
}
