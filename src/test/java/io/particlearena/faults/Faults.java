package io.particlearena.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts the operations of a file system that change something, and lets one of them fail. */
public final class Faults {

    /** How an operation fails. */
    public enum Kind {
        /** The disk is full: of what is written, half arrives. */
        NO_SPACE,
        /** Opening, making, moving and deleting are not allowed. */
        NO_PERMISSION,
        /** Half of what is written arrives, without an error, as a file system may do at any time. */
        SHORT_WRITE,
        /** The content cannot be forced to disk. */
        NO_FORCE
    }

    private @Nullable Kind kind;
    private long countdown;
    private long seen;
    private String failed = "";

    /** Lets the operation after so many others of those that can fail this way fail, once. */
    public void arm(Kind next, long after) {
        kind = next;
        countdown = after;
        seen = 0;
        failed = "";
    }

    /** From now on nothing fails. */
    public void disarm() {
        kind = null;
    }

    /** Which operation failed, for messages; empty if none did. */
    public String failed() {
        return failed;
    }

    /** The operations since the last {@link #arm} that could have failed. */
    public long seen() {
        return seen;
    }

    /** Whether it is a write's turn to write half. */
    boolean writesHalf(Path file) {
        return isTurn(Kind.SHORT_WRITE, "writing", file);
    }

    /** Whether it is a write's turn to fail. */
    boolean diskIsFull(Path file) {
        return isTurn(Kind.NO_SPACE, "writing", file);
    }

    void change(String what, Path file) throws IOException {
        if (isTurn(Kind.NO_PERMISSION, what, file)) {
            throw new AccessDeniedException(file.toString());
        }
        // Names need room as well.
        if (isTurn(Kind.NO_SPACE, what, file)) {
            throw full(file);
        }
    }

    void force(Path file) throws IOException {
        if (isTurn(Kind.NO_FORCE, "forcing", file)) {
            throw new FileSystemException(file.toString(), null, "Input/output error");
        }
    }

    static IOException full(Path file) {
        return new FileSystemException(file.toString(), null, "No space left on device");
    }

    private synchronized boolean isTurn(Kind turn, String what, Path file) {
        if (kind != turn) {
            return false;
        }
        boolean now = seen++ == countdown;
        if (now) {
            failed = turn + " at " + what + " " + file.getFileName();
        }
        return now;
    }
}
