package io.particlearena.ui.shell;

import io.particlearena.experiment.RunHandle;
import io.particlearena.store.Folders;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.gallery.StartPage;
import io.particlearena.ui.log.ProgramLog;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.runs.RunsPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Measures what the page of runs costs the JavaFX thread with very many runs: when it is shown for the first time, while nothing
 * changes, while one of the runs changes on disk every second, and when it is shown again.
 *
 * <p>{@code java -cp … io.particlearena.ui.shell.RunsPageBenchmark [RUNS] [SECONDS]}, with 1000 copies of a short run and 10
 * seconds for each if it is not said; on a machine without a display, under {@code xvfb-run}. The result goes to the log.
 */
public final class RunsPageBenchmark {

    private static final System.Logger LOG = System.getLogger(RunsPageBenchmark.class.getName());
    private static final double SETTLING_SECONDS = 6;
    private static final double A_FRAME_MILLIS = 16;
    private static final String SHORT_RUN = """
            {"scenario": "simple", "run": {"num_episodes": 200}, "seed": 1}
            """;

    private RunsPageBenchmark() {}

    /** Measures and ends. */
    public static void main(String[] arguments) {
        WindowMain.prepare();
        Application.launch(Measured.class, arguments);
    }

    /** The program as JavaFX sees it. */
    public static final class Measured extends Application {

        private FrameStatistics statistics = new FrameStatistics();

        @Override
        public void start(Stage stage) throws IOException {
            List<String> wishes = getParameters().getUnnamed();
            int runs = wishes.isEmpty() ? 1000 : Integer.parseInt(wishes.get(0));
            double seconds = wishes.size() < 2 ? 10 : Double.parseDouble(wishes.get(1));
            Path folder = Files.createTempDirectory("particle-arena-runs");
            Workbench workbench = StandardWorkbench.inFolder(folder.toString());
            MainWindow window =
                    new MainWindow(stage, workbench, KeptPreferences.forgotten(), ProgramLog.ofAllLoggers());
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    statistics.pulse(now);
                }
            }.start();
            Thread thread = new Thread(() -> measure(window, workbench, folder, runs, seconds), "runs-page-benchmark");
            thread.setDaemon(true);
            thread.start();
        }

        private void measure(MainWindow window, Workbench workbench, Path folder, int runs, double seconds) {
            try {
                List<Path> copies = copies(workbench, runs);
                onScreen(window::show);
                pause(SETTLING_SECONDS);
                count("first shown", seconds, () -> window.show(RunsPage.ID));
                count("nothing changes", seconds, () -> {});
                Thread writer = new Thread(() -> change(copies), "runs-page-benchmark-writer");
                writer.setDaemon(true);
                writer.start();
                count("a run changes each second", seconds, () -> {});
                writer.interrupt();
                writer.join();
                onScreen(() -> window.show(StartPage.ID));
                pause(SETTLING_SECONDS);
                count("shown again", seconds, () -> window.show(RunsPage.ID));
                onScreen(window::requestClose);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException("The runs cannot be written to " + folder, e);
            } finally {
                Platform.exit();
                delete(folder);
            }
        }

        private static void delete(Path folder) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The folder " + folder + " cannot be deleted", e);
            }
        }

        /** One short run, and copies of it with other seeds. */
        private static List<Path> copies(Workbench workbench, int runs) throws IOException, InterruptedException {
            Path wish = Files.writeString(workbench.runsFolder().resolve("short.json"), SHORT_RUN);
            RunHandle run = workbench.start(workbench.read(wish), List.of());
            run.await();
            List<Path> copies = new ArrayList<>();
            for (int i = 1; i < runs; i++) {
                Path copy = Files.createDirectories(
                        workbench.runsFolder().resolve(String.format(Locale.ROOT, "copy-%04d", i)));
                try (Stream<Path> files = Files.list(run.folder())) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.copy(file, copy.resolve(file.getFileName()));
                    }
                }
                replace(copy.resolve("spec.json"), "\"seed\" : 1", "\"seed\" : " + (1 + i));
                copies.add(copy);
            }
            return copies;
        }

        /** Every second another run has come further. */
        private static void change(List<Path> copies) {
            try {
                for (int i = 0; i < copies.size(); i++) {
                    replace(copies.get(i).resolve("summary.json"), "\"episodes\" : 200", "\"episodes\" : 199");
                    pause(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void replace(Path file, String before, String after) throws IOException {
            Files.writeString(file, Files.readString(file).replace(before, after));
        }

        private void count(String when, double seconds, Runnable first) throws InterruptedException {
            onScreen(() -> {
                statistics = new FrameStatistics();
                statistics.setCounting(true);
            });
            pause(0.2);
            onScreen(first);
            pause(seconds);
            onScreen(() -> {
                String late = Arrays.stream(statistics.longerThan(A_FRAME_MILLIS))
                        .mapToObj(millis -> String.format(Locale.ROOT, "%.0f", millis))
                        .collect(Collectors.joining(", "));
                LOG.log(
                        Level.INFO,
                        when + ": " + statistics.figures() + "; frames over " + A_FRAME_MILLIS + " ms: "
                                + (late.isEmpty() ? "none" : late));
            });
        }
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep((long) (seconds * 1000));
    }

    private static void onScreen(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
