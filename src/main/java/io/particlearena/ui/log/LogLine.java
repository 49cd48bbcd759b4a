package io.particlearena.ui.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * One message of the program.
 *
 * @param time when it came
 * @param level how much it matters
 * @param source the name of the logger
 * @param text what it says
 * @param details the stack trace that came with it, or empty
 */
public record LogLine(Instant time, Level level, String source, String text, String details) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** The stack trace of what was thrown, or an empty text. */
    public static String traceOf(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** The whole message as it is copied and reported. */
    @Override
    public String toString() {
        String line = TIME.format(time) + "  " + level.getName() + "  " + source + "  " + text;
        return details.isEmpty() ? line : line + System.lineSeparator() + details.stripTrailing();
    }
}
