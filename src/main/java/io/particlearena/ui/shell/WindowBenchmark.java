package io.particlearena.ui.shell;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.ui.Workbench;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Measures what the window costs: trains the default preset first without and then with the window, each until it learns
 * and then for some seconds, and reports updates a second of both and the window's frames.
 *
 * <p>{@code java -cp … io.particlearena.ui.shell.WindowBenchmark [SECONDS]}, 30 if it is not said; on a machine without a
 * display, under {@code xvfb-run}. The result goes to the log.
 */
public final class WindowBenchmark {

    private static final System.Logger LOG = System.getLogger(WindowBenchmark.class.getName());
    private static final double NANOS = 1e9;

    private WindowBenchmark() {}

    /** Measures and ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 30;
        Path runs = Files.createTempDirectory("particle-arena-benchmark");
        Workbench workbench = StandardWorkbench.inFolder(runs.toString());
        ExperimentSpec spec = workbench.presets().get(0).spec();
        RunHandle run = workbench.start(spec, List.of());
        while (run.progress().updates() == 0 && !run.progress().state().isOver()) {
            Thread.sleep(100);
        }
        Mark begin = Mark.of(run.progress());
        Thread.sleep((long) (seconds * 1000));
        double without = begin.updatesPerSecond(Mark.of(run.progress()));
        run.stop();
        run.await();
        LOG.log(Level.INFO, String.format(Locale.ROOT, "Without the window: %.2f updates/s", without));
        Application.launch(Measured.class, Double.toString(seconds), runs.toString());
    }

    /** How many updates were made by when. */
    private record Mark(long nanos, long updates) {
        static Mark of(Progress progress) {
            return new Mark(System.nanoTime(), progress.updates());
        }

        double updatesPerSecond(Mark later) {
            return (later.updates - updates) * NANOS / (later.nanos - nanos);
        }
    }

    /** The program as JavaFX sees it. */
    public static final class Measured extends Application {

        @Override
        public void start(Stage stage) {
            double seconds = Double.parseDouble(getParameters().getUnnamed().get(0));
            String runs = getParameters().getUnnamed().get(1);
            MainWindow window = new MainWindow(stage, StandardWorkbench.inFolder(runs));
            window.show();
            window.train();
            whenLearning(window, seconds);
        }

        private void whenLearning(MainWindow window, double seconds) {
            after(0.5, () -> {
                Progress progress = window.control().progressProperty().get();
                if (progress.updates() == 0 && progress.state() != RunState.FAILED) {
                    whenLearning(window, seconds);
                    return;
                }
                window.statistics().reset();
                Mark begin = Mark.of(progress);
                after(seconds, () -> report(window, begin));
            });
        }

        private static void report(MainWindow window, Mark begin) {
            double with = begin.updatesPerSecond(
                    Mark.of(window.control().progressProperty().get()));
            FrameStatistics.Figures figures = window.statistics().figures();
            LOG.log(Level.INFO, String.format(Locale.ROOT, "With the window: %.2f updates/s, %s", with, figures));
            window.control().stopAndThen(Platform::exit);
        }

        private static void after(double seconds, Runnable work) {
            PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
            pause.setOnFinished(event -> work.run());
            pause.play();
        }
    }
}
