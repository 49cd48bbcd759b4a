package io.particlearena.ui.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The newest messages of the whole program, from any thread, with what the window told its user. */
public final class ProgramLog extends Handler {

    /** Older messages are forgotten. */
    static final int MOST_LINES = 2000;

    /** A longer text is cut off, so that messages cannot fill the memory. */
    static final int LONGEST_TEXT = 20_000;

    private static final SimpleFormatter FORMAT = new SimpleFormatter();

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long count;

    /** A log that already hears what all loggers say. */
    public static ProgramLog ofAllLoggers() {
        ProgramLog log = new ProgramLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord message) {
        if (isLoggable(message)) {
            add(
                    message.getLevel(),
                    String.valueOf(message.getLoggerName()),
                    FORMAT.formatMessage(message),
                    message.getThrown() == null ? "" : LogLine.traceOf(message.getThrown()));
        }
    }

    /** Notes what the user was told. */
    public void tell(String text) {
        add(Level.INFO, "window", text, "");
    }

    /** Notes a failure. */
    public void fail(String source, String text, Throwable thrown) {
        add(Level.SEVERE, source, text, LogLine.traceOf(thrown));
    }

    private synchronized void add(Level level, String source, String text, String details) {
        lines.addLast(new LogLine(Instant.now(), level, source, shortened(text), shortened(details)));
        count++;
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " \u2026";
    }

    /** The messages, oldest first. */
    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }

    /** How many messages ever came; changes whenever one does. */
    synchronized long count() {
        return count;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
