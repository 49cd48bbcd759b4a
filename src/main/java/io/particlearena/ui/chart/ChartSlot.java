package io.particlearena.ui.chart;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a chart's view and the {@link ChartWorker} leave things for each other: the latest wish and the latest image.
 *
 * @param <W> what is wished for
 * @param <I> the image
 */
public final class ChartSlot<W extends ChartWish, I> {

    private static final long SHORTEST_INTERVAL_NANOS = 500_000_000L;

    /** A chart that is dear to draw is drawn more seldom, so that its thread stays mostly idle. */
    private static final long REST_PER_WORK = 15;

    /** The first drawing, for which much is loaded, is dear and says little of the next ones. */
    private static final long LONGEST_INTERVAL_NANOS = 2_000_000_000L;

    private final AtomicReference<@Nullable W> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable I> finished = new AtomicReference<>();
    private final Function<W, I> painter;
    private final AtomicBoolean otherWish = new AtomicBoolean();
    private final AtomicBoolean inWork = new AtomicBoolean();
    private final AtomicInteger emptied = new AtomicInteger();
    private long drawnVersion = -1;
    private long notBefore = Long.MIN_VALUE;

    /** @param painter used by one thread at a time */
    ChartSlot(Function<W, I> painter) {
        this.painter = painter;
    }

    /** Says what to draw from now on, also if that was drawn before; null for nothing. */
    public void want(@Nullable W request) {
        if (request == null) {
            emptied.incrementAndGet();
        }
        wanted.set(request);
        otherWish.set(true);
    }

    /** The newest image if there is one that was not taken yet. */
    public @Nullable I take() {
        return finished.getAndSet(null);
    }

    /** Draws if something has changed and no other thread is drawing it already; for the worker's threads. */
    void drawIfChanged() {
        if (inWork.compareAndSet(false, true)) {
            try {
                draw();
            } finally {
                inWork.set(false);
            }
        }
    }

    private void draw() {
        int before = emptied.get();
        boolean other = otherWish.getAndSet(false);
        W request = wanted.get();
        if (request == null) {
            return;
        }
        long version = request.version();
        long now = System.nanoTime();
        if (!other && (version == drawnVersion || now < notBefore)) {
            return;
        }
        drawnVersion = version;
        I image = painter.apply(request);
        // What shows something else by now must not show what was wanted before.
        if (emptied.get() == before) {
            finished.set(image);
        }
        long after = System.nanoTime();
        long rest = Math.max(SHORTEST_INTERVAL_NANOS, REST_PER_WORK * (after - now));
        notBefore = after + Math.min(LONGEST_INTERVAL_NANOS, rest);
    }
}
