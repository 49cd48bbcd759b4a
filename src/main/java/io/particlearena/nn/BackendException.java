package io.particlearena.nn;

import org.jspecify.annotations.Nullable;

/** The maths library cannot be loaded; the message says why in one sentence for the user. */
public final class BackendException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param cause what happened, or null if it was foreseen */
    BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
