package io.particlearena.store;

/** State on disk is damaged, foreign or missing; the message is one sentence for the user. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
