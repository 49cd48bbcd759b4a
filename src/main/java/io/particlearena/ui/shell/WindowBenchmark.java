package io.particlearena.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.ui.Workbench;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Measures what the window costs: two runs of the default preset take turns, one without a window and one in the window,
 * the other always held and the window hidden while it is not its turn, so that both meet the same machine in the same
 * state. Reports updates a second of both and the window's frames.
 *
 * <p>{@code java -cp … io.particlearena.ui.shell.WindowBenchmark [SECONDS] [ROUNDS]}, of each run 10 seconds in 4 rounds if it
 * is not said; on a machine without a display, under {@code xvfb-run}. The result goes to the log.
 */
public final class WindowBenchmark {

    private static final System.Logger LOG = System.getLogger(WindowBenchmark.class.getName());
    private static final double NANOS = 1e9;

    /** Hot code is compiled and the window's first frames are over after this time. */
    private static final double WARM_UP_SECONDS = 8;

    private static final double SETTLING_SECONDS = 2;

    private WindowBenchmark() {}

    /** Measures and ends. */
    public static void main(String[] arguments) {
        WindowMain.prepare();
        Application.launch(Measured.class, arguments);
    }

    /** Updates of a run in the times in which it is its turn. */
    private static final class Turns {
        private final RunHandle run;
        private long updates;
        private long nanos;
        private long otherNanos;

        Turns(RunHandle run) {
            this.run = run;
        }

        void begin(double settling) throws InterruptedException {
            run.resume();
            await(() -> run.progress().state() == RunState.RUNNING);
            pause(settling);
        }

        void count(double seconds) throws InterruptedException {
            long before = counted();
            long began = System.nanoTime();
            long others = processorTimeOfOthers();
            pause(seconds);
            updates += counted() - before;
            nanos += System.nanoTime() - began;
            otherNanos += processorTimeOfOthers() - others;
        }

        /** The processor time of this process but for that of training: compiler and garbage collector are in it. */
        private static long processorTimeOfOthers() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long training = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(thread -> thread != null && thread.getThreadName().equals("training"))
                    .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                    .sum();
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime()
                    - training;
        }

        void end() throws InterruptedException {
            run.pause();
            await(() -> run.progress().state() == RunState.PAUSED);
        }

        /** The number of updates at the moment in which the run tells it, a few times a second. */
        private long counted() throws InterruptedException {
            Object old = run.progress();
            await(() -> run.progress() != old);
            return run.progress().updates();
        }

        double updatesPerSecond() {
            return updates * NANOS / nanos;
        }

        /** What all other threads took, in processors. */
        double others() {
            return (double) otherNanos / nanos;
        }
    }

    /** The program as JavaFX sees it. */
    public static final class Measured extends Application {

        private double seconds = 10;
        private int rounds = 4;

        @Override
        public void start(Stage stage) throws IOException {
            List<String> wishes = getParameters().getUnnamed();
            seconds = !wishes.isEmpty() ? Double.parseDouble(wishes.get(0)) : seconds;
            rounds = wishes.size() > 1 ? Integer.parseInt(wishes.get(1)) : rounds;
            Path runs = Files.createTempDirectory("particle-arena-benchmark");
            Workbench workbench = StandardWorkbench.inFolder(runs.toString());
            MainWindow window = new MainWindow(stage, workbench);
            Platform.setImplicitExit(false);
            Thread thread = new Thread(() -> measure(window, workbench), "window-benchmark");
            thread.setDaemon(true);
            thread.start();
        }

        private void measure(MainWindow window, Workbench workbench) {
            try {
                Turns without =
                        learning(workbench.start(workbench.presets().get(0).spec(), List.of()));
                onScreen(window::show);
                onScreen(window::train);
                await(() -> window.control().handle() != null);
                Turns with = learning(Objects.requireNonNull(window.control().handle()));
                for (int round = 0; round < rounds; round++) {
                    onScreen(window::hide);
                    without.begin(SETTLING_SECONDS);
                    without.count(seconds);
                    without.end();
                    onScreen(window::show);
                    with.begin(SETTLING_SECONDS);
                    onScreen(() -> window.statistics().setCounting(true));
                    with.count(seconds);
                    onScreen(() -> window.statistics().setCounting(false));
                    with.end();
                }
                report(without, with, window.statistics().figures());
                for (RunHandle run : List.of(without.run, with.run)) {
                    run.stop();
                    run.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                Platform.exit();
            }
        }

        /** Waits until the run learns and is warm, and holds it. */
        private static Turns learning(RunHandle run) throws InterruptedException {
            await(() -> run.progress().updates() > 0 || run.progress().state().isOver());
            Turns turns = new Turns(run);
            turns.begin(WARM_UP_SECONDS);
            turns.end();
            return turns;
        }

        private static void report(Turns without, Turns with, FrameStatistics.Figures figures) {
            double alone = without.updatesPerSecond();
            double shown = with.updatesPerSecond();
            String text = String.format(
                    Locale.ROOT,
                    "%.1f updates/s without the window, %.1f with it: %.1f %% slower; all but training takes %.3f"
                            + " processors without the window, %.3f with it; %s",
                    alone,
                    shown,
                    100 * (1 - shown / alone),
                    without.others(),
                    with.others(),
                    figures);
            LOG.log(Level.INFO, text);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep((long) (seconds * 1000));
    }

    private static void onScreen(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
