package io.particlearena.cli;

/** Opens the window. */
@FunctionalInterface
interface Window {

    /**
     * Opens the window and returns once it has been closed.
     *
     * @param arguments {@code --NAME=VALUE}
     * @throws io.particlearena.ui.shell.NoDisplayException if this machine cannot show a window
     */
    void open(String[] arguments);
}
