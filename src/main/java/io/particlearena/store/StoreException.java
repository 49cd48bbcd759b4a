package io.particlearena.store;

/** State on disk is damaged, foreign or missing; the message is one sentence for the user. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2_000;

    public StoreException(String message) {
        super(OneLine.of(message, LONGEST));
    }

    public StoreException(String message, Throwable cause) {
        super(OneLine.of(message, LONGEST), cause);
    }
}
