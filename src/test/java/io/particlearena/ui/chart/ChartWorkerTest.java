package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Draws with the worker's threads. */
final class ChartWorkerTest {

    /** A machine that does other things as well is slow. */
    private static final int PATIENCE_SECONDS = 60;

    private final ChartWorker worker = new ChartWorker();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final LinkedBlockingQueue<String> drawn = new LinkedBlockingQueue<>();

    private record Wish(String what) implements ChartWish {
        @Override
        public long version() {
            return 1;
        }
    }

    @AfterEach
    void close() {
        slow.countDown();
        worker.close();
    }

    @Test
    void aDrawingWaitsForNoOtherOne() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ChartSlot<Wish, String> first = worker.add(new ChartSlot<>(wish -> {
            begun.countDown();
            return afterTheSlowOne(wish);
        }));
        want(first, "slow");
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        ChartSlot<Wish, String> second = worker.add(new ChartSlot<>(this::draw));
        want(second, "light");
        assertThat(next()).isEqualTo("light");
        want(second, "dark");
        assertThat(next()).isEqualTo("dark");
        assertThat(first.take()).isNull();
        slow.countDown();
        assertThat(next()).isEqualTo("slow");
    }

    @Test
    void whatIsNoLongerWantedIsNotShownWhenItIsFinished() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ChartSlot<Wish, String> slot = worker.add(new ChartSlot<>(wish -> {
            begun.countDown();
            return wish.what().equals("score") ? afterTheSlowOne(wish) : draw(wish);
        }));
        want(slot, "score");
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        slot.want(null);
        want(slot, "loss");
        slow.countDown();
        assertThat(next()).isEqualTo("score");
        assertThat(next()).isEqualTo("loss");
        String shown = slot.take();
        assertThat(shown == null || shown.equals("loss")).isTrue();
    }

    private void want(ChartSlot<Wish, String> slot, String what) {
        slot.want(new Wish(what));
        worker.wake();
    }

    private String draw(Wish wish) {
        drawn.add(wish.what());
        return wish.what();
    }

    private String afterTheSlowOne(Wish wish) {
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return draw(wish);
    }

    private @Nullable String next() throws InterruptedException {
        return drawn.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
