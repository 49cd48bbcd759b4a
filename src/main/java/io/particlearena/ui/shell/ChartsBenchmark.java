package io.particlearena.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.results.EventWriter;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesLibrary;
import io.particlearena.results.SeriesStore;
import io.particlearena.store.Folders;
import io.particlearena.ui.Theme;
import io.particlearena.ui.board.BoardPane;
import io.particlearena.ui.board.BoardRun;
import io.particlearena.ui.chart.Dash;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

/**
 * Measures the board of charts at scale: how long event files of very many runs take until their charts are on the screen, what
 * moving a chart costs, and what the curves of a run that is learning cost.
 */
public final class ChartsBenchmark {

    private static final double NANOS = 1e9;
    private static final int TAGS = 10;
    private static final int LIVE_TAGS = 40;
    private static final int LIVE_POINTS_PER_SECOND = 2000;
    private static final int PATIENCE_SECONDS = 120;
    private static final double SETTLING_SECONDS = 3;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final List<Path> folders;
    private FrameStatistics statistics = new FrameStatistics();
    private final BoardPane board = new BoardPane();
    private final Stage stage = new Stage();
    private Runnable eachFrame = () -> {};

    private ChartsBenchmark(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * What was measured.
     *
     * @param megabytes of all event files
     * @param openSeconds from nothing read to all charts on the screen drawn
     * @param openProcessorSeconds the processor time of the whole process meanwhile
     * @param moving the frames while a chart with a curve of each run is moved
     * @param drawingsPerSecond of that chart meanwhile
     * @param live the frames while a run that writes points all the time is on the screen
     * @param still the frames while nothing changes
     */
    public record Figures(
            double megabytes,
            double openSeconds,
            double openProcessorSeconds,
            FrameStatistics.Figures moving,
            double drawingsPerSecond,
            FrameStatistics.Figures live,
            FrameStatistics.Figures still) {}

    /**
     * Measures, in a folder that is deleted afterwards.
     *
     * @param runs how many runs
     * @param points how many points they have together
     * @param seconds for each stretch of frames
     * @throws NoDisplayException if windows cannot be shown on this machine
     */
    public static Figures run(int runs, long points, double seconds) throws IOException {
        Path folder = Files.createTempDirectory("particle-arena-charts");
        try {
            List<Path> folders = write(folder, runs, (int) Math.max(1, points / runs / TAGS));
            startJavaFx();
            return CompletableFuture.supplyAsync(() -> new ChartsBenchmark(folders), Platform::runLater)
                    .join()
                    .measure(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", e);
        } finally {
            Platform.exit();
            Folders.delete(folder);
        }
    }

    private static void startJavaFx() {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException("The charts cannot be shown: " + e.getMessage(), e);
        }
    }

    private static List<Path> write(Path folder, int runs, int pointsPerTag) throws IOException {
        // Made once, so that writing leaves the collector as little to do as in a program that has just been started.
        List<String> tags = IntStream.range(0, TAGS)
                .mapToObj(tag -> "agent " + tag % 5 + "/metric_" + tag / 5)
                .toList();
        List<Path> folders = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path each = folder.resolve(String.format(Locale.ROOT, "run-%04d", run));
            RandomStream random = new RandomStreams(run).stream("benchmark");
            try (EventWriter writer = EventWriter.create(each)) {
                for (int i = 0; i < pointsPerTag; i++) {
                    for (String tag : tags) {
                        double value = Math.exp(-3.0 * i / pointsPerTag) + 0.1 * random.nextGaussian();
                        writer.scalar(tag, 100L * i, value);
                    }
                }
            }
            folders.add(each);
        }
        return folders;
    }

    private Figures measure(double seconds) throws IOException, InterruptedException {
        onScreen(this::open);
        // A window that has just come still has its own code compiled; runs are opened in one that is at rest.
        pause(SETTLING_SECONDS);
        long cpu = processorNanos();
        double openSeconds = openAll();
        double openProcessorSeconds = (processorNanos() - cpu) / NANOS;
        pause(SETTLING_SECONDS);
        FrameStatistics.Figures still = count(seconds);
        Node surface = board.lookup(".chart-surface");
        onScreen(() -> drag(surface, MouseEvent.MOUSE_PRESSED, 0));
        long before = drawings();
        long began = System.nanoTime();
        int[] frame = new int[1];
        eachFrame = () -> drag(surface, MouseEvent.MOUSE_DRAGGED, 60 * Math.sin(0.05 * frame[0]++));
        FrameStatistics.Figures moving = count(seconds);
        double drawn = (drawings() - before) / ((System.nanoTime() - began) / NANOS);
        eachFrame = () -> {};
        onScreen(() -> drag(surface, MouseEvent.MOUSE_RELEASED, 0));
        FrameStatistics.Figures live = live(seconds);
        onScreen(() -> {
            board.close();
            stage.close();
        });
        return new Figures(megabytes(), openSeconds, openProcessorSeconds, moving, drawn, live, still);
    }

    private void open() {
        Appearance appearance = new Appearance();
        Scene scene = new Scene(board, WIDTH, HEIGHT);
        appearance.dress(scene);
        board.setTheme(Theme.LIGHT, Appearance.NORMAL_TEXT);
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                statistics.pulse(now);
                eachFrame.run();
                board.pulse(now);
            }
        }.start();
    }

    /** Reads all runs and waits for the charts, as the page of runs does. */
    private double openAll() {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long began = System.nanoTime();
        SeriesLibrary library = new SeriesLibrary();
        library.follow(folders);
        library.update();
        List<BoardRun> runs = IntStream.range(0, folders.size())
                .mapToObj(i -> boardRun("run " + i, 0x10101 * (i % 200), library.store(folders.get(i))))
                .toList();
        onScreen(() -> {
            board.show(runs);
            eachFrame = () -> {
                // Cards come one after the other, the first of them some frames later.
                if (drawings() > 0 && board.isFilled() && drawings() >= cards()) {
                    drawn.complete(System.nanoTime());
                }
            };
        });
        double seconds = (drawn.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join() - began) / NANOS;
        onScreen(() -> eachFrame = () -> {});
        return seconds;
    }

    /** A run that writes thousands of points a second while its charts are on the screen. */
    private FrameStatistics.Figures live(double seconds) throws InterruptedException {
        SeriesStore store = new SeriesStore();
        onScreen(() -> board.show(List.of(boardRun("live", 0x1f6fc4, store))));
        RandomStream random = new RandomStreams(1).stream("benchmark");
        long[] step = new long[1];
        Thread writer = new Thread(
                () -> {
                    try {
                        while (true) {
                            for (int i = 0; i < LIVE_POINTS_PER_SECOND / 100; i++) {
                                long at = step[0]++;
                                String tag = "agent " + at % 4 + "/metric_" + at % LIVE_TAGS;
                                store.append(tag, at, at / 1000.0, random.nextGaussian());
                            }
                            pause(0.01);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "chart-benchmark-writer");
        writer.setDaemon(true);
        writer.start();
        pause(SETTLING_SECONDS);
        FrameStatistics.Figures figures = count(seconds);
        writer.interrupt();
        writer.join();
        return figures;
    }

    private FrameStatistics.Figures count(double seconds) throws InterruptedException {
        onScreen(() -> {
            statistics = new FrameStatistics();
            statistics.setCounting(true);
        });
        pause(seconds);
        CompletableFuture<FrameStatistics.Figures> figures = new CompletableFuture<>();
        onScreen(() -> figures.complete(statistics.figures()));
        return figures.join();
    }

    private static BoardRun boardRun(String name, int colour, SeriesStore store) {
        return new BoardRun(name, name, colour, colour, Dash.SOLID, store, new HistogramStore(), Map.of());
    }

    /** The mouse with the Shift key on a chart, which moves it. */
    private static void drag(Node surface, EventType<MouseEvent> type, double moved) {
        Point2D at = surface.localToScene(surface.getLayoutBounds().getCenterX() + moved, 60);
        PickResult picked = new PickResult(surface, at.getX(), at.getY());
        Event.fireEvent(
                surface,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        picked));
    }

    private long drawings() {
        return board.drawingsProperty().get();
    }

    private long cards() {
        return board.lookupAll(".board-card").stream().filter(Node::isVisible).count();
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private double megabytes() throws IOException {
        long bytes = 0;
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    bytes += Files.size(file);
                }
            }
        }
        return bytes / 1e6;
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep((long) (1000 * seconds));
    }

    private static void onScreen(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
