package io.particlearena.ui.chart;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Draws charts, off the JavaFX thread, as many at once as there are processors: none waits for another one that takes long. */
public final class ChartWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChartWorker.class.getName());
    private static final long LOOK_AGAIN_NANOS = 100_000_000L;
    private static final int FEWEST_THREADS = 2;

    /** Charts are drawn seldom; more threads would look after each other's work most of the time. */
    private static final int MOST_THREADS = 4;

    private final List<ChartSlot<?, ?>> slots = new CopyOnWriteArrayList<>();
    private final Object bell = new Object();
    private volatile boolean closed;

    /** How often a wish has changed; guarded by the bell. */
    private long wishes;

    /** A worker that has nothing to draw yet. */
    public ChartWorker() {
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = Math.max(FEWEST_THREADS, Math.min(MOST_THREADS, processors));
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::run, "chart-worker-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** A place for the drawings of one chart. */
    public ChartSlot<ChartRequest, ChartImage> newSlot() {
        return add(new ChartSlot<>(new ChartPainter()::draw));
    }

    /** A place for the drawings of one chart of histograms. */
    public ChartSlot<HistogramRequest, HistogramImage> newHistogramSlot() {
        return add(new ChartSlot<>(HistogramPainter::draw));
    }

    <W extends ChartWish, I> ChartSlot<W, I> add(ChartSlot<W, I> slot) {
        slots.add(slot);
        return slot;
    }

    /** A slot's wish has changed. */
    public void wake() {
        synchronized (bell) {
            wishes++;
            bell.notifyAll();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void run() {
        try {
            long seen = 0;
            while (!closed) {
                seen = nextWish(seen);
                slots.forEach(ChartWorker::draw);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a wish that came after those seen, or a moment, as points may have become more. */
    private long nextWish(long seen) throws InterruptedException {
        synchronized (bell) {
            long end = System.nanoTime() + LOOK_AGAIN_NANOS;
            long left = LOOK_AGAIN_NANOS;
            while (wishes == seen && !closed && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(bell, left);
                left = end - System.nanoTime();
            }
            return wishes;
        }
    }

    /** One chart that cannot be drawn must not take the others with it. */
    private static void draw(ChartSlot<?, ?> slot) {
        try {
            slot.drawIfChanged();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A chart could not be drawn", e);
        }
    }
}
