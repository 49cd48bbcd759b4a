package io.particlearena.ui.chart;

import io.particlearena.results.SeriesStore;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The one thread that draws charts. */
final class ChartWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChartWorker.class.getName());
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final List<ChartSlot> slots = new CopyOnWriteArrayList<>();
    private final Semaphore wishes = new Semaphore(0);
    private volatile SeriesStore store = new SeriesStore();
    private volatile boolean closed;

    ChartWorker() {
        Thread thread = new Thread(this::run, "chart-worker");
        thread.setDaemon(true);
        thread.start();
    }

    /** Draws the series of this store from now on. */
    void setStore(SeriesStore next) {
        store = next;
        wishes.release();
    }

    ChartSlot newSlot() {
        ChartSlot slot = new ChartSlot();
        slots.add(slot);
        return slot;
    }

    /** A slot's wish has changed. */
    void wake() {
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
                SeriesStore present = store;
                for (ChartSlot slot : slots) {
                    draw(slot, present);
                }
                if (wishes.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    wishes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One chart that cannot be drawn must not take the others with it. */
    private static void draw(ChartSlot slot, SeriesStore store) {
        try {
            slot.drawIfChanged(store);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A chart could not be drawn", e);
        }
    }
}
