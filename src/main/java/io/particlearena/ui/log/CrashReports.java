package io.particlearena.ui.log;

import io.particlearena.experiment.ProgramVersion;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.IoReason;
import io.particlearena.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leaves a text file behind for whatever was thrown and caught by nobody, on any thread. The program goes on; a failure that
 * comes again and again, as those of drawing do, is reported once. A report holds no environment variables, no command line
 * and, for the user's folder, only {@code ~}; nothing is sent anywhere.
 */
public final class CrashReports implements Thread.UncaughtExceptionHandler {

    /** Older reports are deleted. */
    static final int MOST_REPORTS = 20;

    private static final int LOG_LINES = 200;
    private static final int MOST_KINDS = 100;
    private static final String PREFIX = "crash-";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Path folder;
    private final ProgramLog log;
    private final Set<String> reported = new HashSet<>();
    private volatile Listener listener = (message, thrown, report) -> {};

    /** Hears of reports, on the thread that failed. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A report was written, or could not be.
         *
         * @param message one sentence for the user
         * @param thrown what was thrown
         * @param folder where the report lies
         */
        void reported(String message, Throwable thrown, Path folder);
    }

    /** Reports go to this folder, which is made with the first of them. */
    public CrashReports(Path folder, ProgramLog log) {
        this.folder = folder;
        this.log = log;
    }

    /** Sets who tells the user. */
    public void setListener(Listener next) {
        listener = next;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        try {
            if (isNew(thrown)) {
                log.fail(thread.getName(), "Unexpected: " + thrown, thrown);
                listener.reported(write(thread, thrown), thrown, folder);
            }
        } catch (Throwable second) {
            // Whatever happens here must not make matters worse; the terminal is all that is left.
            thrown.addSuppressed(second);
            thrown.printStackTrace();
        }
    }

    private synchronized boolean isNew(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String kind = thrown.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
        return reported.size() < MOST_KINDS && reported.add(kind);
    }

    /** Writes the report; gives the sentence that names it, or says why there is none. */
    private synchronized String write(Thread thread, Throwable thrown) {
        Path file = folder.resolve(PREFIX + NAME.format(Instant.now()) + ".txt");
        try {
            AtomicFiles.write(file, text(thread, thrown));
            deleteOld();
            return Texts.of("crash.written", file);
        } catch (IOException e) {
            return Texts.of("crash.unwritten", IoReason.of(e));
        }
    }

    private String text(Thread thread, Throwable thrown) {
        StringBuilder text = new StringBuilder("Particle Arena: crash report\n\n");
        row(text, "time", Instant.now());
        row(text, "version", ProgramVersion.text() + ", " + ProgramVersion.source());
        row(text, "java", property("java.vendor") + " " + property("java.runtime.version"));
        row(text, "javafx", property("javafx.runtime.version"));
        row(text, "system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        Runtime machine = Runtime.getRuntime();
        row(text, "processors", machine.availableProcessors());
        row(text, "memory", machine.totalMemory() - machine.freeMemory() + " of " + machine.maxMemory() + " bytes");
        row(text, "thread", thread.getName());
        text.append('\n').append(LogLine.traceOf(thrown)).append("\nLast messages:\n");
        List<LogLine> lines = log.lines();
        lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
                .forEach(line -> text.append(line).append('\n'));
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? text.toString().replace(home, "~") : text.toString();
    }

    private static void row(StringBuilder text, String name, Object value) {
        text.append(String.format(Locale.ROOT, "%-12s%s%n", name, value));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private void deleteOld() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> reports = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
                    .sorted(Comparator.reverseOrder())
                    .skip(MOST_REPORTS)
                    .toList();
            for (Path report : reports) {
                Files.deleteIfExists(report);
            }
        }
    }
}
