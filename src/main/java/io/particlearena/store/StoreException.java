package io.particlearena.store;

/** State on disk is damaged, foreign or missing; the message is one sentence for the user. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2_000;

    public StoreException(String message) {
        super(line(message));
    }

    public StoreException(String message, Throwable cause) {
        super(line(message), cause);
    }

    /** One line of bearable length, also where the message quotes a file that holds anything. */
    private static String line(String message) {
        String line = message.replaceAll("\\p{Cntrl}", "\ufffd");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2) + "..." + line.substring(line.length() - LONGEST / 4);
    }
}
