package io.particlearena.ui.chart;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where a chart's view and the {@link ChartWorker} leave things for each other: the latest wish and the latest image. */
public final class ChartSlot {

    private static final long SHORTEST_INTERVAL_NANOS = 500_000_000L;

    /** A chart that is dear to draw is drawn more seldom, so that its thread stays mostly idle. */
    private static final long REST_PER_WORK = 15;

    /** The first drawing, for which much is loaded, is dear and says little of the next ones. */
    private static final long LONGEST_INTERVAL_NANOS = 2_000_000_000L;

    private final AtomicReference<@Nullable ChartRequest> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable ChartImage> finished = new AtomicReference<>();
    private final ChartPainter painter = new ChartPainter();
    private @Nullable ChartRequest drawn;
    private long drawnVersion = -1;
    private long notBefore = Long.MIN_VALUE;

    /** Says what to draw from now on; null for nothing. */
    public void want(@Nullable ChartRequest request) {
        wanted.set(request);
    }

    /** The newest image if there is one that was not taken yet. */
    public @Nullable ChartImage take() {
        return finished.getAndSet(null);
    }

    /** Draws if something has changed; for the worker's thread. */
    void drawIfChanged() {
        ChartRequest request = wanted.get();
        if (request == null) {
            return;
        }
        boolean otherWish = !request.equals(drawn);
        long version = request.version();
        long now = System.nanoTime();
        if (!otherWish && (version == drawnVersion || now < notBefore)) {
            return;
        }
        drawn = request;
        drawnVersion = version;
        finished.set(painter.draw(request));
        long after = System.nanoTime();
        long rest = Math.max(SHORTEST_INTERVAL_NANOS, REST_PER_WORK * (after - now));
        notBefore = after + Math.min(LONGEST_INTERVAL_NANOS, rest);
    }
}
