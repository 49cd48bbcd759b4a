package io.particlearena.ui.shell;

import org.jspecify.annotations.Nullable;

/** Windows cannot be shown on this machine; the message is one sentence that says why. */
public final class NoDisplayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoDisplayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
