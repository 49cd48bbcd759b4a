package io.particlearena.ui.chart;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Draws charts, off the JavaFX thread. */
public final class ChartWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChartWorker.class.getName());
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final List<ChartSlot<?, ?>> slots = new CopyOnWriteArrayList<>();
    private final Semaphore wishes = new Semaphore(0);
    private volatile boolean closed;

    /** A worker that has nothing to draw yet. */
    public ChartWorker() {
        Thread thread = new Thread(this::run, "chart-worker");
        thread.setDaemon(true);
        thread.start();
    }

    /** A place for the drawings of one chart. */
    public ChartSlot<ChartRequest, ChartImage> newSlot() {
        return added(new ChartSlot<>(new ChartPainter()::draw));
    }

    /** A place for the drawings of one chart of histograms. */
    public ChartSlot<HistogramRequest, HistogramImage> newHistogramSlot() {
        return added(new ChartSlot<>(HistogramPainter::draw));
    }

    private <W extends ChartWish, I> ChartSlot<W, I> added(ChartSlot<W, I> slot) {
        slots.add(slot);
        return slot;
    }

    /** A slot's wish has changed. */
    public void wake() {
        wishes.release();
    }

    @Override
    public void close() {
        closed = true;
        wishes.release();
    }

    private void run() {
        try {
            while (!closed) {
                // Each slot belongs to one thread at a time, and as many are drawn at once as there are processors.
                slots.parallelStream().forEach(ChartWorker::draw);
                if (wishes.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    wishes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
