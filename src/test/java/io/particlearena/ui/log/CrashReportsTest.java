package io.particlearena.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashReportsTest {

    @TempDir
    private Path folder;

    private final ProgramLog log = new ProgramLog();
    private final List<String> told = new ArrayList<>();

    @Test
    void aReportHoldsTheTraceTheLastMessagesAndNoName() throws IOException, InterruptedException {
        LogRecord message = new LogRecord(Level.WARNING, "Preset {0} is left out");
        message.setParameters(new Object[] {"mine"});
        log.publish(message);
        log.tell("Kept in " + System.getProperty("user.home") + "/runs");
        CrashReports reports = reports();
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("out of step", new IOException("cause"));
                },
                "drawing");
        thread.setUncaughtExceptionHandler(reports);
        thread.start();
        thread.join();
        List<Path> files = files();
        assertThat(files).hasSize(1);
        assertThat(told).singleElement().asString().contains(files.get(0).toString());
        assertThat(Files.readString(files.get(0)))
                .contains("thread      drawing", "IllegalStateException: out of step", "Caused by: java.io.IOException")
                .contains("Preset mine is left out", "Kept in ~/runs", "version ")
                .doesNotContain(System.getProperty("user.home"));
    }

    @Test
    void whatComesAgainAndAgainIsReportedOnce() throws IOException {
        CrashReports reports = reports();
        for (int i = 0; i < 5; i++) {
            reports.uncaughtException(Thread.currentThread(), fault());
        }
        reports.uncaughtException(Thread.currentThread(), new IllegalStateException("another"));
        assertThat(files()).hasSize(2);
        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void onlyTheNewestReportsStay() throws IOException {
        for (int i = 0; i < CrashReports.MOST_REPORTS + 5; i++) {
            Files.writeString(folder.resolve("crash-2026-01-01-%06d-000.txt".formatted(i)), "old");
        }
        reports().uncaughtException(Thread.currentThread(), fault());
        assertThat(files()).hasSize(CrashReports.MOST_REPORTS);
        assertThat(folder.resolve("crash-2026-01-01-000000-000.txt")).doesNotExist();
    }

    @Test
    void withoutAFolderTheUserIsToldAllTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        CrashReports reports = new CrashReports(file.resolve("reports"), log);
        reports.setListener((message, thrown, where) -> told.add(message));
        reports.uncaughtException(Thread.currentThread(), fault());
        assertThat(told).singleElement().asString().contains("No report could be written");
    }

    @Test
    void theLogForgetsTheOldestAndCutsWhatIsTooLong() {
        for (int i = 0; i < ProgramLog.MOST_LINES + 3; i++) {
            log.tell("message " + i);
        }
        assertThat(log.lines()).hasSize(ProgramLog.MOST_LINES);
        assertThat(log.lines().get(0).text()).isEqualTo("message 3");
        log.tell("x".repeat(ProgramLog.LONGEST_TEXT + 100));
        assertThat(log.lines().get(ProgramLog.MOST_LINES - 1).text()).hasSizeLessThan(ProgramLog.LONGEST_TEXT + 10);
    }

    private CrashReports reports() {
        CrashReports reports = new CrashReports(folder, log);
        reports.setListener((message, thrown, where) -> told.add(message));
        return reports;
    }

    private static Throwable fault() {
        return new IllegalArgumentException("the same");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
