package io.particlearena.ui.shell;

/**
 * What went wrong in a run.
 *
 * @param message one sentence for the user
 * @param cause what happened
 */
record RunFailure(String message, Throwable cause) {}
